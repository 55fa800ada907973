/** Share of the speed on level ground that is lost to a slope of nought: Tobler's best is 5 % downhill. */
const LEVEL = 0.175

/**
 * Walking speed on a slope, of a walker who makes so much on level ground.
 *
 * @param slope rise over run in the direction of walking; negative downhill.
 * @source W. Tobler, "Three presentations on geographical analysis and modelling" (NCGIA 93-1, 1993),
 * as AccessMod's r.walk has it: v · e^0.175 · e^(−3.5 · |slope + 0.05|).
 */
export function walkingSpeedOn(kilometresPerHour: number, slope: number): number {
  return kilometresPerHour * Math.exp(LEVEL) * Math.exp(-3.5 * Math.abs(slope + 0.05))
}

/**
 * How many times as long a slope takes as level ground, the mean of there and back, so that a way is as
 * long both ways; never below 1.
 */
export function slownessOnSlope(slope: number): number {
  return (1 / walkingSpeedOn(1, slope) + 1 / walkingSpeedOn(1, -slope)) / 2
}
