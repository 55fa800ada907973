import { put } from '../../change.ts'
import type { Criterion } from '../../records/criterion.ts'
import type { Command } from '../command.ts'
import { rowFault } from '../row-fault.ts'

/** Criteria with the weights that they are to have; rows of measures may be new. */
export type CriteriaWeights = { readonly rows: readonly Criterion[] }

/** Sets the weights of several criteria at once: one gesture, one undo. All of them may be 0. */
export const weighCriteria: Command<CriteriaWeights> = {
  id: 'criterion.weigh',
  title: 'Weigh criteria',

  blocked(_, { rows }) {
    if (rows.length === 0) return 'There is no weight to set.'
    return rows.map((row) => rowFault('criteria', row)).find((fault) => fault !== null) ?? null
  },

  change(document, { rows }) {
    const changed = rows.filter(
      (row) => document.tables.criteria.get(row.id)?.weight !== row.weight,
    )
    return { note: 'Weigh criteria', rows: changed.map((row) => put(document, 'criteria', row)) }
  },
}
