import { onLattice } from '#core/geo/overlay/lattice.ts'
import { ZONE_KINDS, type Zone } from '#core/records/zone.ts'
import type { ImportKind } from '../kind.ts'
import { ANY_SHAPE, locate } from '../locate.ts'
import { exactly, idsFor, listIn } from './common.ts'
import { SCENARIO_FIELD, scenarioIn } from './scenario-of.ts'
import { type BondedZone, withBonds } from './zone-bonds.ts'
import { lockedGroundFault, tellGround } from './zone-ground.ts'

/** Deployment zones of a course of action that is there. */
export const zonesKind: ImportKind = {
  id: 'zones',
  title: 'zones',
  fields: [
    { field: 'id', aliases: ['zone_id'] },
    SCENARIO_FIELD,
    { field: 'zone', aliases: ['zone_name'] },
    { field: 'zoneKind', aliases: ['zone_kind'] },
    { field: 'zoneTint', aliases: ['zone_tint'] },
    { field: 'isLocked', aliases: ['is_locked'] },
    { field: 'liesIn', aliases: ['lies_in'] },
    { field: 'zoneBase', aliases: ['zone_base'] },
    { field: 'zoneUnits', aliases: ['zone_units'] },
  ],
  needs: ['zone', 'scenario'],
  fit: (sheet) => (['zone', 'scenario', 'zoneKind'].every(sheet.has) ? 0.97 : 0),
  read(sheet, ledger, context) {
    const idOf = idsFor(sheet, 'zone', context.document.tables.zones)
    const placed = locate(sheet, ledger, context, ANY_SHAPE).flatMap(({ record }): BondedZone[] => {
      const { geometry, outlineFault } = record
      const name = sheet.line(record, 'zone')
      if (geometry?.type !== 'polygons' || geometry.polygons.length !== 1) {
        ledger.refuse(record, 'geometry-type', 'a zone needs one outline')
        return []
      }
      if (outlineFault || name === '') {
        const why = outlineFault ? 'its outline must be repaired first' : 'it has no name'
        ledger.refuse(record, outlineFault ?? 'name-missing', why)
        return []
      }
      const scenarioId = scenarioIn(sheet, record, ledger, context)
      if (scenarioId === null) return []
      const tint = sheet.count(record, 'zoneTint') ?? 0
      const id = idOf(record, name)
      // Where a file does not say these, a zone that comes in again keeps them.
      const before = context.document.tables.zones.get(id)
      const { parentId = null, baseId = null, unitIds = [], isLocked = false } = before ?? {}
      const zone: Zone = {
        id,
        scenarioId,
        name,
        kind: exactly(ZONE_KINDS, sheet.text(record, 'zoneKind')) ?? 'sector',
        outline: geometry.polygons[0]!.map((ring) => ring.map(onLattice)),
        tint: Math.min(7, tint),
        isLocked: sheet.has('isLocked')
          ? /^(yes|true)$/i.test(sheet.text(record, 'isLocked'))
          : isLocked,
        parentId,
        baseId,
        unitIds,
      }
      const lockedFault = lockedGroundFault(before, zone)
      if (lockedFault) {
        ledger.refuse(record, 'zone-locked', lockedFault)
        return []
      }
      const said = (field: string) => (sheet.has(field) ? sheet.text(record, field) : null)
      const units = said('zoneUnits')
      return [
        {
          record,
          key: sheet.text(record, 'id'),
          zone,
          parent: said('liesIn'),
          base: said('zoneBase'),
          units: units === null ? null : listIn(units),
        },
      ]
    })
    const zones = withBonds(placed, context.document, ledger)
    tellGround(
      placed.map(({ record }, i) => ({ record, zone: zones[i]! })),
      context.document,
      ledger,
    )
    return { acceptedCount: zones.length, rows: { zones }, batches: [] }
  },
}
