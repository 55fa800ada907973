import type { MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import type { OperationDocument } from '#core/document.ts'
import type { TableBlock } from '#core/records/page.ts'
import type { ProductFacts } from '../facts.ts'
import { fewKnownNote, type NeedKnown, needKnown } from '../words/need-known.ts'
import { wallFigure } from '../words/wall-figure.ts'
import { asLine } from './as-line.ts'
import { pageCoas } from './page-coas.ts'
import { BENCHMARK_NOTE, pageStatus } from './status-marks.ts'

/** Columns of courses as a matrix has them, the current posture by one word. */
export function courseColumns(
  document: OperationDocument,
  scenarioIds: readonly string[],
  chosenId: string,
): TableBlock['columns'] {
  return scenarioIds.map((id) => {
    const [coa = null] = pageCoas(document, [id])
    const isBaseline = document.tables.scenarios.get(id)?.isBaseline ?? false
    return {
      head: isBaseline ? 'Current' : (coa?.name ?? 'No longer there'),
      coa,
      align: 'end',
      isChosen: id === chosenId,
    }
  })
}

/** A criterion with its raw values, beside its benchmark. */
export function criterionRow(
  { criterion, cells, bestIds, isTelling }: MatrixRow,
  scenarioIds: readonly string[],
): TableBlock['rows'][number] {
  const { id, name, benchmark, isHighGood } = criterion
  return {
    id,
    head: name,
    note:
      benchmark === null
        ? null
        : asLine(`${isHighGood ? '≥' : '≤'} ${wallFigure(benchmark, criterion)}`),
    cells: scenarioIds.map((scenarioId, i) => ({
      text: asLine(wallFigure(cells[i]?.value ?? null, criterion)),
      status: pageStatus(cells[i]?.status ?? null),
      isBest: isTelling && bestIds.includes(scenarioId),
      note: null,
    })),
    isTotal: false,
  }
}

/** Of how many people need is known, as any situation that is there says it. */
export function knownIn({ ground, situations }: ProductFacts): NeedKnown | null {
  const [situation] = Object.values(situations)
  return ground && situation ? needKnown(ground, situation) : null
}

/** What the marks of a matrix mean, and on how few its shares of need rest; null: neither is needed. */
export function tableNote(rows: readonly MatrixRow[], known: NeedKnown | null): string | null {
  const notes = [fewKnownNote(known), hasMarks(rows) ? BENCHMARK_NOTE : null]
  return notes.filter((note) => note !== null).join(' ') || null
}

/** Whether some value of a matrix stands beside a benchmark. */
function hasMarks(rows: readonly Pick<MatrixRow, 'cells'>[]): boolean {
  return rows.some(({ cells }) => cells.some(({ status }) => status !== null))
}
