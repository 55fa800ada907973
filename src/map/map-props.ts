import type * as GeoJson from 'geojson'
import type { LonLat, MultiPolygon, Polygon } from '#core/place.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Brush, Camera, Selection, Tool, ZonePreview } from '#state/screen-store.ts'
import type { BasemapTiles } from './basemap/tiles/basemap-tiles.ts'
import type { ViewDegrees } from './layers/layer-type.ts'
import type { Scene } from './scene.ts'

/** What lies under everything: land, frontiers and names that come with a theatre. */
export type Basemap = {
  readonly land: GeoJson.FeatureCollection<GeoJson.MultiPolygon>
  readonly borders: GeoJson.FeatureCollection<GeoJson.LineString>
  readonly labels: GeoJson.FeatureCollection<GeoJson.Point>
  /** To be shown wherever the map is. */
  readonly attributions: readonly string[]
}

/** A layer type that is seen, and how much of it shows. */
export type ShownLayer = { readonly id: string; readonly opacityShare: number }

/** Where a restriction in hand lies; the id is null while a new one is drawn. */
export type RestrictionDraft = {
  readonly restrictionId: string | null
  readonly geometry: Restriction['geometry']
}

/** What a map asks to be done; each part may be left out where nothing shall come of it. */
export type MapActions = {
  readonly onSelect?: (selection: Selection | null) => void
  readonly onPointer?: (position: LonLat | null) => void
  /** The map came to rest there. */
  readonly onView?: (camera: Camera, view: ViewDegrees) => void
  /** A live outline: drawn or dragged, not yet in the document; null: let go of. */
  readonly onZonePreview?: (preview: ZonePreview | null) => void
  /** A drawing is finished. Whether it was kept: what is refused stays in hand, to be mended. */
  readonly onZoneDrawn?: (outline: Polygon) => boolean
  /** A border was let go of after it was moved; `along` are those that went along. */
  readonly onZoneReshaped?: (
    zoneId: string,
    outline: Polygon,
    moved?: {
      readonly along: ReadonlyMap<string, Polygon>
      readonly verb?: 'Reshape' | 'Move' | 'Turn' | 'Scale'
    },
  ) => void
  /** A line was drawn through a zone; whether it was split. */
  readonly onZoneSplit?: (zoneId: string, line: readonly LonLat[]) => boolean
  /** Ground was drawn that a zone shall not have; whether it was taken. */
  readonly onZoneCut?: (zoneId: string, ground: Polygon) => boolean
  /** Ground was painted; null: no zone is selected, so that it is a new one. */
  readonly onZonePainted?: (zoneId: string | null, ground: MultiPolygon) => void
  readonly onBrush?: (brush: Partial<Brush>) => void
  /** A line or rings were drawn; whether they were kept. */
  readonly onMeasureDrawn?: (geometry: ControlMeasure['geometry']) => boolean
  /** A control measure was let go of after its points were moved. */
  readonly onMeasureMoved?: (measureId: string, geometry: ControlMeasure['geometry']) => void
  /** A restriction while it is drawn or moved, not yet in the document; null: let go of. */
  readonly onRestrictionDraft?: (draft: RestrictionDraft | null) => void
  /** The drawing of a restriction is finished. */
  readonly onRestrictionDrawn?: (geometry: Restriction['geometry']) => void
  /** A restriction was let go of after it was moved. */
  readonly onRestrictionMoved?: (restrictionId: string, geometry: Restriction['geometry']) => void
  readonly onTool?: (tool: Tool) => void
  /** One plain sentence for the person. */
  readonly onTell?: (sentence: string) => void
}

/** A crosshair drawn at a position, such as where the pointer is on a map beside it. */
export type MapCross = {
  readonly position: LonLat
  /** Beside it: what holds there. Null: nothing is said. */
  readonly text: string | null
  /** Under it, lighter. */
  readonly note?: string | null
  /** The pointer is on this map. */
  readonly isOwn: boolean
}

/** One map: the same on a screen, in a pane of a comparison and on the wall. */
export type MapViewProps = {
  readonly scene: Scene
  /** Bottom first. */
  readonly shown: readonly ShownLayer[]
  readonly basemap: Basemap | null
  /** Drawn over the basemap where they reach; null: there are none. */
  readonly tiles: BasemapTiles | null
  /**
   * Where it starts: a camera, or what shall be seen whole (west, south, east, north). Where nobody can
   * move it, where it stands.
   */
  readonly camera: Camera | ViewDegrees
  /** A wish to move there; each wish is a new object. */
  readonly flight: { readonly centre: LonLat; readonly zoom: number | null } | null
  readonly tool: Tool
  /** Whether a person can move it, pick on it and draw on it. */
  readonly isInteractive: boolean
  /** What is selected is open in a sheet, so that no card need cover the map to tell of it. */
  readonly isSelectionInSheet?: boolean
  /** The buttons for drawing zones stand on it. */
  readonly hasZoneTools?: boolean
  readonly actions: MapActions
  /** Another map whose camera this one follows and leads; maps with one name move together. */
  readonly syncName?: string
  /**
   * Nobody stands at this map: what keeps it from being drawn is never told, it starts again by itself
   * however often, and it hands out pictures of itself for the meantime.
   */
  readonly unattended?: {
    /** Names what it shows. */
    readonly shows: string
    /** What it shows stands there whole. */
    readonly onDrawn: (shows: string) => void
    /** Whether a picture is wanted now that it rests. */
    readonly isPictureDue: (shows: string) => boolean
    readonly onPicture: (shows: string, picture: HTMLCanvasElement) => void
    /** It cannot be drawn just now. */
    readonly onLost: () => void
  }
  /** Pixels of the drawing to a pixel of the page; left out: as many as the screen has. Another is another map. */
  readonly pixelRatio?: number
  readonly cross?: MapCross | null
  /** Read by those who cannot see the map. */
  readonly label: string
}
