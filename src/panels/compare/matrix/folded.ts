import type { MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import { hasScale } from '#analysis/compare/matrix/score.ts'

/** Rows of a matrix as they stand on screen. */
export type FoldedRows = {
  readonly shown: readonly MatrixRow[]
  /** They weigh, and no two COAs differ by them. */
  readonly same: readonly MatrixRow[]
  readonly weightless: readonly MatrixRow[]
}

/** A row that somebody is in, and the side that it had then: it stays there until they leave it. */
export type HeldRow = { readonly id: string; readonly side: keyof FoldedRows }

/**
 * What is folded away: criteria without weight, and those that do not tell the courses apart. What is
 * always shown stays, and so does what has no scale to score by. Where nothing has any weight, all that tells is shown.
 *
 * @param savedWeights by criterion id: a row does not vanish under the hand that moves its weight.
 */
export function foldedRows(
  rows: readonly MatrixRow[],
  savedWeights: Readonly<Record<string, number>>,
  held: HeldRow | null = null,
): FoldedRows {
  const weightOf = ({ criterion }: MatrixRow) => savedWeights[criterion.id] ?? criterion.weight
  const isNothingWeighed = rows.every((row) => weightOf(row) === 0)
  const sideOf = (row: MatrixRow): keyof FoldedRows => {
    if (row.criterion.id === held?.id) return held.side
    if (row.criterion.isAlwaysShown) return 'shown'
    if (weightOf(row) === 0 && !isNothingWeighed) return 'weightless'
    return row.isTelling || !hasScale(row.criterion) ? 'shown' : 'same'
  }
  const on = (side: keyof FoldedRows) => rows.filter((row) => sideOf(row) === side)
  return { shown: on('shown'), same: on('same'), weightless: on('weightless') }
}
