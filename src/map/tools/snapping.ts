import type { RoadNetwork } from '#analysis/ground.ts'
import { type NearestRoad, roadIndex } from '#analysis/reach/road-index.ts'
import { countiesAmong } from '#core/county-level.ts'
import type { Tables } from '#core/document.ts'
import { cellOutline } from '#core/geo/cells-outline.ts'
import { METRES_PER_DEGREE } from '#core/geo/distance.ts'
import { cellAt } from '#core/geo/grid.ts'
import { mercatorDegrees, pixelsPerDegree } from '#core/geo/mercator.ts'
import { nearestSnap, type Snap, type SnapSource, snapIndexOf } from '#core/geo/snap-index.ts'
import type { LonLat } from '#core/place.ts'
import type { Area } from '#core/records/area.ts'
import type { Community } from '#core/records/community.ts'
import type { Zone } from '#core/records/zone.ts'
import { zonesIn } from '../layers/zones/zone-list.ts'
import { remembered, rememberedParts } from '../remembered.ts'
import type { Scene } from '../scene.ts'
import type { Press, Snapping } from './tool.ts'

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
      ...countiesAmong(areas.values()).flatMap((area) => bordersOf(area, 0)),
      ...districtsAmong(areas.values()).flatMap((area) => bordersOf(area, DISTRICTS_FROM_ZOOM)),
    ]),
)

const DISTRICTS_FROM_ZOOM = 7.5

function bordersOf({ name, outline }: Area, minZoom: number): SnapSource[] {
  return outline
    .flat()
    .map((line): SnapSource => ({ type: 'line', owner: 'ground', name, line, minZoom }))
}

/** Areas a level below the counties. */
function districtsAmong(areas: Iterable<Area>): Area[] {
  const all = [...areas]
  const level = Math.min(...countiesAmong(all).map((county) => county.level))
  return all.filter((area) => area.level > level)
}

const JUNCTIONS_FROM_ZOOM = 8.4

/** Where three roads or more meet. */
const junctionIndex = remembered((network: RoadNetwork) => {
  const { nodeLonDegrees, nodeLatDegrees, edgeOffsets, edgeStretch, stretchNames } = network
  const sources: SnapSource[] = []
  for (let node = 0; node < nodeLonDegrees.length; node++) {
    const [first, end] = [edgeOffsets[node]!, edgeOffsets[node + 1]!]
    if (end - first < 3) continue
    const names = Array.from(edgeStretch.subarray(first, end), (stretch) => stretchNames[stretch])
    sources.push({
      type: 'place',
      isJunction: true,
      owner: 'ground',
      name: names.find(Boolean) ?? '',
      position: [nodeLonDegrees[node]!, nodeLatDegrees[node]!],
      minZoom: JUNCTIONS_FROM_ZOOM,
    })
  }
  return snapIndexOf(sources)
})

const zoneIndex = remembered((zones: readonly Zone[]) =>
  snapIndexOf(
    zones.flatMap(({ id, name, outline }) =>
      outline.map((line): SnapSource => ({ type: 'line', owner: id, name, line, minZoom: 0 })),
    ),
  ),
)

/** A typed position is moved to a road within this of it. */
const TYPED_METRES = 250

/** Where a person points to, once it has snapped. */
export type Snapped = Pick<Press, 'position' | 'snap' | 'road'>

/** Where a press on the map counts: moved to what the tool snaps to, if that is near. */
export function snappedAt(scene: Scene, at: LonLat, zoom: number, snapping: Snapping): Snapped {
  if (!snapping.isOn) return { position: at, snap: null, road: null }
  if (snapping.isToRoads) return snappedToRoad(scene, at, zoom)
  const snap = snapIn(scene, at, { zoom, exceptZoneId: snapping.exceptZoneId })
  return { position: snap?.position ?? at, snap, road: null }
}

function snappedToRoad(scene: Scene, at: LonLat, zoom: number): Snapped {
  const pixels = pixelsPerMetre(zoom, at)
  const road = roadNear(scene, at, SNAP_PIXELS / pixels)
  if (!road) return { position: at, snap: null, road: null }
  const { position, name, metres } = road
  const names = name === '' ? [] : [name]
  return { position, snap: { position, on: 'road', names, distancePixels: metres * pixels }, road }
}

/** Where a typed position counts for a tool that asks for roads, and what to say of it. */
export function typedToRoad(
  scene: Scene,
  at: LonLat,
): Omit<Snapped, 'snap'> & { readonly sentence: string } {
  const road = roadNear(scene, at, TYPED_METRES)
  if (!road) {
    const sentence = `No road lies within ${TYPED_METRES} m of it, so it stays where it was typed.`
    return { position: at, road: null, sentence }
  }
  const metres = Math.round(road.metres)
  const name = road.name || 'a road without a name'
  const sentence = metres === 0 ? `On ${name}.` : `Moved ${metres} m, to ${name}.`
  return { position: road.position, road, sentence }
}

function roadNear({ ground }: Scene, at: LonLat, withinMetres: number): NearestRoad | null {
  return ground ? roadIndex(ground.network).nearest(at, withinMetres) : null
}

function pixelsPerMetre(zoom: number, [, lat]: LonLat): number {
  return pixelsPerDegree(zoom) / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180))
}

/**
 * What a pointer snaps to within 12 pixels: a community, a base, a corner or a road junction; else
 * the nearest of the borders of zones and areas and the roads; else a corner of a cell, where cells
 * are large enough to be seen. Some 0.1 ms once the trees are built: 5 ms a document, 30 ms a network.
 */
export function snapIn(
  scene: Scene,
  at: LonLat,
  { zoom, exceptZoneId }: { readonly zoom: number; readonly exceptZoneId: string | null },
): Snap | null {
  const { areas, communities, bases } = scene.document.tables
  const indices = [zoneIndex(zonesIn(scene)), groundIndex({ areas, communities, bases })]
  if (scene.ground) indices.push(junctionIndex(scene.ground.network))
  const search = { zoom, radiusPixels: SNAP_PIXELS, exceptOwner: exceptZoneId }
  const snap = nearestSnap(indices, at, search)
  if (snap && snap.on !== 'edge') return snap
  const road = snappedToRoad(scene, at, zoom).snap
  const isRoadNearer = road && (!snap || road.distancePixels < snap.distancePixels)
  return (isRoadNearer ? road : snap) ?? cellCornerNear(scene, at, zoom)
}

const LEAST_CELL_PIXELS = 40

function cellCornerNear({ ground }: Scene, at: LonLat, zoom: number): Snap | null {
  if (!ground) return null
  const [ring = []] = cellOutline(cellAt(at, ground.grid.resolution))
  const scale = pixelsPerDegree(zoom)
  const pixelsTo = ([lon, lat]: LonLat) => {
    const [a, b] = [mercatorDegrees([lon, lat]), mercatorDegrees(at)]
    return scale * Math.hypot(a[0] - b[0], a[1] - b[1])
  }
  let best: Snap | null = null
  let widest = 0
  for (const position of ring) {
    const distancePixels = pixelsTo(position)
    widest = Math.max(widest, distancePixels)
    if (distancePixels > SNAP_PIXELS || (best && best.distancePixels <= distancePixels)) continue
    best = { position, on: 'cell', names: [], distancePixels }
  }
  return widest >= LEAST_CELL_PIXELS ? best : null
}
