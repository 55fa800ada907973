import { foldedWords } from '#core/folded.ts'
import { INCIDENTS } from '#panels/tables/kinds/incidents.ts'
import { haystack } from '#panels/tables/order-rows.ts'
import { tableRows } from '#panels/tables/rows-of.ts'
import type { TableFacts } from '#panels/tables/table-kind.ts'
import type { Selection } from '#state/screen-store.ts'
import type { Sliced } from '#ui/slices.ts'

/** An incident that was found by its words, kind or date. */
export type IncidentHit = {
  readonly title: string
  readonly note: string
  readonly grid: string
  readonly selection: Selection
  readonly index: number
}

const SHOWN = 6
const LEAST_LETTERS = 3
const ROWS_A_SLICE = 5000

/**
 * The last incidents that hold every word, which most files have as the latest; fewer than three letters find none. All are read once for
 * this, in slices: 1.5 s of work at 200,000. Protected ones are another kind of dataset and not here.
 */
export function* incidentHits(facts: TableFacts, text: string): Sliced<readonly IncidentHit[]> {
  const wanted = foldedWords(text)
  const hits: IncidentHit[] = []
  if (wanted.join('').length < LEAST_LETTERS) return hits
  const rows = tableRows(INCIDENTS, facts)
  const hay = yield* haystack(rows)
  const textOf = (columnId: string, index: number) =>
    rows.columns.find(({ id }) => id === columnId)?.text(index) ?? ''
  for (let index = rows.count - 1; index >= 0 && hits.length < SHOWN; index--) {
    if (index % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield
    if (!wanted.every((word) => hay[index]!.includes(word))) continue
    hits.push({
      title: textOf('title', index) || textOf('category', index),
      note: ['Incident', textOf('category', index), textOf('when', index)]
        .filter(Boolean)
        .join(' · '),
      grid: textOf('grid', index),
      selection: rows.selectionAt(index),
      index,
    })
  }
  return hits
}
