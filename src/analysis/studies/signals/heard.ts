import { type Columns, categoriesOf, labelAt, numbersOf } from '#core/columns/columns.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { discloseRising } from '../../disclosure.ts'
import type { StudyFacts } from '../study.ts'

/** The windows on offer. What is shown under one must not give away another, so all are disclosed at once. */
export const WINDOWS_DAYS = [7, 30, 90] as const
/** Up to where posts are counted: every window, and as long again before it. */
const EDGES_DAYS = [...new Set(WINDOWS_DAYS.flatMap((days) => [days, 2 * days]))].sort(
  (a, b) => a - b,
)

/** What is posted about a county under one window; null: no row of the record is of it. */
export type Heard = {
  readonly recentCount: number | null
  readonly beforeCount: number | null
  /** The same as they may be shown; null: hidden. */
  readonly recentShown: number | null
  readonly beforeShown: number | null
  /** Of posts whose tone is known; NaN: of none. Null: hidden. */
  readonly negativeShown: number | null
  readonly coverage: string | null
}

/** Posts by age of one county; the edges count from the planning instant back. */
type Tally = {
  readonly rows: number[]
  readonly posts: number[]
  readonly negative: number[]
  readonly other: number[]
  coverage: string | null
  coverageAt: number
}

/** What was posted about each county in a window and in the one before it, in the order of the ground. */
export function heardByArea(
  { ground, operation, signals }: StudyFacts,
  days: number,
): readonly Heard[] {
  const at = epochMinutesOf(operation.planningAt)
  const index = new Map(ground.areaIds.map((id, area) => [id, area]))
  const tallies = ground.areaIds.map(emptyTally)
  for (const batch of signals) addBatch(batch, at, (id) => tallies[index.get(id ?? '') ?? -1])
  return tallies.map((tally) => heardOf(tally, days))
}

function emptyTally(): Tally {
  const zeros = () => EDGES_DAYS.map(() => 0)
  return {
    rows: zeros(),
    posts: zeros(),
    negative: zeros(),
    other: zeros(),
    coverage: null,
    coverageAt: -Infinity,
  }
}

function addBatch(batch: Columns, at: number, tallyOf: (id: string | null) => Tally | undefined) {
  const [areas, coverages] = [categoriesOf(batch, 'areaId'), categoriesOf(batch, 'coverage')]
  const [held, volume] = [numbersOf(batch, 'heldEpochMinutes'), numbersOf(batch, 'volumeCount')]
  const negative = numbersOf(batch, 'negativeShare')
  for (let row = 0; row < batch.rowCount; row++) {
    const own = tallyOf(labelAt(areas, row))
    const age = (at - held[row]!) / 1440
    if (!own || !(age >= 0)) continue
    const coverage = labelAt(coverages, row)
    if (coverage !== null && held[row]! >= own.coverageAt) {
      own.coverage = coverage
      own.coverageAt = held[row]!
    }
    const band = EDGES_DAYS.findIndex((edge) => age < edge)
    const posts = volume[row]!
    if (band < 0 || Number.isNaN(posts)) continue
    own.rows[band]!++
    own.posts[band]! += posts
    if (Number.isNaN(negative[row]!)) continue
    own.negative[band]! += posts * negative[row]!
    own.other[band]! += posts * (1 - negative[row]!)
  }
}

/** Sums from now back to each edge, in whole posts. */
function rising(bands: readonly number[]): number[] {
  let sum = 0
  return bands.map((count) => {
    sum += count
    return Math.round(sum)
  })
}

function heardOf(tally: Tally, days: number): Heard {
  const [near, far] = [EDGES_DAYS.indexOf(days), EDGES_DAYS.indexOf(2 * days)]
  const [rows, posts] = [rising(tally.rows), rising(tally.posts)]
  const shown = discloseRising(posts)
  const hasRecent = rows[near]! > 0
  const hasBefore = rows[far]! > rows[near]!
  const [nearShown, farShown] = [shown[near]!, shown[far]!]
  return {
    recentCount: hasRecent ? posts[near]! : null,
    beforeCount: hasBefore ? posts[far]! - posts[near]! : null,
    recentShown: nearShown,
    beforeShown: nearShown === null || farShown === null ? null : farShown - nearShown,
    negativeShown: negativeShown(tally, near),
    coverage: tally.coverage,
  }
}

/** Over the windows both the negative posts and the others must be fit to show, for a share gives both. */
function negativeShown({ negative, other }: Tally, near: number): number | null {
  const isWindow = EDGES_DAYS.map((edge) => WINDOWS_DAYS.some((days) => days === edge))
  const disclosed = [negative, other].map((bands) =>
    discloseRising(rising(bands).filter((_, i) => isWindow[i])),
  )
  const at = isWindow.slice(0, near).filter(Boolean).length
  const [bad, rest] = disclosed.map((counts) => counts[at]!)
  return bad == null || rest == null ? null : bad / (bad + rest)
}
