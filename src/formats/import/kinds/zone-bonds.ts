import type { OperationDocument } from '#core/document.ts'
import type { Zone } from '#core/records/zone.ts'
import { liesOver } from '#core/zoning/lies-over.ts'
import { levelOf } from '#core/zoning/zone-levels.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { Ledger } from '../ledger.ts'

/** A zone as its row has it, and what the row says that it belongs with. */
export type BondedZone = {
  readonly record: RawRecord
  /** The row’s own id; '' where it has none. */
  readonly key: string
  readonly zone: Zone
  /** Ids, '' or none where nothing is said; null: the file has no such column, so they stay as they were. */
  readonly parent: string | null
  readonly base: string | null
  readonly units: readonly string[] | null
}

/**
 * Gives zones the parents, bases and units that their rows name: of the file or of the operation. What
 * is not there, lies the wrong way round, or answers for another zone already is left out and told.
 */
export function withBonds(
  placed: readonly BondedZone[],
  { tables }: OperationDocument,
  ledger: Ledger,
): Zone[] {
  const known = new Map(tables.zones)
  for (const { zone } of placed) known.set(zone.id, { ...zone, unitIds: [] })
  const byKey = new Map(placed.flatMap(({ key, zone }) => (key ? [[key, zone.id]] : [])))
  for (const { record, zone, parent, base, units } of placed) {
    const warn = (code: string, why: string) => ledger.warn(record, code, why)
    const parentOf = (named: string): string | null => {
      if (named === '') return null
      const over = known.get(byKey.get(named) ?? named)
      const isLarger = over && levelOf(over.kind) < levelOf(zone.kind)
      if (!over || !isLarger || over.scenarioId !== zone.scenarioId) {
        const why = `it should lie in "${named}", which is no larger zone of its COA`
        warn('zone-parent-unknown', why)
        return null
      }
      if (liesOver(zone.outline, over.outline)) return over.id
      warn('zone-parent-elsewhere', `it should lie in ${over.name}, and has no ground in it`)
      return null
    }
    const baseOf = (named: string): string | null => {
      if (named === '') return null
      if (tables.bases.has(named)) return named
      warn('base-unknown', `it should be served from "${named}", which is no base here`)
      return null
    }
    const answers = (unitId: string): boolean => {
      const other = [...known.values()].find(
        (each) => each.scenarioId === zone.scenarioId && each.unitIds.includes(unitId),
      )
      if (tables.units.has(unitId) && !other) return true
      const why = other ? `answers for ${other.name} already` : 'is no unit here'
      warn('zone-unit-unknown', `"${unitId}" should answer for it, and ${why}`)
      return false
    }
    known.set(zone.id, {
      ...zone,
      parentId: parent === null ? zone.parentId : parentOf(parent),
      baseId: base === null ? zone.baseId : baseOf(base),
      unitIds: (units ?? zone.unitIds).filter(answers),
    })
  }
  return placed.map(({ zone }) => known.get(zone.id) ?? zone)
}
