import type { Restriction } from '#core/records/restriction.ts'

/** Whether two restrictions stand and fall together: lines of one road that a shock denies, say. */
export function isOneMeasure(a: Restriction, b: Restriction): boolean {
  return a === b || (a.shockId !== null && a.shockId === b.shockId && a.name === b.name)
}

/** One restriction for each that stands and falls alone; the first of those that do so together. */
export function firstOfEach(restrictions: readonly Restriction[]): readonly Restriction[] {
  return restrictions.filter(
    (each, at) => restrictions.findIndex((other) => isOneMeasure(other, each)) === at,
  )
}

/** What is left when some are lifted, and with them what stands and falls with them. */
export function withoutLifted(
  restrictions: readonly Restriction[],
  lifted: readonly Restriction[],
): readonly Restriction[] {
  return restrictions.filter((each) => !lifted.some((other) => isOneMeasure(other, each)))
}
