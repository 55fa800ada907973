import type { OperationDocument } from '../../document.ts'
import type { Grievance } from '../../records/grievance.ts'
import { epochMinutesOf } from '../../time/instant.ts'
import type { TableWords } from '../edit-fields.ts'
import { voiceFault } from '../voice-fault.ts'

/** What the commands on grievances have in common: answers that follow what was raised. */
export const GRIEVANCE_WORDS = {
  table: 'grievances',
  noun: 'grievance',
  nameOf: ({ raisedAt }: Grievance) => `of ${raisedAt.slice(0, 10)}`,
  guard: (document: OperationDocument, _before: Grievance, after: Grievance | null) => {
    if (!after) return null
    const { raisedAt, respondedAt } = after
    if (respondedAt !== null && epochMinutesOf(respondedAt) < epochMinutesOf(raisedAt)) {
      return 'The answer was given before the grievance was raised.'
    }
    return voiceFault(document, after)
  },
} as const satisfies Omit<TableWords<'grievances'>, 'id' | 'title'>
