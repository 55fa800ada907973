import type { Ground } from '#analysis/ground.ts'
import type { NeedSurface } from '#analysis/situation.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { Issue } from '#core/issue.ts'
import type { Base } from '#core/records/base.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Posting } from '#core/records/posting.ts'
import type { ResourceType } from '#core/records/resource-type.ts'
import type { Site } from '#core/records/site.ts'
import type { Unit } from '#core/records/unit.ts'
import type { CandidatePlace } from '../candidate-places.ts'
import { type Grade, levelValuesOf, type PlanProblem, type PlanType } from '../problem.ts'
import type { Decision } from '../reasons/decisions.ts'
import { demandOf, demandRangeOf } from './demand.ts'
import { operationDecisions } from './operation-decisions.ts'
import { issuesOf } from './operation-issues.ts'
import { standingUnits } from './standing-units.ts'

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
  /** What binds a plan and could be taken back, by name. */
  readonly decisions: readonly Decision[]
  readonly issues: readonly Issue[]
}

/** A move that adds less than this is not worth an order. */
const MOVE_PRICE_POINTS = 0.03

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
  const decided = new Map(input.sites.map((site) => [site.placeId, site]))
  const weighted = types.filter(({ weight }) => weight > 0).length
  const problem: PlanProblem = {
    aim: 'cover',
    sites: places.map(({ placeId, name, cell, capacityUnits, openingCostUsd }) => ({
      placeId,
      name,
      cell,
      capacityUnits,
      openingCostUsd,
      ...ruleOf(decided.get(placeId), types),
    })),
    types: types.map((type) => planType(type, types, input, standing.supply.get(type.id) ?? 0)),
    stratumNames: [...ground.areaNames],
    cellStratum: ground.grid.areaIndex.slice(),
    cellNames: cellNamesOf(ground),
    peopleCount: ground.peopleCount.map((count) => (count > 0 && count < Infinity ? count : 0)),
    demand: types.map((type) => demandOf(input, type)),
    demandRange: types.map((type) => demandRangeOf(input, type)),
    minutes: input.minutes,
    budgetUsd: operation.budgetUsd,
    floorShare: operation.floorShare,
    floorPricePoints: 300 / Math.max(1, ground.areaNames.length * weighted),
    currentCount: standing.current,
    fixedCount: standing.fixed,
    maxMoveCount: operation.maxMoveCount,
    movePricePoints: MOVE_PRICE_POINTS,
    costPricePoints: 0,
  }
  const issues = issuesOf(input, { isNeedUnknown, decided, standing, problem })
  const decisions = operationDecisions(problem, decided, standing.kept)
  return { problem, isNeedUnknown, decisions, issues }
}

/** What is decided of a site; a held one is free to take more, and what it has is fixed. */
function ruleOf(site: Site | undefined, types: readonly ResourceType[]) {
  const free = { rule: 'optional' as const, barredTypes: [] }
  if (!site || site.rule === 'held') return free
  const { rule, typeIds } = site
  if (rule === 'forced' || !typeIds) return { rule, barredTypes: [] }
  const barredTypes = [...types.keys()].filter((type) => typeIds.includes(types[type]!.id))
  return { ...free, barredTypes }
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
    reserveCount: Math.min(supplyCount, type.reserveCount ?? 0),
    sizeUnits: type.sizeUnits,
    costUsd: type.costUsd,
    reachMinutes: type.reachMinutes,
    grades: gradesOf(type),
    travelKey: travelKeys[type.id] ?? type.vehicleId,
    weight: type.weight,
    levelValues: levelValuesOf(type.busyShare),
    needs:
      needsIndex < 0 || !type.needs ? null : { typeIndex: needsIndex, ratio: type.needs.ratio },
    hasFloor: type.hasFloor && type.weight > 0,
  }
}

/** Whole worth up to a time, and a share of it from there to the standard. */
function gradesOf({ fading, reachMinutes }: ResourceType): Grade[] {
  if (!fading || fading.fullMinutes >= reachMinutes) return []
  return [
    { withinMinutes: fading.fullMinutes, worth: 1 },
    { withinMinutes: reachMinutes, worth: fading.worthShare },
  ]
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
