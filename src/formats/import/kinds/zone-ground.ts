import type { OperationDocument } from '#core/document.ts'
import { ZONE_KIND_NAMES } from '#core/record-names.ts'
import type { Zone } from '#core/records/zone.ts'
import { isOtherGround } from '#core/zoning/ground-outside.ts'
import { liesOver, reachesOutOf } from '#core/zoning/lies-over.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { Ledger } from '../ledger.ts'

/** Why a row may not take the place of the zone that has its id, in a clause; null if it may. */
export function lockedGroundFault(before: Zone | undefined, row: Zone): string | null {
  if (!before?.isLocked) return null
  const isMoved =
    before.scenarioId !== row.scenarioId ||
    before.kind !== row.kind ||
    isOtherGround(before.outline, row.outline)
  return isMoved
    ? `it would change the ground of ${before.name}, which is locked; unlock that zone first`
    : null
}

/**
 * Tells rows whose ground another zone of their kind has, a pair once, and rows that reach out of the
 * zone that they lie in. They come in all the same, for the list of problems shows both until mended.
 */
export function tellGround(
  coming: readonly { readonly record: RawRecord; readonly zone: Zone }[],
  { tables }: OperationDocument,
  ledger: Ledger,
): void {
  const ids = new Set(coming.map(({ zone }) => zone.id))
  const known = [...tables.zones.values()].filter(({ id }) => !ids.has(id))
  const byId = new Map([...known, ...coming.map(({ zone }) => zone)].map((zone) => [zone.id, zone]))
  for (const { record, zone } of coming) {
    const kind = ZONE_KIND_NAMES[zone.kind].toLowerCase()
    for (const other of known) {
      const isOfItsKind = other.scenarioId === zone.scenarioId && other.kind === zone.kind
      if (!isOfItsKind || !liesOver(zone.outline, other.outline)) continue
      ledger.warn(record, 'zone-overlap', `it lies over ${other.name}, another ${kind} of its COA`)
    }
    const parent = byId.get(zone.parentId ?? '')
    if (parent && reachesOutOf(zone.outline, parent.outline)) {
      ledger.warn(
        record,
        'zone-outside-parent',
        `it reaches out of ${parent.name}, which it lies in`,
      )
    }
    known.push(zone)
  }
}
