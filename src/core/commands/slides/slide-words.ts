import type { OperationDocument } from '../../document.ts'
import type { Slide } from '../../records/slide.ts'
import type { TableWords } from '../edit-fields.ts'

/** What the commands on slides have in common: a slide shows a COA that is there. */
export const SLIDE_WORDS = {
  table: 'slides',
  noun: 'slide',
  nameOf: ({ headline }: Slide) => headline || 'without headline',
  guard: ({ tables }: OperationDocument, before: Slide, after: Slide | null) => {
    if (!after) return null
    if (before.newer && isOther(before, after)) {
      return 'This slide was made by a newer Commonground; update this one to change it.'
    }
    const { scenarioId, againstScenarioId } = after
    const isThere = (id: string | null) => id === null || tables.scenarios.has(id)
    return isThere(scenarioId) && isThere(againstScenarioId)
      ? null
      : 'The COA that the slide shows is no longer there.'
  },
} as const satisfies Omit<TableWords<'slides'>, 'id' | 'title'>

/** Whether more is changed than where the slide stands. */
function isOther(before: Slide, after: Slide): boolean {
  const { deckId: _, orderKey: __, ...own } = before
  return Object.entries(own).some(([name, value]) => after[name as keyof Slide] !== value)
}
