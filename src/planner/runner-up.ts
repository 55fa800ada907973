import { UNITS_PER_POINT } from './engines/cover-model.ts'
import { addUnit, blockOf, canDrop, dropUnit, isSound, type Laydown } from './engines/laydown.ts'
import type { PlanProblem } from './problem.ts'
import { type Shift, slotOf } from './shifts.ts'

/** The best other place for the units of a posting, the rest of the plan as it is. */
export type RunnerUp = {
  readonly placeId: string
  readonly name: string
  /** What it would cost. */
  readonly lossPoints: number
}

/**
 * Tries the units of a shift at every place but the two of it, with the carriers that they lack there:
 * those that they leave idle, then those in stock. Null: nothing else keeps every limit.
 */
export function runnerUpOf(problem: PlanProblem, plan: Laydown, shift: Shift): RunnerUp | null {
  const { model } = plan
  const { type, count, from, to } = shift
  const here = slotOf(model, to, type)
  const before = plan.objective
  for (let i = 0; i < count; i++) dropUnit(plan, here)
  let best = -1
  let most = -Infinity
  for (let site = 0; site < model.siteCount && isSound(plan, to); site++) {
    const there = slotOf(model, site, type)
    const isReachless = model.offsets[there] === model.offsets[there + 1]
    if (site === to || site === from || isReachless) continue
    const objective = objectiveAt(plan, shift, site)
    if (objective === null || objective <= most) continue
    most = objective
    best = site
  }
  for (let i = 0; i < count; i++) addUnit(plan, here)
  if (best < 0) return null
  const { placeId, name } = problem.sites[best]!
  return { placeId, name, lossPoints: (before - most) / UNITS_PER_POINT }
}

/** What the plan is worth with the units of a shift at a site; null: a limit forbids it. Leaves the plan as it was. */
function objectiveAt(plan: Laydown, { type, count, to }: Shift, site: number): number | null {
  const { model } = plan
  const there = slotOf(model, site, type)
  const carrier = model.needsType[type]!
  const steps: number[] = []
  const put = (slot: number) => {
    if (blockOf(plan, slot) !== null) return false
    addUnit(plan, slot)
    steps.push(slot + 1)
    return true
  }
  const putCarrier = () => {
    const idle = slotOf(model, to, carrier)
    if (canDrop(plan, idle)) {
      dropUnit(plan, idle)
      steps.push(-idle - 1)
    }
    return put(slotOf(model, site, carrier))
  }
  let isAllowed = true
  for (let i = 0; i < count && isAllowed; i++) {
    while (isAllowed && blockOf(plan, there) === 'crew') isAllowed = putCarrier()
    isAllowed &&= put(there)
  }
  const { objective } = plan
  for (const step of steps.reverse()) {
    if (step > 0) dropUnit(plan, step - 1)
    else addUnit(plan, -step - 1)
  }
  return isAllowed ? objective : null
}
