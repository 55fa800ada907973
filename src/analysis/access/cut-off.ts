import { epochMinutesOf } from '#core/time/instant.ts'
import {
  type AccessFacts,
  type AccessRouter,
  accessRouter,
  type Conditions,
} from './access-facts.ts'
import { type Blame, blameOf } from './blame.ts'
import { spellsBack } from './spells.ts'

/** Which cells nobody gets to at the planning instant, and for how long that has been so. */
export type CutOff = {
  /** To every cell now; NaN: cut off. */
  readonly minutes: Float64Array
  /**
   * When each cell that is cut off last became so. −∞: the records show no time when it was in reach.
   * NaN: it is in reach.
   */
  readonly sinceEpochMinutes: Float64Array
  /** Days from then to the planning instant: 0 in reach, +∞ always cut off. */
  readonly days: Float64Array
  /** Cells that are cut off, ascending. */
  readonly cells: readonly number[]
  /** What keeps each of them cut off. */
  readonly blame: ReadonlyMap<number, Blame>
  /** For questions about the same ground. */
  readonly router: AccessRouter
  readonly present: Conditions
}

const MINUTES_PER_DAY = 1440
/** What has been cut off just now has been so for a while, however short. */
const JUST_NOW_DAYS = 1 / MINUTES_PER_DAY

/**
 * Steps back through the spells before the planning instant, the latest first, as long as a cell that
 * is cut off now was cut off then too. Measured from the starts as they are now. Every new set of
 * conditions costs a question to the router.
 */
export function cutOffNow(facts: AccessFacts): CutOff {
  const router = accessRouter(facts)
  const [present, ...earlier] = spellsBack(facts)
  const minutes = router.minutesUnder(present!)
  const cells = [...minutes.keys()].filter((cell) => Number.isNaN(minutes[cell]!))
  const blame = blameOf(cells, present!, router)
  const sinceEpochMinutes = new Float64Array(minutes.length).fill(Number.NaN)
  for (const cell of cells) sinceEpochMinutes[cell] = Number.NEGATIVE_INFINITY
  let open = cells.filter((cell) => blame.get(cell)?.type !== 'never')
  let from = present!.fromEpochMinutes
  for (const spell of earlier) {
    if (open.length === 0) break
    const then = router.minutesUnder(spell)
    for (const cell of open) if (!Number.isNaN(then[cell]!)) sinceEpochMinutes[cell] = from
    open = open.filter((cell) => Number.isNaN(then[cell]!))
    from = spell.fromEpochMinutes
  }
  const now = epochMinutesOf(facts.operation.planningAt)
  const days = sinceEpochMinutes.map((since) =>
    Number.isNaN(since) ? 0 : Math.max(JUST_NOW_DAYS, (now - since) / MINUTES_PER_DAY),
  )
  return { minutes, sinceEpochMinutes, days, cells, blame, router, present: present! }
}
