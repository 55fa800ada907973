import { ACCESS_CHANGES } from './access.ts'
import { AHEAD } from './ahead.ts'
import { WHAT_CHANGED } from './changed.ts'
import { DECISIONS_NEEDED } from './decisions.ts'
import { INCIDENTS_AND_TREND } from './incidents.ts'
import { MISSION } from './mission.ts'
import { NEXT_TIMES } from './next.ts'
import { NOT_KNOWN } from './not-known.ts'
import { PATROLS_DONE } from './patrols.ts'
import { PEOPLE_TOLD } from './people-told.ts'
import { PURPOSE } from './purpose.ts'
import { RISK } from './risk.ts'
import { SITUATION } from './situation.ts'
import type { Topic } from './topic.ts'
import { UNITS_IN_PLACE } from './units.ts'
import { WE_DID } from './we-did.ts'

/** Every topic, in the order of lists. A new one is a file beside this and a line here. */
export const TOPICS: readonly Topic[] = [
  PURPOSE,
  SITUATION,
  MISSION,
  RISK,
  NEXT_TIMES,
  INCIDENTS_AND_TREND,
  ACCESS_CHANGES,
  PATROLS_DONE,
  UNITS_IN_PLACE,
  DECISIONS_NEEDED,
  PEOPLE_TOLD,
  WE_DID,
  WHAT_CHANGED,
  NOT_KNOWN,
  AHEAD,
]

/** The topic of an id; null: there is none. */
export function topicNamed(id: string | undefined): Topic | null {
  return TOPICS.find((topic) => topic.id === id) ?? null
}
