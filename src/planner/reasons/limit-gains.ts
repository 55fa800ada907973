import { listed } from '#core/figures.ts'
import { UNITS_PER_POINT } from '../engines/cover-model.ts'
import { type Laydown, laydownOf } from '../engines/laydown.ts'
import type { PlanProblem } from '../problem.ts'
import { grouped, tenths, unitsOf } from '../sentences.ts'
import { partOf, type Steps } from '../steps.ts'
import { strataCover } from '../strata-cover.ts'
import { type Changes, changesBetween } from './changes.ts'
import { flooredTypes } from './conflicts/demands.ts'
import { type Gain, gainBetween, gainSentence } from './gain.ts'
import { moreUnits } from './more-units.ts'
import { type AgainSettings, solvedAgain } from './solve-again.ts'

/** What a little more of something would bring. */
export type LimitGain = Changes &
  Gain & {
    readonly kind: 'unit' | 'moves' | 'budget' | 'floorPrice'
    /** Of a unit; null else. */
    readonly typeId: string | null
    /** "One more Platoon with 2 × Patrol vehicle". */
    readonly name: string
    /** Points of the plan’s own objective; for the floor price what it costs by today’s prices, so seldom above 0. */
    readonly gainPoints: number
    readonly sentence: string
  }

export type LimitGains = {
  readonly gains: readonly LimitGain[]
  readonly wasStopped: boolean
}

type Step = Pick<LimitGain, 'kind' | 'typeId' | 'name'> & { readonly problem: PlanProblem }

/**
 * What one more unit of each type (of crews also with the carriers they need), one more move, a tenth
 * more budget and twice the price of floors would change; each searched again from the plan, which
 * was searched on with the same effort first.
 *
 * @throws RangeError for a travel-time problem.
 */
export function* limitGains(
  problem: PlanProblem,
  plan: Int32Array,
  settings: AgainSettings,
): Steps<LimitGains> {
  if (problem.aim !== 'cover') throw new RangeError('only cover problems have limits')
  const steps = stepsOf(problem)
  const share = 1 / (steps.length + 1)
  const first = yield* partOf(solvedAgain(problem, plan, settings), { from: 0, to: share })
  const settled = first.value
  let { wasStopped } = first
  const gains: LimitGain[] = []
  for (const [at, step] of steps.entries()) {
    if (wasStopped) break
    const search = solvedAgain(step.problem, settled.count, settings)
    const found = yield* partOf(search, { from: share * (at + 1), to: share * (at + 2) })
    wasStopped = found.wasStopped
    gains.push(
      step.kind === 'floorPrice'
        ? floorGain(problem, step, { settled, found: found.value })
        : gainOf(problem, step, { settled, found: found.value, settings }),
    )
  }
  return { gains, wasStopped }
}

/** A tenth more, by whole dollars. */
const MORE_BUDGET = 0.1

function stepsOf(problem: PlanProblem): Step[] {
  const { types, maxMoveCount, budgetUsd, floorPricePoints, floorShare } = problem
  const steps: Step[] = types.flatMap((type, r) => {
    const alone = { kind: 'unit', typeId: type.id, name: `One more ${type.name}` } as const
    const more = { ...alone, problem: moreUnits(problem, [{ type: r, count: 1 }]) }
    if (!type.needs) return [more]
    const carriers = Math.ceil(1 / type.needs.ratio)
    const carrier = unitsOf(carriers, types[type.needs.typeIndex]!.name)
    const both = [
      { type: r, count: 1 },
      { type: type.needs.typeIndex, count: carriers },
    ]
    const name = `${alone.name} with ${carrier}`
    return [more, { ...alone, name, problem: moreUnits(problem, both) }]
  })
  const typeId = null
  if (maxMoveCount !== null) {
    const more = { ...problem, maxMoveCount: maxMoveCount + 1 }
    steps.push({ kind: 'moves', typeId, name: 'One more move', problem: more })
  }
  if (budgetUsd !== null && budgetUsd > 0) {
    const extra = Math.ceil(MORE_BUDGET * budgetUsd)
    const name = `${grouped(extra)} USD more, a tenth of the budget,`
    steps.push({
      kind: 'budget',
      typeId,
      name,
      problem: { ...problem, budgetUsd: budgetUsd + extra },
    })
  }
  if (floorPricePoints > 0 && floorShare > 0 && types.some(({ hasFloor }) => hasFloor)) {
    const more = { ...problem, floorPricePoints: 2 * floorPricePoints }
    steps.push({ kind: 'floorPrice', typeId, name: 'Twice the price of floors', problem: more })
  }
  return steps
}

type Searched = { readonly settled: Laydown; readonly found: Laydown }

function gainOf(
  problem: PlanProblem,
  { kind, typeId, name }: Step,
  { settled, found, settings }: Searched & { readonly settings: AgainSettings },
): LimitGain {
  const gain = gainBetween(settled, found, settings.boundSteps)
  const after = gain.gainPoints === 0 ? settled.count : found.count
  const changes = changesBetween(problem, settled.count, after)
  return { kind, typeId, name, ...gain, ...changes, sentence: gainSentence(name, gain) }
}

/** What dearer floors change, told by today's prices. */
function floorGain(
  problem: PlanProblem,
  { kind, typeId, name }: Step,
  { settled, found }: Searched,
): LimitGain {
  const gainPoints =
    (laydownOf(settled.model, found.count).objective - settled.objective) / UNITS_PER_POINT
  const floored = listed(flooredTypes(problem).map((r) => problem.types[r]!.name))
  const shortBefore = shortOf(problem, settled.count)
  const shortAfter = shortOf(problem, found.count)
  const changes = changesBetween(problem, settled.count, found.count)
  const facts = { kind, typeId, name, gainPoints, mostGainPoints: null, ...changes }
  if (shortBefore === 0)
    return { ...facts, sentence: `${name} would change nothing: those of ${floored} are held.` }
  if (shortAfter >= shortBefore)
    return { ...facts, sentence: `${name} would bring no county nearer to its floor.` }
  const cost = gainPoints < 0 ? `costs ${tenths(-gainPoints)} points` : 'costs nothing'
  const from = `${Math.ceil(100 * shortBefore)} to ${Math.ceil(100 * shortAfter)} %`
  const sentence = `${name} lowers what counties lack to their floors, all together, from ${from}; it ${cost}.`
  return { ...facts, sentence }
}

function shortOf(problem: PlanProblem, laydown: Int32Array): number {
  return strataCover(problem, laydown).reduce((sum, { shortfallShare }) => sum + shortfallShare, 0)
}
