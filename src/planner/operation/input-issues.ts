import { listed } from '#core/figures.ts'
import { type Issue, issue } from '#core/issue.ts'
import type { Site } from '#core/records/site.ts'
import { laydownCostUsd } from '../laydown-cost.ts'
import { minutesFor, type PlanProblem } from '../problem.ts'
import { grouped, unitsOf } from '../sentences.ts'
import type { OperationProblemInput } from './operation-problem.ts'

/** What makes a plan impossible or much less than it could be, each with what to do. Some 10 ms at country scale. */
export function inputIssues(input: OperationProblemInput, problem: PlanProblem): Issue[] {
  return [
    ...nothingToCover(problem),
    ...cellsWithoutNeed(input),
    ...typesInTheWay(input, problem),
    ...roomIssues(problem),
    ...budgetIssues(problem),
    ...problem.types.flatMap((_, type) => reachIssues(problem, type)),
    ...forcedIssues(problem),
    ...decidedTwice(input, problem),
  ]
}

/** How people call a place, whatever is known of it. */
export function placeName({ ground, bases, places }: OperationProblemInput, id: string): string {
  const at = ground.communityIds.indexOf(id)
  return (
    places.find(({ placeId }) => placeId === id)?.name ??
    bases.find((base) => base.id === id)?.name ??
    ground.communityNames[at] ??
    id
  )
}

function nothingToCover({ types, demand, sites }: PlanProblem): Issue[] {
  if (types.length === 0) return []
  const issues: Issue[] = []
  if (sites.length === 0) {
    const message =
      'There is no place that units could stand at. Add a base or communities, or move the planning date to when a base is there.'
    issues.push(issue('error', 'no-places', message))
  }
  const weighted = [...types.keys()].filter((type) => types[type]!.weight > 0)
  if (weighted.length === 0) {
    const message =
      'Every type has weight 0, so no plan is better than another. Give a type weight.'
    issues.push(issue('error', 'no-weight', message))
  } else if (weighted.every((type) => demand[type]!.every((value) => value === 0))) {
    const message =
      'Nobody needs anything: there are no people, or need is 0 everywhere. Bring in population and what need is measured by.'
    issues.push(issue('error', 'no-demand', message))
  }
  return issues
}

/** What stands today is always allowed, so a lower budget holds nothing back beyond it. */
function budgetIssues(problem: PlanProblem): Issue[] {
  const { budgetUsd } = problem
  if (budgetUsd === null) return []
  const todayUsd = laydownCostUsd(problem, problem.currentCount)
  if (budgetUsd >= todayUsd) return []
  const message = `A budget of ${grouped(budgetUsd)} USD is less than what stands today costs, ${grouped(todayUsd)} USD for 30 days; the plan keeps to that instead. Raise it, or aim for least cost.`
  return [issue('warning', 'budget-under-today', message)]
}

/** People whose need is neither known nor bounded, and counts that are none. */
function cellsWithoutNeed({ ground, need }: OperationProblemInput): Issue[] {
  const issues: Issue[] = []
  let [cells, people, strange] = [0, 0, 0]
  ground.peopleCount.forEach((count, cell) => {
    if (!(count >= 0 && count < Infinity)) strange += 1
    if (!(count > 0)) return
    const score = need.score[cell]!
    const known = Number.isNaN(score) ? (need.lowest[cell]! + need.highest[cell]!) / 2 : score
    if (known >= 0 && known < Infinity) return
    cells += 1
    people += count
  })
  if (cells > 0) {
    const message = `Need has no usable value in ${grouped(cells)} cells with ${grouped(people)} people; what answers to need leaves them out. Check the indicators there.`
    issues.push(issue('warning', 'need-missing', message))
  }
  if (strange > 0) {
    const message = `The number of people is missing or below 0 in ${grouped(strange)} cells; they count as empty. Check the population.`
    issues.push(issue('warning', 'people-missing', message))
  }
  return issues
}

/** Reserves beyond what there is, and carriers that are not there. */
function typesInTheWay({ resourceTypes }: OperationProblemInput, { types }: PlanProblem): Issue[] {
  return resourceTypes.flatMap(({ id, name, reserveCount, needs }) => {
    const issues: Issue[] = []
    const supply = types.find((type) => type.id === id)?.supplyCount ?? 0
    if ((reserveCount ?? 0) > supply) {
      const there = supply === 0 ? 'there is none' : `there are only ${grouped(supply)}`
      const message = `${unitsOf(reserveCount!, name)} shall be held in reserve, but ${there} that can be placed; all stay where they are. Lower the reserve.`
      issues.push(issue('warning', 'reserve-over-supply', message))
    }
    if (needs && !resourceTypes.some((other) => other.id === needs.typeId)) {
      const message = `${name} needs a type that is no longer there, so the plan places it without. Say anew what it needs.`
      issues.push(issue('warning', 'needs-unknown-type', message))
    }
    return issues
  })
}

function mayStand({ sites }: PlanProblem, site: number, type: number): boolean {
  const { rule, barredTypes } = sites[site]!
  return rule !== 'forbidden' && !barredTypes.includes(type)
}

function roomIssues(problem: PlanProblem): Issue[] {
  const { sites, types } = problem
  const room = sites.reduce((sum, { capacityUnits, rule }) => {
    return rule === 'forbidden' ? sum : sum + capacityUnits
  }, 0)
  const wanted = types.reduce((sum, { supplyCount, sizeUnits }) => sum + supplyCount * sizeUnits, 0)
  if (sites.length === 0 || wanted <= room) return []
  const message = `All units together take ${grouped(wanted)} of room, and the places that may be used have ${grouped(room)}: some can only stay where they stand. Add room or places.`
  return [issue('warning', 'units-over-room', message)]
}

/** A type that no allowed place has room for, or from which it reaches nobody. */
function reachIssues(problem: PlanProblem, type: number): Issue[] {
  const { sites, types, demand } = problem
  const { name, weight, supplyCount, sizeUnits, reachMinutes } = types[type]!
  if (!(weight > 0) || supplyCount === 0 || sites.length === 0) return []
  const wanted = [...demand[type]!.keys()].filter((cell) => demand[type]![cell]! > 0)
  if (wanted.length === 0) {
    const message = `Nobody needs ${name}: what it answers to is 0 everywhere.`
    return [issue('warning', 'type-no-demand', message)]
  }
  const allowed = [...sites.keys()].filter((site) => mayStand(problem, site, type))
  const roomy = allowed.filter((site) => sites[site]!.capacityUnits >= sizeUnits)
  if (roomy.length === 0) {
    const message =
      allowed.length === 0
        ? `${name} may stand at no place: all are forbidden to it. Allow one.`
        : `${name} takes ${grouped(sizeUnits)} of room, and no place that it may use has as much. Add room at one.`
    return [issue('warning', 'type-no-place', message)]
  }
  const isNear = (site: number) =>
    wanted.some((cell) => minutesFor(problem, type, { site, cell }) <= reachMinutes)
  if (roomy.some(isNear)) return []
  const message = `From no place that may be used and has room does ${name} reach anybody who needs it within ${grouped(reachMinutes)} minutes. Lengthen its standard, add places, or look at the roads and restrictions.`
  return [issue('warning', 'type-no-reach', message)]
}

/** Places that have to be used and that nothing may or can stand at. */
function forcedIssues(problem: PlanProblem): Issue[] {
  const { sites, types, currentCount } = problem
  return sites.flatMap(({ name, rule, capacityUnits }, site) => {
    if (rule !== 'forced') return []
    const fits = types.some(
      ({ supplyCount, sizeUnits }, type) =>
        supplyCount > 0 && mayStand(problem, site, type) && sizeUnits <= capacityUnits,
    )
    const stands = types.some((_, type) => currentCount[site * types.length + type]! > 0)
    if (fits || stands) return []
    const message = `${name} has to be used, but no unit that there is may stand there or has room there; it stays empty. Add room, or leave it to the planner.`
    return [issue('warning', 'forced-unservable', message)]
  })
}

/** One decision a place counts; an import or a merge may bring several. */
function decidedTwice(input: OperationProblemInput, { types }: PlanProblem): Issue[] {
  const known = new Set(types.map(({ id }) => id))
  const byPlace = new Map<string, Site[]>()
  for (const site of input.sites) {
    byPlace.set(site.placeId, [...(byPlace.get(site.placeId) ?? []), site])
  }
  return [...byPlace].flatMap(([placeId, rows]) => {
    const issues: Issue[] = []
    const name = placeName(input, placeId)
    if (rows.length > 1) {
      const rules = listed(rows.map(({ rule }) => rule))
      const message = `${name} is decided ${rows.length} times (${rules}); beside what is held the last counts. Leave one decision.`
      issues.push(issue('warning', 'site-decided-twice', message))
    }
    if (rows.some(({ typeIds }) => typeIds?.some((id) => !known.has(id)))) {
      const message = `What is decided of ${name} is about a type that is no longer there; that part is left out.`
      issues.push(issue('warning', 'site-unknown-type', message))
    }
    return issues
  })
}
