import { put } from '../../change.ts'
import type { Zone } from '../../records/zone.ts'
import { zonesNear } from '../../zoning/near-zones.ts'
import type { Ground } from '../../zoning/rezone.ts'
import { rowsOfScenario } from '../row-fault.ts'
import { idsOf } from './add-zone.ts'
import { rezoned, triedCommand } from './zone-command.ts'
import { kindPhrase, lockedZone } from './zone-guard.ts'

/**
 * Makes one zone of several that touch. The first keeps its name, tint and base, or gets the base of
 * the next that has one; units of all answer for it, and what lay in the others lies in it.
 */
export const mergeZones = triedCommand<{ readonly ids: readonly string[] }>({
  id: 'zone.merge',
  title: 'Merge zones',

  attempt(document, { ids }) {
    const merged = [...new Set(ids)].flatMap((id) => document.tables.zones.get(id) ?? [])
    const [first] = merged
    const fault = mergeFault(merged)
    if (fault || !first) return fault ?? 'Choose the zones to merge.'
    const mergedIds = new Set(idsOf(merged))
    const all = rowsOfScenario(document, 'zones', first.scenarioId)
    const near = zonesNear(
      all,
      merged.map(({ outline }) => outline),
    )
    const inFirst = (zone: Zone): Zone =>
      mergedIds.has(zone.parentId ?? '') ? { ...zone, parentId: first.id } : zone
    const zones = near.map((zone) =>
      zone.id === first.id ? wholeOf(merged, first) : inFirst(zone),
    )
    // What lies in a zone is mostly near it, but a file may say otherwise.
    const astray = all.filter((zone) => !near.includes(zone) && inFirst(zone) !== zone)
    const takersOf = (_: Zone['kind'], { holders }: Ground) => [
      ...new Set(holders.map(({ id }) => (mergedIds.has(id) ? first.id : id))),
    ]
    const change = rezoned(
      document,
      { zones, touchedIds: new Set(), takersOf },
      {
        note: `Merge ${merged.map(({ name }) => name).join(', ')}`,
        newIds: [],
        goneIds: new Set([...mergedIds].filter((id) => id !== first.id)),
        fault: (pieces) =>
          pieces.get(first.id)?.length === 1
            ? null
            : 'These zones do not touch, so they cannot be one.',
      },
    )
    if (typeof change === 'string') return change
    const rows = astray.map((zone) => put(document, 'zones', inFirst(zone)))
    return { ...change, rows: [...change.rows, ...rows] }
  },
})

function mergeFault(zones: readonly Zone[]): string | null {
  const [first, ...others] = zones
  if (!first || others.length === 0) return 'Choose a second zone to merge with.'
  const locked = zones.find(({ isLocked }) => isLocked)
  if (locked) return lockedZone(locked)
  const stranger = others.find(({ scenarioId }) => scenarioId !== first.scenarioId)
  if (stranger) return `${stranger.name} is in another COA.`
  const other = others.find(({ kind }) => kind !== first.kind)
  if (other) {
    return `${first.name} is ${kindPhrase(first.kind)} and ${other.name} ${kindPhrase(other.kind)}; only zones of one kind can be merged.`
  }
  const astray = others.find(({ parentId }) => parentId !== first.parentId)
  return astray
    ? `${first.name} and ${astray.name} lie in different zones. Move one into the other’s first.`
    : null
}

function wholeOf(zones: readonly Zone[], first: Zone): Zone {
  const isInMerged = zones.some(({ id }) => id === first.parentId)
  return {
    ...first,
    parentId: isInMerged ? null : first.parentId,
    baseId: zones.find(({ baseId }) => baseId !== null)?.baseId ?? null,
    unitIds: zones.flatMap(({ unitIds }) => unitIds),
  }
}
