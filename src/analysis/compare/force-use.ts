import type { SituationInput } from '../situation.ts'
import { isInReserve, postingsInForce, postureOf, unitsInPlace } from './posture.ts'

/** What a scenario asks of the force. */
export type ForceUse = {
  /** People in what the scenario's postings move or bring in. */
  readonly postedPeopleCount: number
  /** How many of whatever type they move or bring in. */
  readonly moveCount: number
  /** Of everything in place, moved or not, for 30 days. */
  readonly costUsd: number
  /** People of units in reserve or held ready (QRF) that no posting takes. */
  readonly reservePeopleCount: number
}

/** Adds up what the postings of a scenario take, and what is left in reserve. */
export function forceUseOf(input: SituationInput): ForceUse {
  const typeOf = new Map(input.resourceTypes.map((type) => [type.id, type]))
  const strengthOf = (typeId: string) => typeOf.get(typeId)?.strengthCount ?? 0
  let postedPeopleCount = 0
  let moveCount = 0
  for (const { typeId, count } of postingsInForce(input)) {
    postedPeopleCount += count * strengthOf(typeId)
    moveCount += count
  }
  let costUsd = 0
  for (const counts of postureOf(input).countAt.values()) {
    for (const [typeId, count] of counts) costUsd += count * (typeOf.get(typeId)?.costUsd ?? 0)
  }
  return {
    postedPeopleCount,
    moveCount,
    costUsd,
    reservePeopleCount: reserveLeft(input, strengthOf),
  }
}

/** Postings name a base and a type: they take from line units first and from the reserve last. */
function reserveLeft(input: SituationInput, strengthOf: (typeId: string) => number): number {
  const inReserve = countsByPlace()
  const inLine = countsByPlace()
  const taken = countsByPlace()
  let people = 0
  for (const unit of unitsInPlace(input)) {
    const isReserve = isInReserve(unit)
    if (isReserve && unit.elements.length === 0) people += unit.strengthCount ?? 0
    const counts = isReserve ? inReserve : inLine
    for (const { typeId, count } of unit.elements) counts.add(unit.baseId, typeId, count)
  }
  for (const { fromBaseId, typeId, count } of postingsInForce(input)) {
    if (fromBaseId !== null) taken.add(fromBaseId, typeId, count)
  }
  for (const [placeId, typeId, count] of inReserve.all()) {
    const fromReserve = taken.at(placeId, typeId) - inLine.at(placeId, typeId)
    people += Math.max(0, count - Math.max(0, fromReserve)) * strengthOf(typeId)
  }
  return people
}

/** Counts of types at places. */
function countsByPlace() {
  const counts = new Map<string, Map<string, number>>()
  const at = (placeId: string, typeId: string) => counts.get(placeId)?.get(typeId) ?? 0
  return {
    at,
    add(placeId: string, typeId: string, count: number) {
      const here = counts.get(placeId) ?? new Map<string, number>()
      counts.set(placeId, here.set(typeId, at(placeId, typeId) + count))
    },
    all: () =>
      [...counts].flatMap(([placeId, here]) =>
        [...here].map(([typeId, count]) => [placeId, typeId, count] as const),
      ),
  }
}
