import type { OperationDocument } from '../../document.ts'
import { protectedPlace } from '../../protected-place.ts'
import { hasProtectedWords } from '../../protected-words.ts'
import type { Grievance } from '../../records/grievance.ts'
import { epochMinutesOf } from '../../time/instant.ts'
import type { TableWords } from '../edit-fields.ts'
import { voiceFault } from '../voice-fault.ts'

/**
 * What the commands on grievances have in common: answers that follow what was raised, and protected
 * cases that are marked as such and keep their county only.
 */
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
    return voiceFault(document, after) ?? protectedFault(document, after)
  },
} as const satisfies Omit<TableWords<'grievances'>, 'id' | 'title'>

function protectedFault(document: OperationDocument, row: Grievance): string | null {
  if (!row.isProtectedCase) {
    return hasProtectedWords(row.summary)
      ? 'The summary has words of a protected case: mark it as one, or put it in other words if it is none.'
      : null
  }
  const { areaId } = protectedPlace(document, row)
  return row.communityId === null && row.areaId !== null && row.areaId === areaId
    ? null
    : 'A protected case keeps its county only: write the county where it was.'
}
