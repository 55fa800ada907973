import { baselineOf, type OperationDocument } from '#core/document.ts'
import { listed } from '#core/figures.ts'
import { shocksOf } from '#core/shocks-of.ts'
import type { CourseTotal, Matrix, MatrixRow, Unlike } from './matrix.ts'
import { totalsOf } from './totals.ts'

/**
 * Those of some courses that are tried under other shocks than the current posture, by id: they are
 * compared with the others, and not ranked among them. None where all are under the same.
 */
export function unlikeIn(
  document: OperationDocument,
  scenarioIds: readonly string[],
): Readonly<Record<string, Unlike>> {
  const keyOf = (id: string) => JSON.stringify(shocksOf(document, id).map((shock) => shock.id))
  if (new Set(scenarioIds.map(keyOf)).size < 2) return {}
  const baselineId = baselineOf(document)?.id ?? scenarioIds[0]!
  return Object.fromEntries(
    scenarioIds.flatMap((id) => {
      const said = unlikeText(document, id, { id: baselineId, name: 'the others' })
      return said === null ? [] : [[id, said] as const]
    }),
  )
}

/** What one course is tried under and another is not, or the other way round; null: they are under the same. */
export function unlikeText(
  document: Pick<OperationDocument, 'tables'>,
  scenarioId: string,
  other: { readonly id: string; readonly name: string },
): Unlike | null {
  const [own, theirs] = [scenarioId, other.id].map((id) => shocksOf(document, id))
  const namesBeyond = (some = own!, others = theirs!) =>
    some.filter((shock) => !others.includes(shock)).map(({ name }) => name)
  const [more, less] = [namesBeyond(), namesBeyond(theirs, own)]
  if (more.length + less.length === 0) return null
  const it = (names: readonly string[]) => (names.length === 1 ? 'it' : 'them')
  const head = more.length > 0 ? `under ${listed(more)}` : `without ${listed(less)}`
  const tail =
    more.length === 0
      ? `under ${it(less)}`
      : less.length === 0
        ? `without ${it(more)}`
        : `under ${listed(less)}`
  return { head, whole: `${head}, against ${other.name} ${tail}` }
}

/** Totals, with places among those that are under the same; the others have a score and no place. */
export function rankedTotals(
  scenarioIds: readonly string[],
  weighed: readonly MatrixRow[],
  unlike: Readonly<Record<string, Unlike>>,
): CourseTotal[] {
  const all = totalsOf(scenarioIds, weighed)
  const places = likePlaces(scenarioIds, unlike)
  if (places.length === scenarioIds.length) return all
  const ranked = totalsOf(
    places.map((at) => scenarioIds[at]!),
    weighed.map((row) => ofCourses(row, places)),
  )
  return all.map((total, at) => {
    const among = ranked[places.indexOf(at)]
    return among ?? { ...total, place: null, isTie: false, dominatedById: null }
  })
}

/** The matrix of those courses alone that are ranked. */
export function rankedPart(matrix: Matrix): Matrix {
  const { scenarioIds, rows, totals, unlike = {} } = matrix
  const places = likePlaces(scenarioIds, unlike)
  if (places.length === scenarioIds.length) return matrix
  return {
    ...matrix,
    scenarioIds: places.map((at) => scenarioIds[at]!),
    rows: rows.map((row) => ofCourses(row, places)),
    totals: places.map((at) => totals[at]!),
  }
}

function likePlaces(ids: readonly string[], unlike: Readonly<Record<string, Unlike>>): number[] {
  return [...ids.keys()].filter((at) => unlike[ids[at]!] === undefined)
}

function ofCourses(row: MatrixRow, places: readonly number[]): MatrixRow {
  return {
    ...row,
    cells: places.map((at) => row.cells[at]!),
    standings: places.map((at) => places.map((other) => row.standings[at]![other]!)),
  }
}
