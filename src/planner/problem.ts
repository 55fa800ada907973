/** A place where units can stand. */
export type PlanSite = {
  readonly placeId: string
  readonly name: string
  /** The cell it stands in; −1 off the grid. */
  readonly cell: number
  /** Room, in the capacity units of `PlanType.sizeUnits`; what stands there today always fits. */
  readonly capacityUnits: number
  /** Paid once if anything stands there. */
  readonly openingCostUsd: number
  /** forced: never left empty; forbidden: nothing but its fixed units. */
  readonly rule: 'optional' | 'forced' | 'forbidden'
  /** Types of which nothing but the fixed units may stand here, as indices. */
  readonly barredTypes: readonly number[]
}

/** A unit no further away than this is worth so much of one that is there at once. */
export type Grade = { readonly withinMinutes: number; readonly worth: number }

/** A kind of people or materials to place. */
export type PlanType = {
  readonly id: string
  readonly name: string
  /** All there are, those in place included. */
  readonly supplyCount: number
  /** Of these, so many are held back where they stand and cover nothing. */
  readonly reserveCount: number
  readonly sizeUnits: number
  readonly costUsd: number
  /** A cell is covered by a unit no further away than this. */
  readonly reachMinutes: number
  /** Service that falls with time: by rising minutes, worth from 1 down; empty: 1 within reach. */
  readonly grades: readonly Grade[]
  /** Whose minutes it travels by: a key of the problem's `minutes`. */
  readonly travelKey: string
  /** Worth of covering all of its demand, beside the other types. */
  readonly weight: number
  /** Worth of the first, second … unit that covers the same cell; falling. */
  readonly levelValues: readonly number[]
  /** At each site at most `ratio` of these for one of that type, rounded down. */
  readonly needs: { readonly typeIndex: number; readonly ratio: number } | null
  readonly hasFloor: boolean
}

/** Per cell; equal where the value is certain. */
export type DemandRange = { readonly lowest: Float64Array; readonly highest: Float64Array }

/** Travel minutes, site-major (`minutes[site × cellCount + cell]`); NaN: cannot be reached. */
export type MinutesMatrix = Float32Array | Float64Array

/**
 * What goes where: one typed problem for everything. Plain data and typed arrays, so that it can
 * cross to a worker. MCLP is one type with one level; `aim: 'travelTime'` makes it a p-median.
 */
export type PlanProblem = {
  /** cover: most demand within reach, in points of 100. travelTime: least demand × minutes to the nearest unit; one type. */
  readonly aim: 'cover' | 'travelTime'
  readonly sites: readonly PlanSite[]
  readonly types: readonly PlanType[]
  readonly stratumNames: readonly string[]
  /** Stratum of each cell; −1 none. */
  readonly cellStratum: Int32Array
  /** What a person calls each cell: its largest community or its grid reference. */
  readonly cellNames: readonly string[]
  /** For "newly covered people"; zeros if unknown. */
  readonly peopleCount: Float64Array
  /** Per type, a value per cell, never negative and never NaN. */
  readonly demand: readonly Float64Array[]
  /** Per type, the least and the most that each value can be; null: all are certain. */
  readonly demandRange: readonly DemandRange[] | null
  /** By travel class. */
  readonly minutes: Readonly<Record<string, MinutesMatrix>>
  readonly budgetUsd: number | null
  /** Share of a stratum's demand that floor types shall cover, and the points lost per unit of share missing. */
  readonly floorShare: number
  readonly floorPricePoints: number
  /** Units in place today, `[site × typeCount + type]`. */
  readonly currentCount: Int32Array
  /** Of these, the ones that stay whatever happens: headquarters, reserves, quick reaction forces. */
  readonly fixedCount: Int32Array
  /** Units that may be put where none stood; null: no limit. */
  readonly maxMoveCount: number | null
  /** Points that each such unit has to earn before it is worth moving. */
  readonly movePricePoints: number
  /** Points that every thousand dollars have to earn, what is in place today included. */
  readonly costPricePoints: number
}

/** Units that are always busy would be worth nothing anywhere, and no plan better than another. */
const MOST_BUSY_SHARE = 0.99

/**
 * Worth of the k-th unit on the same cell when each is busy for a share of the time.
 *
 * @returns (1 − b)·b^(k − 1), ending before a worth under 2 % or after four; `[1]` if never busy.
 * @source M. S. Daskin, "A maximum expected covering location model", Transportation Science 17 (1983).
 */
export function levelValuesOf(busyShare: number): number[] {
  const share = Math.min(busyShare, MOST_BUSY_SHARE)
  const values = [1 - share]
  while (values.length < 4 && values.at(-1)! * share >= 0.02) {
    values.push(values.at(-1)! * share)
  }
  return values
}

/**
 * A graded service as plain covers laid over each other: within each time limit a unit is worth
 * what its grade has more than the next. Exact for several units too: the k-th nearest is worth its
 * grade times the worth of level k, which is what the covers add up to.
 */
export function bandsOf({ grades, reachMinutes }: PlanType): Grade[] {
  if (grades.length === 0) return [{ withinMinutes: reachMinutes, worth: 1 }]
  return grades.map(({ withinMinutes, worth }, at) => ({
    withinMinutes,
    worth: worth - (grades[at + 1]?.worth ?? 0),
  }))
}

/** Minutes from a site to a cell as a type travels; NaN: cannot be reached. */
export function minutesFor(
  problem: PlanProblem,
  type: number,
  at: { readonly site: number; readonly cell: number },
): number {
  const { travelKey } = problem.types[type]!
  return problem.minutes[travelKey]![at.site * problem.cellStratum.length + at.cell]!
}

/**
 * Says whether the arrays fit each other.
 *
 * @throws RangeError naming the part that does not fit: only a programmer can cause this.
 */
export function checkProblem(problem: PlanProblem): void {
  const siteCount = problem.sites.length
  const typeCount = problem.types.length
  const cellCount = problem.cellStratum.length
  const expect = (name: string, found: number, wanted: number) => {
    if (found !== wanted) throw new RangeError(`${name}: ${found} values; expected ${wanted}`)
  }
  expect('demand', problem.demand.length, typeCount)
  problem.demand.forEach((demand, type) => {
    expect(`demand of type ${type}`, demand.length, cellCount)
    if (demand.some((value) => !(value >= 0)))
      throw new RangeError(`demand of type ${type} is NaN or < 0`)
  })
  expect('peopleCount', problem.peopleCount.length, cellCount)
  expect('cellNames', problem.cellNames.length, cellCount)
  expect('currentCount', problem.currentCount.length, siteCount * typeCount)
  expect('fixedCount', problem.fixedCount.length, siteCount * typeCount)
  for (const { travelKey } of problem.types) {
    const minutes = problem.minutes[travelKey]
    expect(`minutes by ${travelKey}`, minutes?.length ?? 0, siteCount * cellCount)
  }
  for (const { name, grades } of problem.types) {
    const isFalling = grades.every(
      ({ withinMinutes, worth }, at) =>
        worth > 0 &&
        worth <= (grades[at - 1]?.worth ?? 1) &&
        withinMinutes > (grades[at - 1]?.withinMinutes ?? 0),
    )
    if (!isFalling) throw new RangeError(`grades of ${name}: minutes must rise and worth must fall`)
  }
  problem.fixedCount.forEach((count, slot) => {
    if (count > problem.currentCount[slot]!) throw new RangeError(`fixedCount at ${slot} > current`)
  })
  if (problem.aim === 'travelTime') expect('types of a travel-time problem', typeCount, 1)
}
