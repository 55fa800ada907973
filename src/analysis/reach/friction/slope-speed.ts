/** Share of the speed on level ground that is lost to a slope of nought: Tobler's best is 5 % downhill. */
const LEVEL = 0.175
const STEEPENING = 3.5
/** The slope down which people walk fastest. */
const BEST_SLOPE = 0.05

/**
 * Walking speed on a slope, of a walker who makes so much on level ground.
 *
 * @param slope rise over run in the direction of walking; negative downhill.
 * @source W. Tobler, "Three presentations on geographical analysis and modelling" (NCGIA 93-1, 1993),
 * as AccessMod's r.walk has it: v · e^0.175 · e^(−3.5 · |slope + 0.05|).
 */
export function walkingSpeedOn(kilometresPerHour: number, slope: number): number {
  return kilometresPerHour * Math.exp(LEVEL) * Math.exp(-STEEPENING * Math.abs(slope + BEST_SLOPE))
}

/** The way up takes e^(3.5 · slope), the way down e^(−0.35) of that where it is steeper than the best. */
const BOTH_WAYS = (1 + Math.exp(-2 * LEVEL)) / 2

/**
 * How many times as long a slope takes as level ground, the mean of there and back, so that a way is as
 * long both ways; never below 1.
 */
export function slownessOnSlope(slope: number): number {
  const rise = Math.abs(slope)
  if (rise < BEST_SLOPE) return Math.cosh(STEEPENING * rise)
  return BOTH_WAYS * Math.exp(STEEPENING * rise)
}
