import { countiesAmong } from '#core/county-level.ts'
import type { Tables } from '#core/document.ts'
import { nearestSnap, type Snap, type SnapSource, snapIndexOf } from '#core/geo/snap-index.ts'
import type { LonLat } from '#core/place.ts'
import type { Community } from '#core/records/community.ts'
import type { Zone } from '#core/records/zone.ts'
import { zonesIn } from '../layers/zones/zone-list.ts'
import { remembered, rememberedParts } from '../remembered.ts'
import type { Scene } from '../scene.ts'

/** How near the pointer must be to what it snaps to. */
export const SNAP_PIXELS = 12

/** From which zoom a community is seen, and therefore snapped to: as the map's towns are. */
const SEEN_FROM_ZOOM: Readonly<Record<Community['class'], number>> = {
  capital: 0,
  countyCapital: 0,
  districtCapital: 7.5,
  town: 7.5,
  village: 8.4,
}

const groundIndex = rememberedParts(
  ({ areas, communities, bases }: Pick<Tables, 'areas' | 'communities' | 'bases'>) =>
    snapIndexOf([
      ...[...bases.values()].map(
        ({ name, position }): SnapSource => ({
          type: 'place',
          owner: 'ground',
          name,
          position,
          minZoom: 0,
        }),
      ),
      ...[...communities.values()].map(
        (community): SnapSource => ({
          type: 'place',
          owner: 'ground',
          name: community.name,
          position: community.position,
          minZoom: SEEN_FROM_ZOOM[community.class],
        }),
      ),
      ...countiesAmong(areas.values()).flatMap(({ name, outline }) =>
        outline.flat().map(
          (line): SnapSource => ({
            type: 'line',
            owner: 'ground',
            name,
            line,
            minZoom: 0,
          }),
        ),
      ),
    ]),
)

const zoneIndex = remembered((zones: readonly Zone[]) =>
  snapIndexOf(
    zones.flatMap(({ id, name, outline }) =>
      outline.map((line): SnapSource => ({ type: 'line', owner: id, name, line, minZoom: 0 })),
    ),
  ),
)

/**
 * What a pointer snaps to: a community, base or corner within 12 pixels, else a border of a county
 * or of another zone. Under 0.1 ms once the trees are built, which takes some 5 ms a document.
 */
export function snapIn(
  scene: Scene,
  at: LonLat,
  { zoom, exceptZoneId }: { readonly zoom: number; readonly exceptZoneId: string | null },
): Snap | null {
  const { areas, communities, bases } = scene.document.tables
  const indices = [zoneIndex(zonesIn(scene)), groundIndex({ areas, communities, bases })]
  return nearestSnap(indices, at, { zoom, radiusPixels: SNAP_PIXELS, exceptOwner: exceptZoneId })
}
