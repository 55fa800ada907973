import type { OperationDocument, Tables } from '#core/document.ts'
import type { DatasetKind } from '#core/records/dataset.ts'

type Source = { readonly name: string } & (
  | { readonly anyOf: readonly DatasetKind[] }
  | { readonly table: keyof Tables }
)

/** What layer types cannot be without; one that is not here is drawn from the ground. */
const SOURCES: Readonly<Record<string, Source>> = {
  incidents: { name: 'Incidents', anyOf: ['incidents'] },
  patrols: { name: 'Patrols', anyOf: ['patrols'] },
  presence: { name: 'Patrol presence', anyOf: ['patrols'] },
  evidence: { name: 'Evidence age', anyOf: ['incidents', 'patrols', 'surveys'] },
  waterways: { name: 'Rivers and lakes', anyOf: ['waterways'] },
  'land-cover': { name: 'Land cover', anyOf: ['landCover'] },
  units: { name: 'Own units', table: 'units' },
  zones: { name: 'Deployment zones', table: 'zones' },
  'control-measures': { name: 'Control measures', table: 'controlMeasures' },
  restrictions: { name: 'Access restrictions', table: 'restrictions' },
  projects: { name: 'Community projects', table: 'projects' },
  facilities: { name: 'Facilities', table: 'facilities' },
  towns: { name: 'Towns and villages', table: 'communities' },
}

/** Which layers have no data, in a sentence; null: all have some. */
export function withoutData(
  layerIds: readonly string[],
  { tables }: OperationDocument,
): string | null {
  const kinds = new Set([...tables.datasets.values()].map(({ kind }) => kind))
  const names = layerIds.flatMap((id) => {
    const source = SOURCES[id]
    if (!source) return []
    const hasSome =
      'table' in source
        ? tables[source.table].size > 0
        : source.anyOf.some((kind) => kinds.has(kind))
    return hasSome ? [] : [source.name]
  })
  return names.length === 0 ? null : `No data for ${names.join(', ')}; the rest is shown.`
}
