/** What a layer of vector tiles is drawn as. */
export type LayerRole = 'land' | 'cover' | 'water' | 'waterLine' | 'road' | 'boundary' | 'place'

/**
 * Layers by role under the names that map makers give them: Protomaps, OpenMapTiles, Shortbread and
 * plain words. A layer can have two roles, such as water that holds lakes and rivers.
 */
const NAMES: Readonly<Record<LayerRole, readonly string[]>> = {
  land: ['earth', 'land', 'landmass'],
  cover: ['landcover', 'landuse', 'park', 'natural'],
  water: ['water', 'ocean', 'water_polygons', 'sea', 'lakes'],
  waterLine: ['water', 'waterway', 'waterways', 'physical_line', 'water_lines', 'rivers'],
  road: ['roads', 'transportation', 'transit', 'streets', 'highways'],
  boundary: ['boundaries', 'boundary', 'admin', 'borders'],
  place: ['places', 'place', 'place_labels'],
}

/** In drawing order, bottom first. */
export const LAYER_ROLES = Object.keys(NAMES) as readonly LayerRole[]

/**
 * The layers that take a role; of an archive that does not list its layers, every name there may be.
 *
 * @param layerNames as in `ArchiveFacts`.
 */
export function layersOfRole(layerNames: readonly string[] | null, role: LayerRole): string[] {
  const known = NAMES[role]
  return layerNames ? layerNames.filter((name) => known.includes(name)) : [...known]
}
