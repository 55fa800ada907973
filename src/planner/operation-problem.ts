import { isInReserve, postureOf, unitsInPlace } from '#analysis/compare/posture.ts'
import type { Ground } from '#analysis/ground.ts'
import type { NeedSurface } from '#analysis/situation.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import { type Issue, issue } from '#core/issue.ts'
import type { Base } from '#core/records/base.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Posting } from '#core/records/posting.ts'
import type { ResourceType } from '#core/records/resource-type.ts'
import type { Site } from '#core/records/site.ts'
import type { Unit } from '#core/records/unit.ts'
import type { CandidatePlace } from './candidate-places.ts'
import { levelValuesOf, type PlanProblem, type PlanType } from './problem.ts'

/** Rows and surfaces that a plan of an operation is made from. */
export type OperationProblemInput = {
  readonly ground: Ground
  readonly operation: Operation
  readonly need: Pick<NeedSurface, 'score' | 'lowest' | 'highest'>
  readonly resourceTypes: readonly ResourceType[]
  readonly bases: readonly Base[]
  readonly units: readonly Unit[]
  /** Decisions of the scenario. Its postings are taken as carried out: a second plan builds on them. */
  readonly sites: readonly Site[]
  readonly postings: readonly Posting[]
  readonly places: readonly CandidatePlace[]
  /** By travel class: minutes from each place to each cell, place-major; NaN: cannot be reached. */
  readonly minutes: PlanProblem['minutes']
  /** Travel class by id of type. */
  readonly travelKeys: Readonly<Record<string, string>>
}

/** A problem, and what a person should know about it. */
export type OperationProblem = {
  readonly problem: PlanProblem
  /** 1 where need is unknown and the middle of its interval stands in. */
  readonly isNeedUnknown: Uint8Array
  readonly issues: readonly Issue[]
}

/** A move that adds less than this is not worth an order. */
const MOVE_PRICE_POINTS = 0.01

/**
 * The problem of an operation at its planning instant. Supply is what stands in place, accepted
 * postings included; units away from every candidate place stay there. Headquarters, reserves and
 * quick reaction forces stay where they are and cover from there.
 */
export function operationProblem(input: OperationProblemInput): OperationProblem {
  const { ground, operation, places } = input
  const types = [...input.resourceTypes].sort((a, b) => (a.id < b.id ? -1 : 1))
  const cellCount = ground.grid.cells.length
  const isNeedUnknown = Uint8Array.from({ length: cellCount }, (_, cell) =>
    Number(Number.isNaN(input.need.score[cell]!)),
  )
  const standing = standingUnits(input, types)
  const rules = new Map(input.sites.map(({ placeId, rule }) => [placeId, rule]))
  const weighted = types.filter(({ weight }) => weight > 0).length
  const problem: PlanProblem = {
    aim: 'cover',
    sites: places.map(({ placeId, name, cell, capacityUnits, openingCostUsd }) => ({
      placeId,
      name,
      cell,
      capacityUnits,
      openingCostUsd,
      rule: rules.get(placeId) ?? 'optional',
    })),
    types: types.map((type) => planType(type, types, input, standing.supply.get(type.id) ?? 0)),
    stratumNames: [...ground.areaNames],
    cellStratum: ground.grid.areaIndex.slice(),
    cellNames: cellNamesOf(ground),
    peopleCount: ground.peopleCount.slice(),
    demand: types.map((type) => demandOf(input, type)),
    minutes: input.minutes,
    budgetUsd: operation.budgetUsd,
    floorShare: operation.floorShare,
    floorPricePoints: 300 / Math.max(1, ground.areaNames.length * weighted),
    currentCount: standing.current,
    fixedCount: standing.fixed,
    maxMoveCount: operation.maxMoveCount,
    movePricePoints: MOVE_PRICE_POINTS,
  }
  return { problem, isNeedUnknown, issues: issuesOf(input, { isNeedUnknown, rules, standing }) }
}

function planType(
  type: ResourceType,
  types: readonly ResourceType[],
  { travelKeys }: OperationProblemInput,
  supplyCount: number,
): PlanType {
  const needsIndex = types.findIndex(({ id }) => id === type.needs?.typeId)
  return {
    id: type.id,
    name: type.name,
    supplyCount,
    sizeUnits: type.sizeUnits,
    costUsd: type.costUsd,
    reachMinutes: type.reachMinutes,
    travelKey: travelKeys[type.id] ?? type.vehicleId,
    weight: type.weight,
    levelValues: levelValuesOf(type.busyShare),
    needs:
      needsIndex < 0 || !type.needs ? null : { typeIndex: needsIndex, ratio: type.needs.ratio },
    hasFloor: type.hasFloor && type.weight > 0,
  }
}

/** Cells without people ask for nothing. Unknown need is the middle between its best and worst case. */
function demandOf({ ground, need }: OperationProblemInput, type: ResourceType): Float64Array {
  return ground.peopleCount.map((people, cell) => {
    if (!(people > 0)) return 0
    if (type.demand === 'people') return people
    const score = need.score[cell]!
    const known = Number.isNaN(score) ? (need.lowest[cell]! + need.highest[cell]!) / 2 : score
    return type.demand === 'need' ? known : known * people
  })
}

type Standing = {
  readonly current: Int32Array
  readonly fixed: Int32Array
  /** By type id: all that stand at candidate places. */
  readonly supply: ReadonlyMap<string, number>
  /** Units that stand at no candidate place. */
  readonly awayCount: number
  /** Units that postings take from bases that do not have them. */
  readonly missingCount: number
}

function standingUnits(input: OperationProblemInput, types: readonly ResourceType[]): Standing {
  const siteOf = new Map(input.places.map(({ placeId }, site) => [placeId, site]))
  const typeOf = new Map(types.map(({ id }, type) => [id, type]))
  const current = new Int32Array(input.places.length * types.length)
  const fixed = new Int32Array(current.length)
  const supply = new Map<string, number>()
  let awayCount = 0
  const { countAt, missingCount } = postureOf(input)
  for (const [placeId, counts] of countAt) {
    const site = siteOf.get(placeId)
    for (const [typeId, count] of counts) {
      const type = typeOf.get(typeId)
      if (site === undefined || type === undefined) {
        awayCount += count
        continue
      }
      supply.set(typeId, (supply.get(typeId) ?? 0) + count)
      current[site * types.length + type]! += count
    }
  }
  for (const unit of unitsInPlace(input)) {
    const stays = unit.kind === 'headquarters' || isInReserve(unit)
    const site = siteOf.get(unit.baseId)
    if (!stays || site === undefined) continue
    for (const { typeId, count } of unit.elements) {
      const type = typeOf.get(typeId)
      if (type === undefined) continue
      const slot = site * types.length + type
      fixed[slot] = Math.min(current[slot]!, fixed[slot]! + count)
    }
  }
  return { current, fixed, supply, awayCount, missingCount }
}

/** The largest community in each cell; else the grid reference of its middle, to a kilometre. */
function cellNamesOf(ground: Ground): string[] {
  const { grid, communityCell, communityPeopleCount, communityNames } = ground
  const names = grid.cells.map((cell, i) => {
    const middle = [grid.lonDegrees[i]!, grid.latDegrees[i]!] as const
    return gridReference(middle, 2) ?? cell
  })
  const largest = new Float64Array(names.length).fill(-1)
  communityCell.forEach((cell, community) => {
    if (cell < 0 || communityPeopleCount[community]! <= largest[cell]!) return
    largest[cell] = communityPeopleCount[community]!
    names[cell] = communityNames[community]!
  })
  return names
}

function issuesOf(
  { ground, places, resourceTypes }: OperationProblemInput,
  found: {
    readonly isNeedUnknown: Uint8Array
    readonly rules: ReadonlyMap<string, string>
    readonly standing: Standing
  },
): Issue[] {
  const issues: Issue[] = []
  const unknown = ground.peopleCount.reduce(
    (sum, people, cell) => (found.isNeedUnknown[cell] === 1 ? sum + people : sum),
    0,
  )
  const people = ground.peopleCount.reduce((sum, count) => sum + count, 0)
  if (unknown > 0) {
    const percent = Math.max(1, Math.round((100 * unknown) / people))
    const message = `Need is unknown where ${percent} % of people live; the plan takes the middle between its best and worst case there.`
    issues.push(issue('warning', 'need-unknown', message))
  }
  if (resourceTypes.length === 0) {
    issues.push(issue('error', 'no-resource-types', 'There is no type to place. Add one first.'))
  }
  if (found.standing.supply.size === 0) {
    const message = 'No unit has anything that can be moved. Give units their elements first.'
    issues.push(issue('error', 'nothing-to-place', message))
  }
  if (found.standing.awayCount > 0) {
    const message = `${found.standing.awayCount} units stand at places that the plan cannot use; it leaves them there.`
    issues.push(issue('warning', 'units-away', message))
  }
  if (found.standing.missingCount > 0) {
    const message = `Postings of this COA take ${found.standing.missingCount} units from bases that do not have them at the planning date; they are left out. Remove or change those postings.`
    issues.push(issue('warning', 'postings-short', message))
  }
  const known = new Set(places.map(({ placeId }) => placeId))
  for (const [placeId, rule] of found.rules) {
    if (known.has(placeId)) continue
    const message = `Site ${placeId} is ${rule} but is no candidate place at the planning date.`
    issues.push(issue('warning', 'site-not-candidate', message))
  }
  return issues
}
