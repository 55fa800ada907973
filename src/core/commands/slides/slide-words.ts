import type { OperationDocument } from '../../document.ts'
import type { Slide } from '../../records/slide.ts'
import type { TableWords } from '../edit-fields.ts'

/** What the commands on slides have in common: a slide shows a COA that is there. */
export const SLIDE_WORDS = {
  table: 'slides',
  noun: 'slide',
  nameOf: ({ headline }: Slide) => headline || 'without headline',
  guard: ({ tables }: OperationDocument, _before: Slide, after: Slide | null) => {
    if (!after) return null
    const { scenarioId, againstScenarioId } = after
    const isThere = (id: string | null) => id === null || tables.scenarios.has(id)
    return isThere(scenarioId) && isThere(againstScenarioId)
      ? null
      : 'The COA that the slide shows is no longer there.'
  },
} as const satisfies Omit<TableWords<'slides'>, 'id' | 'title'>

/** Slides in the order in which they are shown. */
export function slidesInOrder({ tables }: OperationDocument): Slide[] {
  return [...tables.slides.values()].sort((a, b) =>
    a.orderKey === b.orderKey ? (a.id < b.id ? -1 : 1) : a.orderKey < b.orderKey ? -1 : 1,
  )
}
