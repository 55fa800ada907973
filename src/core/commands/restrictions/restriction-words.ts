import type { OperationDocument } from '../../document.ts'
import type { Restriction } from '../../records/restriction.ts'
import type { TableWords } from '../edit-fields.ts'
import { restrictionFaults } from './restriction-guard.ts'

/** What the commands on restrictions have in common: dates that follow each other, a sound shape. */
export const RESTRICTION_WORDS = {
  table: 'restrictions',
  noun: 'restriction',
  nameOf: ({ name }: Restriction) => name,
  guard: (_document: OperationDocument, before: Restriction, after: Restriction | null) => {
    if (!after) return null
    // What came in with a fault can still be renamed and dated.
    const known = before === after ? [] : restrictionFaults(before)
    return restrictionFaults(after).find((sentence) => !known.includes(sentence)) ?? null
  },
} as const satisfies Omit<TableWords<'restrictions'>, 'id' | 'title'>
