import type { LayerEntry } from '#panels/layers/layer-entry.ts'

const NONE: readonly LayerEntry[] = []
export function useLayerEntries(): readonly LayerEntry[] {
  return NONE
}
