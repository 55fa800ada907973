/** Whom minutes are counted for, and by what standard. */
export type Counted = {
  readonly peopleCount: Float64Array
  readonly standardMinutes: number
}

/** What better minutes give people. All parts are 0 where nothing changes. */
export type Gain = {
  /** Beyond the standard before, or cut off, and within it after. */
  readonly withinStandardPeopleCount: number
  /** Cut off before and in reach after. */
  readonly backInReachPeopleCount: number
  /** Σ people × minutes saved, over those in reach both before and after. */
  readonly savedPeopleMinutes: number
  /** Those of them who are reached sooner. */
  readonly soonerPeopleCount: number
}

const NOTHING_MINUTES = 1e-6

/**
 * What is gained from one surface of minutes to another. A cell that is out of reach (NaN) on either
 * side enters no sum of minutes. The other way round it tells what is lost.
 */
export function gainBetween(
  before: Float64Array,
  after: Float64Array,
  { peopleCount, standardMinutes }: Counted,
): Gain {
  let [within, back, saved, sooner] = [0, 0, 0, 0]
  for (let cell = 0; cell < before.length; cell++) {
    const [then, now] = [before[cell]!, after[cell]!]
    if (Number.isNaN(now)) continue
    const people = peopleCount[cell]!
    if (now <= standardMinutes && !(then <= standardMinutes)) within += people
    if (Number.isNaN(then)) back += people
    else if (then - now > NOTHING_MINUTES) {
      saved += people * (then - now)
      sooner += people
    }
  }
  return {
    withinStandardPeopleCount: within,
    backInReachPeopleCount: back,
    savedPeopleMinutes: saved,
    soonerPeopleCount: sooner,
  }
}

/** Whether nobody gains anything. */
export function isNothing({ backInReachPeopleCount, savedPeopleMinutes }: Gain): boolean {
  return backInReachPeopleCount === 0 && savedPeopleMinutes === 0
}

/** Sorts the most people within the standard first, then back in reach, then minutes. */
export function byGain(a: Gain, b: Gain): number {
  return (
    b.withinStandardPeopleCount - a.withinStandardPeopleCount ||
    b.backInReachPeopleCount - a.backInReachPeopleCount ||
    b.savedPeopleMinutes - a.savedPeopleMinutes
  )
}

/** Minutes lost from one surface to a better one: +∞ where it is out of reach, NaN where it stays so. */
export function minutesLost(before: Float64Array, after: Float64Array): Float64Array {
  return before.map((minutes, cell) => {
    const better = after[cell]!
    if (Number.isNaN(better)) return Number.NaN
    return Number.isNaN(minutes) ? Number.POSITIVE_INFINITY : Math.max(0, minutes - better)
  })
}
