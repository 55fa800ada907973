import { minutesFor, type PlanProblem } from '../../problem.ts'
import { grouped, unitsOf } from '../../sentences.ts'
import { type Decision, withoutDecision } from '../decisions.ts'
import { grantOf } from '../grants.ts'
import { moreUnits } from '../more-units.ts'
import { type Ladder, MORE_UNITS, type Relaxation } from './ladder.ts'
import { roomLadders } from './rooms.ts'

const MORE_MOVES = [1, 2, 5, 10] as const
const MORE_BUDGET_SHARES = [0.05, 0.1, 0.25, 0.5, 1] as const
const MORE_MINUTES = [15, 30, 60, 120] as const
/** How often need in a stratum counts where a plan is told to serve it: little, then as often as it takes. */
export const COUNTED_TIMES = [1.5, 2, 3, 5, 20] as const

/**
 * What could be granted for the sake of a stratum, cheapest first: an order (moves), a decision
 * taken back, room, money, units, a longer standard. Places and types that could not serve it are
 * left out.
 */
export function laddersFor(
  problem: PlanProblem,
  decisions: readonly Decision[],
  { stratum, plan }: { readonly stratum: number; readonly plan: Int32Array },
): Ladder[] {
  const near = nearSites(problem, stratum)
  const ladder = (kind: Relaxation['kind'], tried: string, steps: Omit<Relaxation, 'kind'>[]) =>
    steps.length > 0 ? [{ kind, tried, steps: steps.map((step) => ({ kind, ...step })) }] : []
  const nothingHeld: Relaxation = {
    kind: 'hold',
    name: 'freeing everything that is held',
    problem: { ...problem, fixedCount: new Int32Array(problem.fixedCount.length) },
  }
  const freed = decisions.filter(({ kind, site }) => {
    if (kind === 'forced') return true
    return kind === 'forbidden' || kind === 'barred' ? near.has(site) : true
  })
  return [
    ...ladder('moves', 'up to 10 more moves', moreMoves(problem)),
    ...freed.flatMap((decision) => {
      const kind = decision.holds.length > 0 ? 'hold' : 'rule'
      const onlyIf = kind === 'hold' ? { onlyIf: nothingHeld } : {}
      const name = decision.lifting
      const tried = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`
      const grant = grantOf(decision, problem.sites[decision.site]!.placeId)
      const lifted = withoutDecision(problem, decisions, decision)
      const steps = [{ name, problem: lifted, ...(grant ? { grant } : {}) }]
      return ladder(kind, tried, steps).map((one) => ({ ...one, ...onlyIf }))
    }),
    ...roomLadders(problem, { near, plan, stratum }),
    ...ladder('budget', 'up to twice the budget', moreBudget(problem)),
    ...problem.types.flatMap((type, r) =>
      ladder('unit', `up to 5 × ${type.name} more`, moreOfType(problem, r)),
    ),
    ...problem.types.flatMap((type, r) =>
      ladder('standard', `up to 120 minutes more for ${type.name}`, longerStandard(problem, r)),
    ),
  ]
}

/** Need there counted several times: what the same units could do for it, taken from others. */
export function priorityLadder(problem: PlanProblem, stratum: number): Ladder {
  const name = problem.stratumNames[stratum]!
  return {
    kind: 'priority',
    tried: `counting need in ${name} up to 20 times`,
    steps: COUNTED_TIMES.map((times) => ({
      kind: 'priority',
      times,
      name: `Counting need in ${name} ${times === 2 ? 'twice' : `${times} times`}`,
      problem: withPriority(problem, stratum, times),
    })),
  }
}

/**
 * The same problem, but that need in one stratum counts so many times. All other prices keep what
 * they are beside each other: the points of all are scaled alike.
 */
export function withPriority(problem: PlanProblem, stratum: number, times: number): PlanProblem {
  const { types, cellStratum } = problem
  const demand = problem.demand.map((values) =>
    values.map((value, cell) => (cellStratum[cell] === stratum ? times * value : value)),
  )
  const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)
  const weights = types.map(({ weight }, r) => {
    const before = sumOf(problem.demand[r]!)
    return before > 0 ? (weight * sumOf(demand[r]!)) / before : weight
  })
  const scale =
    types.reduce((sum, { weight }) => sum + weight, 0) /
    weights.reduce((sum, weight) => sum + weight, 0)
  return {
    ...problem,
    demand,
    types: types.map((type, r) => ({ ...type, weight: weights[r]! })),
    floorPricePoints: problem.floorPricePoints * scale,
    movePricePoints: problem.movePricePoints * scale,
    costPricePoints: problem.costPricePoints * scale,
  }
}

/** Places from which a unit of some type with weight reaches demand in a stratum. */
function nearSites(problem: PlanProblem, stratum: number): Set<number> {
  const { sites, types, cellStratum, demand } = problem
  const cells = [...cellStratum.keys()].filter((cell) => cellStratum[cell] === stratum)
  const isNear = (site: number) =>
    types.some(
      ({ weight, reachMinutes }, r) =>
        weight > 0 &&
        cells.some(
          (cell) => demand[r]![cell]! > 0 && minutesFor(problem, r, { site, cell }) <= reachMinutes,
        ),
    )
  return new Set([...sites.keys()].filter(isNear))
}

function moreMoves(problem: PlanProblem) {
  const { maxMoveCount } = problem
  if (maxMoveCount === null) return []
  return MORE_MOVES.map((more) => {
    const setting = { maxMoveCount: maxMoveCount + more }
    return {
      name: more === 1 ? 'One more move' : `${more} more moves`,
      problem: { ...problem, ...setting },
      grant: { kind: 'moves' as const, ...setting },
    }
  })
}

function moreBudget(problem: PlanProblem) {
  const { budgetUsd } = problem
  if (budgetUsd === null || budgetUsd === 0) return []
  return MORE_BUDGET_SHARES.map((share) => {
    const extra = Math.ceil(share * budgetUsd)
    const setting = { budgetUsd: budgetUsd + extra }
    return {
      name: `${grouped(extra)} USD more`,
      problem: { ...problem, ...setting },
      grant: { kind: 'budget' as const, ...setting },
    }
  })
}

/** Of crews with the carriers that they need; whatever comes may also be placed. */
function moreOfType(problem: PlanProblem, type: number) {
  const { types, maxMoveCount } = problem
  const { name, needs } = types[type]!
  return MORE_UNITS.map((count) => {
    const carriers = needs ? Math.ceil(count / needs.ratio) : 0
    const extra: { type: number; count: number }[] = [{ type, count }]
    if (needs) extra.push({ type: needs.typeIndex, count: carriers })
    const beside = needs ? ` with ${unitsOf(carriers, types[needs.typeIndex]!.name)}` : ''
    const more = moreUnits(problem, extra)
    const moves = maxMoveCount === null ? null : maxMoveCount + count + carriers
    const order = moves === null ? '' : ', placed beside all moves,'
    return {
      name: `${count === 1 ? `One more ${name}` : `${count} × ${name} more`}${beside}${order}`,
      problem: { ...more, maxMoveCount: moves },
    }
  })
}

/** A type that fades goes on at the worth of its last grade. */
function longerStandard(problem: PlanProblem, type: number) {
  const { id, weight, reachMinutes, name } = problem.types[type]!
  if (weight === 0) return []
  return MORE_MINUTES.map((more) => {
    const reach = reachMinutes + more
    const types = problem.types.map((own, r) => {
      if (r !== type) return own
      const grades = own.grades.map((grade, at) =>
        at === own.grades.length - 1
          ? { ...grade, withinMinutes: Math.max(grade.withinMinutes, reach) }
          : grade,
      )
      return { ...own, reachMinutes: reach, grades }
    })
    return {
      name: `A standard of ${grouped(reach)} instead of ${grouped(reachMinutes)} minutes for ${name}`,
      problem: { ...problem, types },
      grant: { kind: 'standard' as const, typeId: id, reachMinutes: reach },
    }
  })
}
