import type { SituationInput } from '../situation.ts'
import { isInReserve, postureOf, unitsInPlace } from './posture.ts'

/** So many of a type at a place. */
export type CostLine = {
  readonly placeId: string
  readonly typeId: string
  readonly count: number
  /** Of all of them, for 30 days. */
  readonly costUsd: number
}

/** Everything in place, moved or not, that costs something. */
export function costLines(input: SituationInput): CostLine[] {
  const typeOf = new Map(input.resourceTypes.map((type) => [type.id, type]))
  return [...postureOf(input).countAt].flatMap(([placeId, counts]) =>
    [...counts].flatMap(([typeId, count]) => {
      const costUsd = count * (typeOf.get(typeId)?.costUsd ?? 0)
      return costUsd > 0 ? [{ placeId, typeId, count, costUsd }] : []
    }),
  )
}

/** So many of a type that come to a place under a scenario, or leave the theatre. */
export type MovedLine = {
  readonly typeId: string
  readonly count: number
  /** Null: from outside. */
  readonly fromBaseId: string | null
  /** Null: out of the theatre. */
  readonly placeId: string | null
  readonly reason: string
  readonly peopleCount: number
  /** Vehicles and other materials. */
  readonly materialCount: number
}

/**
 * What a scenario moves: its postings, as far as bases have what they take, and, where it starts from
 * another force than the baseline, all that this has at a place beyond what stands there today, and all
 * that it has less of in the whole theatre.
 */
export function movedLines(input: SituationInput, baseline: SituationInput): MovedLine[] {
  const typeOf = new Map(input.resourceTypes.map((type) => [type.id, type]))
  const sized = (line: Omit<MovedLine, 'peopleCount' | 'materialCount'>): MovedLine => {
    const type = typeOf.get(line.typeId)
    return {
      ...line,
      peopleCount: line.count * (type?.strengthCount ?? 0),
      materialCount: type && !type.isPersonnel ? line.count : 0,
    }
  }
  const posted = postureOf(input).moved
  if (forceText(input) === forceText(baseline)) return posted.map(sized)
  return [...posted, ...forceChanges(input, baseline)].map(sized)
}

/** Who is in the register of a force, and since when: under a shock it stays the same. */
function forceText({ units }: SituationInput): string {
  return units.map(({ id, validFrom, validTo }) => `${id} ${validFrom} ${validTo}`).join('|')
}

function forceChanges(input: SituationInput, baseline: SituationInput) {
  const has = postureOf({ ...input, postings: [] }).countAt
  const today = postureOf({ ...baseline, postings: [] }).countAt
  const brought = [...has].flatMap(([placeId, counts]) =>
    [...counts].flatMap(([typeId, here]) => {
      const count = here - (today.get(placeId)?.get(typeId) ?? 0)
      const reason = 'in place there in the force at its start'
      return count > 0 ? [{ typeId, count, fromBaseId: null, placeId, reason }] : []
    }),
  )
  const totals = sumByType(has)
  const withdrawn = [...sumByType(today)].flatMap(([typeId, before]) => {
    const count = before - (totals.get(typeId) ?? 0)
    const reason = 'fewer in the force at its start'
    return count > 0 ? [{ typeId, count, fromBaseId: null, placeId: null, reason }] : []
  })
  return [...brought, ...withdrawn]
}

function sumByType(
  countAt: ReadonlyMap<string, ReadonlyMap<string, number>>,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const counts of countAt.values()) {
    for (const [typeId, count] of counts) sums.set(typeId, (sums.get(typeId) ?? 0) + count)
  }
  return sums
}

/** People in reserve or held ready (QRF) at one base that no posting takes. */
export type ReserveLine = {
  readonly placeId: string
  /** Null: what of a unit cannot be moved. */
  readonly typeId: string | null
  readonly unitName: string
  readonly peopleCount: number
}

/** Postings name a base and a type: they take from line units first and from the reserve last. */
export function reserveLines(input: SituationInput): ReserveLine[] {
  const strengthOf = new Map(
    input.resourceTypes.map((type) => [type.id, type.isPersonnel ? type.strengthCount : 0]),
  )
  const inLine = countsByPlace()
  const taken = countsByPlace()
  const reserves = unitsInPlace(input).filter(isInReserve)
  for (const unit of unitsInPlace(input)) {
    if (isInReserve(unit)) continue
    for (const { typeId, count } of unit.elements) inLine.add(unit.baseId, typeId, count)
  }
  for (const { fromBaseId, typeId, count } of postureOf(input).moved) {
    if (fromBaseId !== null) taken.add(fromBaseId, typeId, count)
  }
  const stillTaken = countsByPlace()
  return reserves.flatMap((unit): ReserveLine[] => {
    const { name: unitName, baseId: placeId, strengthCount, elements } = unit
    let movableCount = 0
    const movable = elements.map(({ typeId, count }) => {
      const fromReserve = taken.at(placeId, typeId) - inLine.at(placeId, typeId)
      const gone = Math.min(count, Math.max(0, fromReserve - stillTaken.at(placeId, typeId)))
      stillTaken.add(placeId, typeId, gone)
      const strength = strengthOf.get(typeId) ?? 0
      movableCount += count * strength
      return { placeId, typeId, unitName, peopleCount: (count - gone) * strength }
    })
    const peopleCount = Math.max(0, (strengthCount ?? 0) - movableCount)
    return [...movable, { placeId, typeId: null, unitName, peopleCount }]
  })
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
  }
}
