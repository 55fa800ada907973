import { isInReserve, postingsInForce, postureOf, unitsInPlace } from '#analysis/compare/posture.ts'
import type { ResourceType } from '#core/records/resource-type.ts'
import type { OperationProblemInput } from './operation-problem.ts'

/** What stands where today, as the planner's slots have it. */
export type Standing = {
  readonly current: Int32Array
  readonly fixed: Int32Array
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
  const fix = (site: number | undefined, typeId: string, count: number) => {
    const type = typeOf.get(typeId)
    if (site === undefined || type === undefined) return
    const slot = site * types.length + type
    fixed[slot] = Math.min(current[slot]!, fixed[slot]! + count)
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
    const stays = unit.kind === 'headquarters' || isInReserve(unit)
    const site = siteOf.get(unit.baseId)
    if (!stays || site === undefined) continue
    for (const { typeId, count } of unit.elements) fix(site, typeId, count)
  }
  for (const { placeId, typeId, count, isHeld } of postingsInForce(input)) {
    if (isHeld) fix(siteOf.get(placeId), typeId, count)
  }
  for (const { placeId, rule, typeIds } of input.sites) {
    if (rule !== 'held') continue
    for (const typeId of typeIds ?? typeOf.keys()) fix(siteOf.get(placeId), typeId, Infinity)
  }
  return { current, fixed, supply, awayCount, missingCount }
}
