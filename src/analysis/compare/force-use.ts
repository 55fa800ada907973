import type { SituationInput } from '../situation.ts'
import { postingsInForce, postureOf, unitsInPlace } from './posture.ts'

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
  const inReserve = new Map<string, number>()
  const inLine = new Map<string, number>()
  let people = 0
  for (const unit of unitsInPlace(input)) {
    const isReserve = unit.role === 'reserve' || unit.role === 'qrf' || unit.kind === 'reserve'
    if (isReserve && unit.elements.length === 0) people += unit.strengthCount ?? 0
    const counts = isReserve ? inReserve : inLine
    for (const { typeId, count } of unit.elements) {
      const key = `${unit.baseId} ${typeId}`
      counts.set(key, (counts.get(key) ?? 0) + count)
    }
  }
  const taken = new Map<string, number>()
  for (const { fromBaseId, typeId, count } of postingsInForce(input)) {
    const key = `${fromBaseId} ${typeId}`
    taken.set(key, (taken.get(key) ?? 0) + count)
  }
  for (const [key, count] of inReserve) {
    const fromReserve = Math.max(0, (taken.get(key) ?? 0) - (inLine.get(key) ?? 0))
    people += Math.max(0, count - fromReserve) * strengthOf(key.slice(key.lastIndexOf(' ') + 1))
  }
  return people
}
