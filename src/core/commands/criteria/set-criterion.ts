import { put } from '../../change.ts'
import type { Criterion } from '../../records/criterion.ts'
import type { Command } from '../command.ts'
import { rowFault } from '../row-fault.ts'

/** What a person may write of a criterion, and what the history calls it. */
export type CriterionSetting = { readonly row: Criterion; readonly name: string }

/** Puts a criterion as it is to be, new or not: weight, benchmark, scale, what people judged. */
export const setCriterion: Command<CriterionSetting> = {
  id: 'criterion.set',
  title: 'Set criterion',

  blocked({ tables }, { row }) {
    if (row.measureId === null && row.name.trim() === '') return 'Give the criterion a name.'
    const { scale } = row
    if (scale && scale.worst === scale.best) {
      return 'Score 0 and score 10 need different values.'
    }
    const isOther = Object.keys(row.values).some((id) => !tables.scenarios.has(id))
    return isOther ? 'That COA is no longer there.' : rowFault('criteria', row)
  },

  change(document, { row, name }) {
    return { note: `Criterion ${name}`, rows: [put(document, 'criteria', row)] }
  },
}
