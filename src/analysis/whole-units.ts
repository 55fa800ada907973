/** So many parts of a person, hour or dollar are counted as one: sums of whole parts are exact, in any order. */
export const FINENESS = 1024

/** An amount as a whole number of 1,024ths. */
export function wholeUnits(amount: number): number {
  return Math.round(FINENESS * amount)
}
