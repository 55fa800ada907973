import { isInReserve, postingsInForce, postureOf, unitsInPlace } from '#analysis/compare/posture.ts'
import type { ResourceType } from '#core/records/resource-type.ts'
import type { OperationProblemInput } from './operation-problem.ts'

/** Units of one slot that stay, and what keeps them there. */
export type Kept = {
  readonly by: 'unit' | 'posting' | 'place'
  /** Of the unit, the posting or the place. */
  readonly id: string
  readonly slot: number
  readonly count: number
  /** In the words of whoever decided it; of a unit its name. */
  readonly words: string | null
}

/** What stands where today, as the planner's slots have it. */
export type Standing = {
  readonly current: Int32Array
  readonly fixed: Int32Array
  /** What is fixed, by what keeps it; of a slot, more may be kept than stands there. */
  readonly kept: readonly Kept[]
  /** By type id: all that stand at candidate places. */
  readonly supply: ReadonlyMap<string, number>
  /** Units that stand at no candidate place. */
  readonly awayCount: number
  /** Units that postings take from bases that do not have them. */
  readonly missingCount: number
}

/** Headquarters, reserves, what is held, and what stands at a held place are fixed. */
export function standingUnits(
  input: OperationProblemInput,
  types: readonly ResourceType[],
): Standing {
  const siteOf = new Map(input.places.map(({ placeId }, site) => [placeId, site]))
  const typeOf = new Map(types.map(({ id }, type) => [id, type]))
  const current = new Int32Array(input.places.length * types.length)
  const fixed = new Int32Array(current.length)
  const supply = new Map<string, number>()
  const kept: Kept[] = []
  const keep = (at: { placeId: string; typeId: string }, by: Omit<Kept, 'slot'>) => {
    const site = siteOf.get(at.placeId)
    const type = typeOf.get(at.typeId)
    if (site === undefined || type === undefined) return
    const slot = site * types.length + type
    const count = Math.min(current[slot]!, by.count)
    if (count === 0) return
    fixed[slot] = Math.min(current[slot]!, fixed[slot]! + count)
    kept.push({ ...by, slot, count })
  }
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
    if (unit.kind !== 'headquarters' && !isInReserve(unit)) continue
    const { id, name: words, baseId: placeId } = unit
    for (const { typeId, count } of unit.elements)
      keep({ placeId, typeId }, { by: 'unit', id, count, words })
  }
  for (const { id, placeId, typeId, count, isHeld, reason } of postingsInForce(input)) {
    if (isHeld) keep({ placeId, typeId }, { by: 'posting', id, count, words: reason || null })
  }
  for (const { placeId, rule, typeIds, reason } of input.sites) {
    if (rule !== 'held') continue
    const words = reason ?? null
    for (const typeId of typeIds ?? typeOf.keys())
      keep({ placeId, typeId }, { by: 'place', id: placeId, count: Infinity, words })
  }
  return { current, fixed, kept, supply, awayCount, missingCount }
}
