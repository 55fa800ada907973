import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import { baselineOf, type OperationDocument, operationOf } from '#core/document.ts'
import type { TableBlock } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import type { Judged } from '../../facts.ts'
import { comparisonHeadline } from '../../words/headline.ts'
import type { NeedKnown } from '../../words/need-known.ts'
import { coursesOf } from '../courses-of.ts'
import { courseColumns, criterionRow, knownIn, tableNote } from '../matrix-table.ts'
import { pageCoas } from '../page-coas.ts'
import type { PageKind } from '../page-kind.ts'
import { scenarioFault } from '../scenario-fault.ts'

const MOST_MEASURES = 8

/** A COA by measures, beside the current posture and those that it is compared with. */
export const MEASURES_PAGE: PageKind = {
  id: 'measures',
  title: 'Measures',
  leavesOut: [],
  needs: (slide, document) => {
    const fromId = baselineOf(document)?.id ?? null
    const courseIds = coursesOf(slide.comparedIds ?? [], [slide.scenarioId, fromId])
    const isTwo = fromId !== null && fromId !== slide.scenarioId
    return {
      scenarioIds: courseIds,
      comparison: isTwo ? { fromId, toId: slide.scenarioId } : null,
      courseIds,
      datasetKinds: ['roads', 'incidents', 'patrols', 'surveys'],
    }
  },
  fault: scenarioFault,
  coas: ({ scenarioId }, document) => pageCoas(document, [scenarioId]),
  window: () => null,
  body(slide, facts) {
    const { judged, document, fault } = facts
    if (!judged) {
      return { blocks: null, missing: fault ?? 'The measures are still being worked out.' }
    }
    const ids = slide.measureIds ?? usualMeasureIds()
    const isGone = ids.some((id) => !COMPARE_MEASURES.some((measure) => measure.id === id))
    return {
      blocks: [measuresTable(slide, judged, { ids, document, known: knownIn(facts) })],
      missing: isGone ? 'A measure that this slide asks for is no longer there.' : null,
    }
  },
  suggestHeadline({ scenarioId }, { comparison, document }) {
    const scenario = document.tables.scenarios.get(scenarioId)
    if (!comparison || !scenario) return null
    return comparisonHeadline(comparison, scenario, operationOf(document))
  },
}

/** Those that weigh most until a commander says otherwise, with those that no comparison goes without. */
export function usualMeasureIds(): readonly string[] {
  const byWeight = [...COMPARE_MEASURES].sort(
    (a, b) =>
      Number(b.isAlwaysShown ?? false) - Number(a.isAlwaysShown ?? false) ||
      b.usualWeight - a.usualWeight,
  )
  const kept = byWeight.slice(0, MOST_MEASURES)
  return COMPARE_MEASURES.filter((measure) => kept.includes(measure)).map(({ id }) => id)
}

function measuresTable(
  { scenarioId }: Slide,
  { matrix }: Judged,
  {
    ids,
    document,
    known,
  }: {
    readonly ids: readonly string[]
    readonly document: OperationDocument
    readonly known: NeedKnown | null
  },
): TableBlock {
  const rows = ids.flatMap(
    (id) => matrix.rows.find(({ criterion }) => criterion.measureId === id) ?? [],
  )
  return {
    type: 'table',
    title: null,
    corner: 'Measure',
    columns: courseColumns(document, matrix.scenarioIds, scenarioId),
    rows: rows.map((row) => withNotes(criterionRow(row, matrix.scenarioIds), row.cells)),
    note: tableNote(rows, known),
  }
}

/** Beside a value the word that it needs: the county that is worst off. */
function withNotes(
  row: TableBlock['rows'][number],
  cells: Judged['matrix']['rows'][number]['cells'],
): TableBlock['rows'][number] {
  return { ...row, cells: row.cells.map((cell, i) => ({ ...cell, note: cells[i]?.note ?? null })) }
}
