import type { Map as LibreMap } from 'maplibre-gl'
import type { NearestRoad } from '#analysis/reach/road-index.ts'
import type { Snap } from '#core/geo/snap-index.ts'
import type { LonLat } from '#core/place.ts'
import type { ZonePreview } from '#state/screen-store.ts'
import type { MapActions, RestrictionDraft } from '../map-props.ts'
import type { Scene } from '../scene.ts'
import type { Sketch } from './sketch/sketch.ts'

export type Pixel = { readonly x: number; readonly y: number }

/** Where a person points: with the pointer, or with the crosshair in the middle of the map. */
export type Press = {
  /** Where it counts: snapped, if something is near. */
  readonly position: LonLat
  readonly pixel: Pixel
  readonly snap: Snap | null
  /** The road that it snapped to, where the tool asks for roads; null: none, or it shall lie free. */
  readonly road: NearestRoad | null
  readonly isByKey: boolean
}

/** What a tool works on. */
export type Bench = {
  readonly map: LibreMap
  readonly scene: () => Scene
  readonly actions: () => MapActions
  readonly pixelOf: (position: LonLat) => Pixel
  /** Tells of a live outline, at most once a frame; null lets go of it at once. */
  readonly preview: (preview: ZonePreview | null) => void
  /** The same of where a restriction would lie. */
  readonly draft: (draft: RestrictionDraft | null) => void
}

export type Snapping = {
  readonly isOn: boolean
  readonly isToRoads?: boolean
  readonly exceptZoneId: string | null
}

/**
 * One tool while it is in use. Parts that are left out do nothing; every part may change what
 * `sketch` gives. The tool starts when it is made and holds nothing that outlives `end`.
 */
export type ToolSession = {
  /** As CSS has it, for where the pointer is now. */
  readonly cursor: () => string
  /** Whether presses snap, to roads alone or to all else, and to which zone they do not. */
  readonly snapping: () => Snapping
  /** Whether a drag that begins here is the tool's own; otherwise it moves the map. */
  readonly takes?: (press: Press) => boolean
  readonly dragged?: (press: Press) => void
  readonly dropped?: (press: Press) => void
  /** The pointer, or the crosshair, is there; null: it left the map. */
  readonly pointed?: (press: Press | null) => void
  readonly clicked?: (press: Press) => void
  readonly doubleClicked?: () => void
  /** The second button. */
  readonly clickedAside?: (press: Press) => void
  /** Whether the key was for the tool. `centre` is where the crosshair points. */
  readonly keyed: (event: KeyboardEvent, centre: Press | null) => boolean
  /** What a typed position would set, such as "Corner 4"; null: nothing now. */
  readonly typing?: () => string | null
  /** The road is the one it was moved to, where the tool asks for roads. */
  readonly typed?: (position: LonLat, road?: NearestRoad | null) => void
  /** From where a bearing and distance may be typed; null: from nowhere yet. Left out: never. */
  readonly wayFrom?: () => LonLat | null
  /** A distance alone was typed, such as a radius. */
  readonly typedMetres?: (metres: number) => void
  readonly sketch: () => Sketch
  /** The document, the selection or the camera are others. */
  readonly sceneChanged?: () => void
  readonly end: () => void
}

/** Starts a tool. */
export type StartTool = (bench: Bench) => ToolSession

export function distancePixels(a: Pixel, b: Pixel): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
