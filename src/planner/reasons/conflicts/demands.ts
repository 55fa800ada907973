import type { PlanProblem } from '../../problem.ts'
import { grouped, unitsOf } from '../../sentences.ts'
import { type Decision, decisionsIn } from '../decisions.ts'

/**
 * One thing that is asked of a plan. Each is kept or broken by a laydown alone, whatever the others
 * say, so that fewer demands never leave less room. As in every plan, what stands today and what is
 * fixed is never more than a limit allows.
 */
export type Demand = {
  readonly kind:
    | 'floor'
    | 'forced'
    | 'barred'
    | 'held'
    | 'moves'
    | 'budget'
    | 'supply'
    | 'reserve'
    | 'room'
    | 'crew'
  /** Where it holds; −1: nowhere in particular. */
  readonly site: number
  /** Of which type it speaks; −1: of all. */
  readonly type: number
  readonly stratum: number
  /** As a clause: "at most 5 moves". */
  readonly name: string
  /** In the words of whoever decided. */
  readonly reason: string | null
}

const ANYWHERE = { site: -1, type: -1, stratum: -1, reason: null } as const

/**
 * Everything that a problem demands, in the order in which a person would rather give way last:
 * what cannot be changed comes first. A floor is one demand for each of its types and strata.
 */
export function demandsOf(
  problem: PlanProblem,
  decisions: readonly Decision[] = decisionsIn(problem),
): Demand[] {
  const { sites, types, budgetUsd, maxMoveCount, fixedCount } = problem
  const found: Demand[] = []
  const add = (demand: Partial<Demand> & Pick<Demand, 'kind' | 'name'>) =>
    found.push({ ...ANYWHERE, ...demand })
  types.forEach((type, r) => {
    const { needs, name } = type
    const supply = unitsOf(type.supplyCount, name)
    add({ kind: 'supply', type: r, name: `no more than ${supply}` })
    if (needs) {
      const carrier = types[needs.typeIndex]!.name
      add({ kind: 'crew', type: r, name: `no ${name} without the ${carrier} that it needs` })
    }
  })
  add({ kind: 'room', name: 'no place holds more than it has room for' })
  types.forEach(({ reserveCount, name }, r) => {
    const units = unitsOf(reserveCount, name)
    if (reserveCount > 0) add({ kind: 'reserve', type: r, name: `${units} held in reserve` })
  })
  if (budgetUsd !== null) add({ kind: 'budget', name: `at most ${grouped(budgetUsd)} USD` })
  if (maxMoveCount !== null) {
    const moves = maxMoveCount === 1 ? '1 move' : `${grouped(maxMoveCount)} moves`
    add({ kind: 'moves', name: maxMoveCount === 0 ? 'no move' : `at most ${moves}` })
  }
  sites.forEach(({ name }, site) => {
    const own = types.flatMap((type, r) => {
      const count = fixedCount[site * types.length + r]!
      return count > 0 ? [unitsOf(count, type.name)] : []
    })
    if (own.length > 0) {
      const stay = `what is held at ${name} stays there (${own.join(', ')})`
      add({ kind: 'held', site, name: stay })
    }
  })
  for (const { kind, site, name, reason, barredTypes } of decisions) {
    if (kind === 'forced' || kind === 'forbidden') {
      add({ kind: kind === 'forced' ? 'forced' : 'barred', site, name, reason })
    }
    for (const type of kind === 'barred' ? barredTypes : []) {
      const only = `no ${types[type]!.name} goes to ${sites[site]!.name}`
      add({ kind: 'barred', site, type, name: only, reason })
    }
  }
  return [...found, ...floorDemands(problem)]
}

/** Types that every stratum shall have at its floor, by index; none where nothing is asked. */
export function flooredTypes({ types, floorShare, floorPricePoints }: PlanProblem): number[] {
  if (!(floorShare > 0 && floorPricePoints > 0)) return []
  return [...types.keys()].filter((r) => types[r]!.hasFloor && types[r]!.weight > 0)
}

function floorDemands(problem: PlanProblem): Demand[] {
  const { types, stratumNames, floorShare } = problem
  return flooredTypes(problem).flatMap((type) =>
    stratumNames.flatMap((stratumName, stratum): Demand[] => {
      if (demandIn(problem, type, stratum) === 0) return []
      const percent = Math.round(floorShare * 100)
      const by = types.length > 1 ? ` by ${types[type]!.name}` : ''
      const name = `at least ${percent} % in ${stratumName}${by}`
      return [{ ...ANYWHERE, kind: 'floor', type, stratum, name }]
    }),
  )
}

function demandIn({ demand, cellStratum }: PlanProblem, type: number, stratum: number): number {
  return demand[type]!.reduce(
    (sum, value, cell) => (cellStratum[cell] === stratum ? sum + value : sum),
    0,
  )
}
