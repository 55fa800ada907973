import type { OperationDocument } from '../../document.ts'
import { selfCrossings } from '../../geo/polygon.ts'
import type { Polygon } from '../../place.ts'
import type { Zone } from '../../records/zone.ts'

/** Why a zone may not be changed; null if it may. A locked zone may only be unlocked. */
export function lockedZone({ isLocked, name }: Zone): string | null {
  return isLocked ? `${name} is locked. Unlock it first.` : null
}

/**
 * What is wrong with a border, in a sentence; null if it encloses ground and does not cross itself.
 *
 * @param what begins the sentence: "A zone".
 */
export function outlineFault(outline: Polygon, what = 'A zone'): string | null {
  const tooFew = `${what} needs at least three corners.`
  for (const ring of outline) {
    const [first] = ring
    const last = ring.at(-1)
    if (!first || !last || ring.length < 4) return tooFew
    if (first[0] !== last[0] || first[1] !== last[1]) return 'The border is not closed.'
    const corners = new Set(ring.map(([lon, lat]) => `${lon} ${lat}`))
    if (corners.size < 3) return tooFew
  }
  return selfCrossings(outline).length > 0
    ? 'The border crosses itself. Move a corner so that it does not.'
    : null
}

/** Why a zone may not belong to a scenario; null if it may. */
export function scenarioFault({ tables }: OperationDocument, scenarioId: string): string | null {
  return tables.scenarios.has(scenarioId) ? null : 'That COA is no longer there.'
}

/** Why these units may not answer for a zone; null if they may: each answers for one zone of a COA at most. */
export function answeringFault({ tables }: OperationDocument, zone: Zone): string | null {
  for (const unitId of zone.unitIds) {
    const unit = tables.units.get(unitId)
    if (!unit) return 'A unit that should answer for it is no longer there.'
    const other = [...tables.zones.values()].find(
      ({ id, scenarioId, unitIds }) =>
        id !== zone.id && scenarioId === zone.scenarioId && unitIds.includes(unitId),
    )
    if (other) return `${unit.name} answers for ${other.name} already. Take it out there first.`
  }
  return null
}
