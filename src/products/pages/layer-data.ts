import type { DatasetKind } from '#core/records/dataset.ts'
import { basisOf } from '../ages/layer-bases.ts'

/** The kinds of data that layers rest on, each once; of those that nobody decides by, none. */
export function kindsOfLayers(layerIds: readonly string[]): DatasetKind[] {
  const bases = layerIds.flatMap((id) => basisOf(id) ?? [])
  return [...new Set(bases.flatMap(({ kinds, isBackground }) => (isBackground ? [] : kinds)))]
}
