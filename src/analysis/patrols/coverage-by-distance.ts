import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { Grid } from '#core/geo/grid.ts'
import type { LonLat } from '#core/place.ts'

/** What lies so far from a base, and what patrols did there. */
export type DistanceBand = {
  /** Above this, the first band from 0 on; NaN with `to` for what cannot be reached. */
  readonly from: number
  /** Up to this, included; ∞ in the band beyond all edges. */
  readonly to: number
  readonly cellCount: number
  readonly peopleCount: number
  /** Weighted by people, over cells with known need; NaN without any. */
  readonly needMean: number
  /** People of cells whose need is not known. */
  readonly unknownNeedPeopleCount: number
  /** Weighted by people; NaN without any. */
  readonly presenceMean: number
  readonly visitCount: number
  /** NaN without people. */
  readonly visitsPerThousandPeople: number
  /** People of cells without a visit. */
  readonly unvisitedPeopleCount: number
  /** Of the people × need of all bands, and of all visits: far below it is neglect. NaN: nothing. */
  readonly needShare: number
  readonly visitShare: number
  /** Of the time of all teams; NaN: none is known. */
  readonly teamTimeShare: number
}

/** What the bands are made of, one a cell. */
export type CoverageFacts = {
  /** From the nearest base, in kilometres or minutes; NaN cannot be reached. */
  readonly distance: ArrayLike<number>
  readonly peopleCount: ArrayLike<number>
  /** 0–10; NaN not known. */
  readonly needScore: ArrayLike<number>
  readonly presenceShare: ArrayLike<number>
  readonly visitCount: ArrayLike<number>
  /** NaN not known. */
  readonly teamMinutes: ArrayLike<number>
}

/**
 * Coverage against need by distance from base: whether patrols stay where it is easy. One row a
 * band (lo, hi], one beyond the last edge, and a last one for what cannot be reached, so that the
 * people of all rows are all people.
 *
 * @param edges upper edges, finite and rising, in the unit of the distance.
 * @source analysis.md §6.4.
 */
export function coverageByDistance(facts: CoverageFacts, edges: readonly number[]): DistanceBand[] {
  const bands: number[][] = Array.from({ length: edges.length + 2 }, () => [])
  for (let cell = 0; cell < facts.distance.length; cell++) {
    const distance = facts.distance[cell]!
    const found = edges.findIndex((edge) => distance <= edge)
    const band = Number.isNaN(distance) ? edges.length + 1 : found < 0 ? edges.length : found
    bands[band]!.push(cell)
  }
  const rows = bands.map((cells, band) => bandOf(facts, cells, limitsOf(edges, band)))
  const need = rows.reduce((sum, row) => sum + row.needSum, 0)
  const visits = rows.reduce((sum, row) => sum + row.visitCount, 0)
  const minutes = rows.reduce((sum, row) => sum + row.teamMinutes, 0)
  return rows.map(({ needSum, teamMinutes, ...row }) => ({
    ...row,
    needShare: needSum / need,
    visitShare: row.visitCount / visits,
    teamTimeShare: teamMinutes / minutes,
  }))
}

/** Kilometres from the middle of each cell to the nearest base, as the crow flies; NaN without one. */
export function nearestBaseKilometres(
  { lonDegrees, latDegrees }: Pick<Grid, 'lonDegrees' | 'latDegrees'>,
  bases: readonly LonLat[],
): Float64Array {
  return lonDegrees.map((lon, cell) => {
    let nearest = Number.NaN
    for (const [baseLon, baseLat] of bases) {
      const metres = metresBetweenDegrees(lon, latDegrees[cell]!, baseLon, baseLat)
      if (!(nearest <= metres)) nearest = metres
    }
    return nearest / 1000
  })
}

function limitsOf(edges: readonly number[], band: number) {
  if (band > edges.length) return { from: Number.NaN, to: Number.NaN }
  return { from: edges[band - 1] ?? 0, to: edges[band] ?? Number.POSITIVE_INFINITY }
}

function bandOf(
  { peopleCount, needScore, presenceShare, visitCount, teamMinutes }: CoverageFacts,
  cells: readonly number[],
  limits: { readonly from: number; readonly to: number },
) {
  let [people, known, need, presence, visits, unvisited, minutes] = [0, 0, 0, 0, 0, 0, 0]
  for (const cell of cells) {
    const here = peopleCount[cell]!
    people += here
    presence += here * presenceShare[cell]!
    visits += visitCount[cell]!
    minutes += teamMinutes[cell]! || 0
    if (visitCount[cell] === 0) unvisited += here
    if (Number.isNaN(needScore[cell]!)) continue
    known += here
    need += here * needScore[cell]!
  }
  return {
    ...limits,
    cellCount: cells.length,
    peopleCount: people,
    needMean: need / known,
    unknownNeedPeopleCount: people - known,
    presenceMean: presence / people,
    visitCount: visits,
    visitsPerThousandPeople: people > 0 ? (1000 * visits) / people : Number.NaN,
    unvisitedPeopleCount: unvisited,
    needSum: need,
    teamMinutes: minutes,
  }
}
