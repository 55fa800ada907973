import type { RoadNetwork } from '../ground.ts'
import type { RoadLosses } from '../reach/road-losses.ts'
import type { Counted } from './gain.ts'
import { type RoadStretch, roadStretches } from './road-stretches.ts'

/** What the loss of one stretch means to people. */
export type StretchLoss = {
  readonly stretch: RoadStretch
  /** In reach now, and not without it. */
  readonly cutOffPeopleCount: number
  /** Within the standard now, and reached later than that without it. */
  readonly beyondStandardPeopleCount: number
  /** Σ people × minutes added, over those who are still reached. */
  readonly addedPeopleMinutes: number
  /** Those of them who are reached later. */
  readonly laterPeopleCount: number
}

export type CriticalStretches = {
  /** The worst of each road between two junctions, worst first; those that touch nobody are left out. */
  readonly losses: readonly StretchLoss[]
  /** Stretches that some quickest way leads over: no other can matter. */
  readonly usedCount: number
  /** Stretches of these that were tried; all of them unless there are very many. */
  readonly triedCount: number
  /** No stretch that was not tried can touch more people than this; 0 where all were. */
  readonly untriedMostPeopleCount: number
}

/** Nodes that are visited at most: some two seconds. Limits of a search are moves, never time. */
const MOST_VISITS = 6_000_000

/**
 * Takes each stretch of road out alone and counts what its loss means. Only stretches on somebody's
 * quickest way matter, and no loss touches more people than have their way over it: those with most
 * people over them are tried first, until all are or the search has gone to its limit.
 */
export function criticalStretches(
  network: RoadNetwork,
  losses: RoadLosses,
  {
    atMostMetres,
    mostVisits = MOST_VISITS,
    ...counted
  }: Counted & { readonly atMostMetres: number; readonly mostVisits?: number },
): CriticalStretches {
  const mostPeople = losses.mostPeople(counted.peopleCount)
  const used = roadStretches(network, atMostMetres)
    .map((stretch) => ({ stretch, mostPeopleCount: mostPeople(stretch.edges) }))
    .filter(({ mostPeopleCount }) => mostPeopleCount > 0)
    .sort((a, b) => b.mostPeopleCount - a.mostPeopleCount)
  const worst = new Map<number, StretchLoss>()
  let visitCount = 0
  let triedCount = 0
  for (const { stretch } of used) {
    if (visitCount >= mostVisits) break
    triedCount++
    const loss = losses.without(stretch.edges)
    visitCount += loss.visitCount
    const counts = { stretch, ...countsOf(loss, losses.minutes, counted) }
    const before = worst.get(stretch.chain)
    if (!before || byLoss(counts, before) < 0) worst.set(stretch.chain, counts)
  }
  return {
    losses: [...worst.values()]
      .filter((loss) => loss.cutOffPeopleCount > 0 || loss.addedPeopleMinutes > 0)
      .sort(byLoss),
    usedCount: used.length,
    triedCount,
    untriedMostPeopleCount: used[triedCount]?.mostPeopleCount ?? 0,
  }
}

/** Sorts the worst first: people cut off, then beyond the standard, then minutes. */
export function byLoss(a: StretchLoss, b: StretchLoss): number {
  return (
    b.cutOffPeopleCount - a.cutOffPeopleCount ||
    b.beyondStandardPeopleCount - a.beyondStandardPeopleCount ||
    b.addedPeopleMinutes - a.addedPeopleMinutes ||
    a.stretch.edges[0]! - b.stretch.edges[0]!
  )
}

function countsOf(
  { cells, minutes }: ReturnType<RoadLosses['without']>,
  now: Float64Array,
  { peopleCount, standardMinutes }: Counted,
): Omit<StretchLoss, 'stretch'> {
  let [cutOff, beyond, added, later] = [0, 0, 0, 0]
  cells.forEach((cell, i) => {
    const [before, after] = [now[cell]!, minutes[i]!]
    const people = peopleCount[cell]!
    if (Number.isNaN(after)) {
      cutOff += people
      return
    }
    if (before <= standardMinutes && after > standardMinutes) beyond += people
    added += people * (after - before)
    later += people
  })
  return {
    cutOffPeopleCount: cutOff,
    beyondStandardPeopleCount: beyond,
    addedPeopleMinutes: added,
    laterPeopleCount: later,
  }
}
