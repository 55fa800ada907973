import type { OperationDocument } from '../../document.ts'
import { gridReference } from '../../geo/grid-reference.ts'
import { faultIn } from '../../geo/overlay/soundness.ts'
import { areaSquareKilometres } from '../../geo/polygon.ts'
import type { LonLat, Polygon } from '../../place.ts'
import { ZONE_KIND_NAMES } from '../../record-names.ts'
import type { Zone } from '../../records/zone.ts'
import { childrenOf, levelOf } from '../../zoning/zone-levels.ts'

/** Why a zone may not be changed; null if it may. A locked zone may only be unlocked. */
export function lockedZone({ isLocked, name }: Zone): string | null {
  return isLocked ? `${name} is locked. Unlock it first.` : null
}

/** Why places cannot be laid over zones; null if all are on the globe. */
export function globeFault(positions: Iterable<LonLat>): string | null {
  for (const [lon, lat] of positions) {
    // Written so that what is no number is refused too.
    if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) continue
    return 'A corner would lie off the globe. Keep within 180° east and west and 90° north and south.'
  }
  return null
}

/**
 * What is wrong with a border, in a sentence; null if it encloses ground and does not cross itself.
 *
 * @param what begins the sentence: "A zone".
 */
export function outlineFault(outline: Polygon, what = 'A zone'): string | null {
  const tooFew = `${what} needs at least three corners.`
  const offGlobe = globeFault(outline.flat())
  if (offGlobe) return offGlobe
  for (const ring of outline) {
    const [first] = ring
    const last = ring.at(-1)
    if (!first || !last || ring.length < 4) return tooFew
    if (first[0] !== last[0] || first[1] !== last[1]) return 'The border is not closed.'
    const corners = new Set(ring.map(([lon, lat]) => `${lon} ${lat}`))
    if (corners.size < 3) return tooFew
  }
  const at = faultIn(outline)
  if (!at) return areaSquareKilometres([outline]) > 0 ? null : `${what} has to enclose some ground.`
  const reference = gridReference(at)
  const where = reference ? ` at ${reference}` : ''
  const isOfHoles = outline.length > 1 && outline.every((ring) => faultIn([ring]) === null)
  return isOfHoles
    ? `A hole does not lie within the border, or crosses it or another hole${where}. Move it, or take it out.`
    : `The border crosses itself${where}. Move a corner so that it does not.`
}

/** Why a zone may not belong to a scenario; null if it may. */
export function scenarioFault({ tables }: OperationDocument, scenarioId: string): string | null {
  return tables.scenarios.has(scenarioId) ? null : 'That COA is no longer there.'
}

/** What is wrong with what a zone says of others: its parent, base and units; null if nothing is. */
export function bondFault(document: OperationDocument, zone: Zone): string | null {
  const { tables } = document
  const { parentId, baseId, kind } = zone
  if (baseId !== null && !tables.bases.has(baseId)) return 'That base is no longer there.'
  const parent = parentId === null ? null : tables.zones.get(parentId)
  if (parent === undefined || (parent && parent.scenarioId !== zone.scenarioId)) {
    return 'The zone that it shall lie in is no longer there.'
  }
  if (parent && levelOf(parent.kind) >= levelOf(kind)) return levelSentence(kind, parent)
  const child = childrenOf(tables.zones.values(), zone.id).find(
    (each) => levelOf(each.kind) <= levelOf(kind),
  )
  return child ? levelSentence(child.kind, zone) : answeringFault(document, zone)
}

function levelSentence(kind: Zone['kind'], parent: Zone): string {
  return `A zone lies in one of a larger kind, and ${parent.name} would be ${kindPhrase(parent.kind)} round ${kindPhrase(kind)}.`
}

/** "a sector", "an area of responsibility". */
export function kindPhrase(kind: Zone['kind']): string {
  const name = ZONE_KIND_NAMES[kind].toLowerCase()
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}

/** Why these units may not answer for a zone; null if they may: each answers for one zone of a COA at most. */
function answeringFault({ tables }: OperationDocument, zone: Zone): string | null {
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
