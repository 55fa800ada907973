import type { CourseTotal, Matrix, MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import { placeText } from '#analysis/compare/matrix/place-text.ts'
import type { OperationDocument } from '#core/document.ts'
import { counted, decimal, NOTHING } from '#core/figures.ts'
import type { TableBlock } from '#core/records/page.ts'
import type { NeedKnown } from '../../words/need-known.ts'
import { courseColumns, criterionRow, tableNote } from '../matrix-table.ts'

/** Every weighed criterion with raw values and benchmark, and the weighted score of all of them. */
export function decisionTable(
  matrix: Matrix,
  document: OperationDocument,
  scenarioId: string,
  known: NeedKnown | null = null,
): TableBlock {
  const rows = weighed(matrix)
  const count = rows.length
  return {
    type: 'table',
    title: null,
    corner: 'Criterion',
    columns: courseColumns(document, matrix.scenarioIds, scenarioId),
    rows: [
      ...rows.map((row) => criterionRow(row, matrix.scenarioIds)),
      {
        id: 'weighted-score',
        head: 'Weighted score',
        note: `of ${counted(count, 'criterion', 'criteria')}`,
        cells: matrix.totals.map((total) => totalCell(total, matrix)),
        isTotal: true,
      },
    ],
    note: tableNote(rows, known),
  }
}

/**
 * Weighed criteria, heaviest first; behind them those of which nothing is known, and what civilians
 * gain and lose, which has words of its own: a face with little room leaves out the last.
 */
export function weighed({ rows }: Matrix): MatrixRow[] {
  return rows
    .filter(({ criterion }) => criterion.weight > 0)
    .sort((a, b) => rank(a) - rank(b) || b.criterion.weight - a.criterion.weight)
}

function rank({ criterion, cells }: MatrixRow): number {
  if (criterion.measureId === 'civilianImpact') return 2
  return cells.some(({ value }) => value !== null) ? 0 : 1
}

function totalCell(
  total: CourseTotal,
  { unlike }: Matrix,
): TableBlock['rows'][number]['cells'][number] {
  const { scenarioId, score, place, isOpen } = total
  return {
    text: score === null ? NOTHING : decimal(score),
    status: null,
    isBest: place === 1 && !isOpen,
    note: placeText(total) ?? (unlike?.[scenarioId] ? 'not ranked' : null),
  }
}
