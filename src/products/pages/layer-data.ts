import type { DatasetKind } from '#core/records/dataset.ts'

/** Which kinds of data a layer type rests on; a type that is not here is not dated. */
const KINDS: Readonly<Record<string, readonly DatasetKind[]>> = {
  need: ['incidents', 'surveys'],
  underserved: ['incidents', 'surveys', 'roads', 'patrols'],
  evidence: ['incidents', 'patrols', 'surveys'],
  presence: ['patrols'],
  reach: ['roads'],
  'plan-coverage': ['roads'],
  difference: ['roads'],
  'difference-need': ['incidents', 'surveys', 'roads'],
  incidents: ['incidents'],
  patrols: ['patrols'],
}

/** The kinds of data that layers rest on, each once. */
export function kindsOfLayers(layerIds: readonly string[]): DatasetKind[] {
  return [...new Set(layerIds.flatMap((id) => KINDS[id] ?? []))]
}
