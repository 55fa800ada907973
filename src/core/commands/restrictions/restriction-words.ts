import type { OperationDocument } from '../../document.ts'
import type { Restriction } from '../../records/restriction.ts'
import { epochMinutesOf } from '../../time/instant.ts'
import type { TableWords } from '../edit-fields.ts'

/** What the commands on restrictions have in common: dates that follow each other. */
export const RESTRICTION_WORDS = {
  table: 'restrictions',
  noun: 'restriction',
  nameOf: ({ name }: Restriction) => name,
  guard: (_document: OperationDocument, _before: Restriction, after: Restriction | null) => {
    if (!after || after.validFrom === null || after.validTo === null) return null
    return epochMinutesOf(after.validTo) > epochMinutesOf(after.validFrom)
      ? null
      : 'The restriction ends before it starts.'
  },
} as const satisfies Omit<TableWords<'restrictions'>, 'id' | 'title'>
