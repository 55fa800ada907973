import type { OperationDocument } from '../../document.ts'
import type { Restriction } from '../../records/restriction.ts'
import type { TableWords } from '../edit-fields.ts'
import { restrictionFault } from './restriction-guard.ts'

/** What the commands on restrictions have in common: dates that follow each other, a sound shape. */
export const RESTRICTION_WORDS = {
  table: 'restrictions',
  noun: 'restriction',
  nameOf: ({ name }: Restriction) => name,
  guard: (_document: OperationDocument, before: Restriction, after: Restriction | null) => {
    if (!after) return null
    const why = restrictionFault(after)
    // What came in with a fault can still be renamed and dated.
    const isOldFault = why !== null && before !== after && why === restrictionFault(before)
    return isOldFault ? null : why
  },
} as const satisfies Omit<TableWords<'restrictions'>, 'id' | 'title'>
