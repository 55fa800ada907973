import { COMMUNITY_REPORT } from './community.ts'
import { DAILY_UPDATE } from './daily.ts'
import { DECISION_BRIEF } from './decision.ts'
import type { Template } from './template.ts'

/** Every briefing to begin with, in the order of lists. A new one is a file beside this and a line here. */
export const TEMPLATES: readonly Template[] = [DECISION_BRIEF, DAILY_UPDATE, COMMUNITY_REPORT]
