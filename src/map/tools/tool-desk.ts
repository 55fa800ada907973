import type { Map as LibreMap } from 'maplibre-gl'
import { gridSquare } from '#core/geo/grid-reference.ts'
import type { LonLat } from '#core/place.ts'
import type { MapViewProps, RestrictionDraft } from '../map-props.ts'
import { hearKeys } from './hear-keys.ts'
import { hearPointer } from './hear-pointer.ts'
import { openEntryBox } from './sketch/entry-box.ts'
import { createSketchView } from './sketch/sketch-view.ts'
import { snappedAt, typedToRoad } from './snapping.ts'
import type { Bench, Pixel, Press, StartTool } from './tool.ts'
import { readTypedPlace } from './typed-place.ts'

/** A tool at work on a map: what it hears, and what it shows. */
export type ToolDesk = {
  sceneChanged(): void
  close(): void
}

const DOUBLE_CLICK_MILLISECONDS = 500

/** Starts a tool on a map. The map in focus is what keys go to from now on. */
export function openToolDesk(
  map: LibreMap,
  start: StartTool,
  latest: { readonly current: Pick<MapViewProps, 'scene' | 'actions'> },
): ToolDesk {
  const canvas = map.getCanvas()
  const container = map.getContainer()
  takeFocus(canvas)
  const previews = oncePerFrame((preview: Parameters<Bench['preview']>[0]) =>
    latest.current.actions.onZonePreview?.(preview),
  )
  const drafts = oncePerFrame((draft: RestrictionDraft | null) =>
    latest.current.actions.onRestrictionDraft?.(draft),
  )
  const bench: Bench = {
    map,
    scene: () => latest.current.scene,
    actions: () => latest.current.actions,
    pixelOf: ([lon, lat]) => map.project([lon, lat]),
    preview(preview) {
      if (preview) previews.ask(preview)
      else previews.now(null)
    },
    draft(draft) {
      if (draft) drafts.ask(draft)
      else drafts.now(null)
    },
  }
  const session = start(bench)
  const view = createSketchView(container)
  let typed: LonLat | null = null
  let typedSquare: readonly LonLat[] | null = null
  let isSnapOn = true
  let entry: { close(): void } | null = null

  const pressAt = (pixel: Pixel, isSnapping: boolean, isByKey = false): Press => {
    const { lng, lat } = map.unproject([pixel.x, pixel.y])
    const wanted = session.snapping()
    const snapping = { ...wanted, isOn: wanted.isOn && isSnapping && isSnapOn }
    return { ...snappedAt(bench.scene(), [lng, lat], map.getZoom(), snapping), pixel, isByKey }
  }
  const centre = () => {
    const { clientWidth, clientHeight } = canvas
    return pressAt({ x: clientWidth / 2, y: clientHeight / 2 }, true, true)
  }
  const draw = oncePerFrame(() => {
    const sketch = session.sketch()
    const pinned = typed ? [{ at: typed, look: 'chosen' as const }] : []
    const squares = typedSquare ? [{ points: typedSquare, look: 'square' as const }] : []
    const lines = [...sketch.lines, ...squares]
    view.draw({ ...sketch, lines, corners: [...sketch.corners, ...pinned] }, bench.pixelOf)
    if (!keys.isPanKeyHeld()) canvas.style.cursor = session.cursor()
  })
  const redraw = () => draw.ask(null)
  const keys = hearKeys({
    map,
    session,
    centre,
    onHeard: redraw,
    onTyping(title, first) {
      entry = openEntryBox(container, {
        title,
        typed: first,
        onRead(position, squareMetres) {
          typed = position
          typedSquare = position && squareMetres ? gridSquare(position, squareMetres) : null
          redraw()
        },
        takesWay: session.wayFrom !== undefined,
        read: (text) =>
          readTypedPlace(text, {
            document: bench.scene().document,
            from: session.wayFrom?.() ?? null,
            takesMetres: session.typedMetres !== undefined,
          }),
        onPlace({ centre: typedAt, metres }) {
          if (typedAt === null) {
            session.typedMetres?.(metres ?? 0)
            return redraw()
          }
          const isToRoads = isSnapOn && session.snapping().isToRoads === true
          const found = isToRoads ? typedToRoad(bench.scene(), typedAt) : null
          const position = found?.position ?? typedAt
          if (found) bench.actions().onTell?.(found.sentence)
          session.typed?.(position, found?.road)
          // The crosshair goes along, so that the next Enter is about this place.
          if (keys.isKeyed() || !map.getBounds().contains([position[0], position[1]])) {
            map.jumpTo({ center: [position[0], position[1]] })
          }
          redraw()
        },
        onClose() {
          entry = null
          canvas.focus({ preventScroll: true })
        },
      })
    },
  })
  const stopPointer = hearPointer({
    map,
    session,
    pressAt,
    isPanKeyHeld: keys.isPanKeyHeld,
    onHeard() {
      keys.pointerUsed()
      redraw()
    },
  })
  const followed = () => {
    if (keys.isKeyed()) session.pointed?.(centre())
    redraw()
  }
  map.on('move', followed)
  map.on('resize', followed)
  map.doubleClickZoom.disable()
  const toggle = (event: KeyboardEvent) => {
    if (event.key !== 's' || event.ctrlKey || event.metaKey || event.target !== canvas) return
    isSnapOn = !isSnapOn
    const state = isSnapOn ? 'on' : 'off'
    bench.actions().onTell?.(`Snapping is ${state}. S switches it; Alt holds it off for a moment.`)
  }
  canvas.addEventListener('keydown', toggle)
  redraw()
  return {
    sceneChanged() {
      session.sceneChanged?.()
      redraw()
    },
    close() {
      entry?.close()
      stopPointer()
      keys.stop()
      canvas.removeEventListener('keydown', toggle)
      map.off('move', followed)
      map.off('resize', followed)
      draw.drop()
      previews.drop()
      drafts.drop()
      session.end()
      view.remove()
      canvas.style.cursor = ''
      setTimeout(() => map.doubleClickZoom?.enable(), DOUBLE_CLICK_MILLISECONDS)
    },
  }
}

/** The canvas takes the focus, unless another map has it or somebody types. */
function takeFocus(canvas: HTMLCanvasElement): void {
  const { activeElement } = document
  const isTyping = activeElement?.closest('input, textarea, select') ?? null
  const isMap = activeElement?.classList.contains('maplibregl-canvas') ?? false
  if (!isTyping && !isMap) canvas.focus({ preventScroll: true })
}

/** Calls at most once a frame, with what was asked last. */
function oncePerFrame<T>(call: (value: T) => void) {
  let frame = 0
  const drop = () => {
    cancelAnimationFrame(frame)
    frame = 0
  }
  let asked: T
  return {
    ask(value: T) {
      asked = value
      if (frame !== 0) return
      frame = requestAnimationFrame(() => {
        frame = 0
        call(asked)
      })
    },
    now(value: T) {
      drop()
      call(value)
    },
    drop,
  }
}
