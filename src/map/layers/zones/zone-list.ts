import type { Zone } from '#core/records/zone.ts'
import { remembered } from '../../remembered.ts'
import type { Scene } from '../../scene.ts'

const zonesOf = remembered(
  (zones: ReadonlyMap<string, Zone>, scenarioId: string): readonly Zone[] =>
    [...zones.values()].filter((zone) => zone.scenarioId === scenarioId),
)

/** The zones of the scene's scenario. The same list while the table is the same. */
export function zonesIn({ document, scenarioId }: Scene): readonly Zone[] {
  return zonesOf(document.tables.zones, scenarioId)
}

/** The zone that is selected; null: none is. */
export function selectedZone(scene: Scene): Zone | null {
  const { selection } = scene
  if (selection?.type !== 'row' || selection.table !== 'zones') return null
  return zonesIn(scene).find(({ id }) => id === selection.id) ?? null
}
