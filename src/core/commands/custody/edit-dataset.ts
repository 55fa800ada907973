import type { Dataset } from '../../records/dataset.ts'
import { editCommand } from '../edit-fields.ts'

/** Says until when a dataset is kept, and how often new data is expected; its observations are never rewritten. */
export const editDataset = editCommand<'datasets'>({
  table: 'datasets',
  id: 'dataset.edit',
  title: 'Edit dataset',
  noun: 'dataset',
  nameOf: ({ title }: Dataset) => title,
  guard: (_document, before, after) => {
    const { keepUntil: _, expectedEveryHours: __, ...others } = before
    const isOther = Object.entries(others).some(
      ([name, value]) => after?.[name as keyof Dataset] !== value,
    )
    return isOther
      ? 'Only the day until which a dataset is kept, and how often new data is expected, can be changed.'
      : null
  },
})
