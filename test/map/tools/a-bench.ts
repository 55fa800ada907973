import type { Map as LibreMap } from 'maplibre-gl'
import type { LonLat, MultiPolygon, Polygon } from '#core/place.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { RestrictionDraft } from '#map/map-props.ts'
import type { Scene } from '#map/scene.ts'
import { snappedAt } from '#map/tools/snapping.ts'
import type { Bench, Pixel, Press, ToolSession } from '#map/tools/tool.ts'
import type { Brush, Selection, Tool, ZonePreview } from '#state/screen-store.ts'
import { aScene } from '../a-scene.ts'

const PIXELS_PER_DEGREE = 1000
const WEST = -9.6
const NORTH = 7
/** Where a degree has a thousand pixels. */
const ZOOM = Math.log2((PIXELS_PER_DEGREE * 360) / 512)

/** What a tool asked for. */
export type Asked = {
  readonly previews: (ZonePreview | null)[]
  readonly drawn: Polygon[]
  readonly reshaped: {
    readonly zoneId: string
    readonly outline: Polygon
    readonly along?: ReadonlyMap<string, Polygon>
    readonly verb?: string
  }[]
  readonly split: { readonly zoneId: string; readonly line: readonly LonLat[] }[]
  readonly cut: { readonly zoneId: string; readonly ground: Polygon }[]
  readonly painted: { readonly zoneId: string | null; readonly ground: MultiPolygon }[]
  readonly brushes: Partial<Brush>[]
  readonly measures: ControlMeasure['geometry'][]
  readonly drafts: (RestrictionDraft | null)[]
  readonly drawnRestrictions: Restriction['geometry'][]
  readonly moved: { readonly id: string; readonly geometry: Restriction['geometry'] }[]
  readonly movedMeasures: { readonly id: string; readonly geometry: ControlMeasure['geometry'] }[]
  readonly told: string[]
  readonly tools: Tool[]
  readonly selected: (Selection | null)[]
}

/**
 * A flat piece of ground, 1,000 pixels a degree, and a record of what a tool asks for.
 *
 * @param isRefusing what is drawn is refused, as by a command.
 */
export function aBench(start: Partial<Scene> = {}, isRefusing = false) {
  const asked: Asked = {
    previews: [],
    drawn: [],
    reshaped: [],
    split: [],
    cut: [],
    painted: [],
    brushes: [],
    measures: [],
    drafts: [],
    drawnRestrictions: [],
    moved: [],
    movedMeasures: [],
    told: [],
    tools: [],
    selected: [],
  }
  let scene = aScene(start)
  const pixelOf = ([lon, lat]: LonLat): Pixel => ({
    x: (lon - WEST) * PIXELS_PER_DEGREE,
    y: (NORTH - lat) * PIXELS_PER_DEGREE,
  })
  const positionOf = ({ x, y }: Pixel): LonLat => [
    WEST + x / PIXELS_PER_DEGREE,
    NORTH - y / PIXELS_PER_DEGREE,
  ]
  const map = {
    getZoom: () => ZOOM,
    getCanvas: () => ({ clientWidth: 600, clientHeight: 600 }),
    unproject: ([x, y]: readonly [number, number]) => {
      const [lng, lat] = positionOf({ x, y })
      return { lng, lat }
    },
    jumpTo: () => map,
  }
  const bench: Bench = {
    map: map as unknown as LibreMap,
    scene: () => scene,
    actions: () => ({
      onZoneDrawn: (outline) => {
        asked.drawn.push(outline)
        return !isRefusing
      },
      onZoneReshaped: (zoneId, outline, moved) => {
        asked.reshaped.push({ zoneId, outline, ...moved })
      },
      onZoneSplit: (zoneId, line) => {
        asked.split.push({ zoneId, line })
        return !isRefusing
      },
      onZoneCut: (zoneId, ground) => {
        asked.cut.push({ zoneId, ground })
        return !isRefusing
      },
      onZonePainted: (zoneId, ground) => asked.painted.push({ zoneId, ground }),
      onBrush: (brush) => asked.brushes.push(brush),
      onMeasureDrawn: (geometry) => {
        asked.measures.push(geometry)
        return !isRefusing
      },
      onRestrictionDrawn: (geometry) => asked.drawnRestrictions.push(geometry),
      onRestrictionMoved: (id, geometry) => asked.moved.push({ id, geometry }),
      onMeasureMoved: (id, geometry) => asked.movedMeasures.push({ id, geometry }),
      onTell: (sentence) => asked.told.push(sentence),
      onTool: (tool) => asked.tools.push(tool),
      onSelect: (selection) => asked.selected.push(selection),
    }),
    pixelOf,
    preview: (preview) => asked.previews.push(preview),
    draft: (draft) => asked.drafts.push(draft),
  }
  const pressAt = (position: LonLat, session?: ToolSession): Press => {
    const snapping = session?.snapping() ?? { isOn: false, exceptZoneId: null }
    const snapped = snappedAt(scene, position, ZOOM, snapping)
    return { ...snapped, pixel: pixelOf(position), isByKey: false }
  }
  return {
    bench,
    asked,
    pressAt,
    setScene: (parts: Partial<Scene>) => {
      scene = { ...scene, ...parts }
    },
  }
}

/** A key as a tool reads it. */
export function aKey(key: string, parts: Partial<KeyboardEvent> = {}): KeyboardEvent {
  return { key, shiftKey: false, ctrlKey: false, metaKey: false, ...parts } as KeyboardEvent
}
