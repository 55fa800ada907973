import { coverLess, coverMore } from './laydown.ts'
import { type MoveBench, unbook } from './move-bench.ts'
import { coolingDraws } from './series.ts'

const DRAWS = coolingDraws(4096)

/**
 * Keeps the steps of a move or takes them back, by what they are worth. The gains that are known, with
 * all that overlaps could add, are enough to refuse most moves without touching the cover.
 */
export function settle(bench: MoveBench): void {
  const { laydown, gains, steps, stepCount, priced } = bench
  const least = leastAccepted(bench)
  const overlap = overlapOf(bench)
  const most = priced + sumOfGains(bench)
  if (most + overlap < least) {
    unbook(bench, 0)
    return
  }
  const change = priced + coverSteps(bench)
  if (change < least) {
    uncoverSteps(bench)
    unbook(bench, 0)
    return
  }
  laydown.objective += change
  for (let i = 0; i < stepCount; i++) gains.forget(Math.abs(steps[i]!) - 1)
}

/** The change that the temperature just lets pass this time. */
function leastAccepted({ temperature, random }: MoveBench): number {
  return temperature > 0 ? -temperature * DRAWS[random.below(DRAWS.length)]! : 0
}

/** How much more than the sum of their gains the steps together can be worth. */
function overlapOf({ gains, steps, stepCount }: MoveBench): number {
  let sum = 0
  for (let i = 0; i < stepCount; i++) {
    if (steps[i]! > 0) continue
    for (let j = 0; j < stepCount; j++) {
      if (steps[j]! > 0) sum += gains.overlap(-steps[i]! - 1, steps[j]! - 1)
    }
  }
  return sum
}

/** No less than the cover is worth, but for overlaps of what leaves and what comes: worths fall as units come. */
function sumOfGains({ gains, steps, stepCount }: MoveBench): number {
  let sum = 0
  for (let i = 0; i < stepCount; i++) {
    const step = steps[i]!
    sum += step > 0 ? gains.adding(step - 1) : gains.dropping(-step - 1)
  }
  return sum
}

function coverSteps({ laydown, steps, stepCount }: MoveBench): number {
  let sum = 0
  for (let i = 0; i < stepCount; i++) {
    const step = steps[i]!
    sum += step > 0 ? coverMore(laydown, step - 1) : coverLess(laydown, -step - 1)
  }
  return sum
}

function uncoverSteps({ laydown, steps, stepCount }: MoveBench): void {
  for (let i = stepCount - 1; i >= 0; i--) {
    const step = steps[i]!
    if (step > 0) coverLess(laydown, step - 1)
    else coverMore(laydown, -step - 1)
  }
}
