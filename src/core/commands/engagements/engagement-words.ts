import type { OperationDocument } from '../../document.ts'
import type { Engagement } from '../../records/engagement.ts'
import { epochMinutesOf } from '../../time/instant.ts'
import type { TableWords } from '../edit-fields.ts'
import { voiceFault } from '../voice-fault.ts'

/** What the commands on engagements have in common: counts and dates that can be true. */
export const ENGAGEMENT_WORDS = {
  table: 'engagements',
  noun: 'engagement',
  nameOf: ({ heldAt }: Engagement) => `of ${heldAt.slice(0, 10)}`,
  guard: (document: OperationDocument, _before: Engagement, after: Engagement | null) => {
    if (!after) return null
    const { participantCount, womenCount, followUpAt, heldAt } = after
    if (participantCount !== null && womenCount !== null && womenCount > participantCount) {
      return 'There cannot be more women than participants.'
    }
    if (followUpAt !== null && epochMinutesOf(followUpAt) < epochMinutesOf(heldAt)) {
      return 'The follow-up is due before the meeting was held.'
    }
    return voiceFault(document, after)
  },
} as const satisfies Omit<TableWords<'engagements'>, 'id' | 'title'>
