import type { Map as LibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl'
import type { Pixel, Press, ToolSession } from './tool.ts'

export type PointerEars = {
  readonly map: LibreMap
  readonly session: ToolSession
  readonly pressAt: (pixel: Pixel, isSnapping: boolean) => Press
  /** While it is held, drags move the map, whatever the tool. */
  readonly isPanKeyHeld: () => boolean
  /** Something may have to be drawn anew. */
  readonly onHeard: () => void
}

/**
 * Brings the pointer to a tool: presses it takes are its own, all else moves the map as always, and
 * so do the middle button and a held Space. With Alt nothing snaps.
 */
export function hearPointer({ map, session, ...ears }: PointerEars): () => void {
  const canvas = map.getCanvas()
  let isOwn = false
  let wasOwn = false
  let isPanning = false
  let panFrom: Pixel | null = null

  const pixelOf = ({ clientX, clientY }: MouseEvent): Pixel => {
    const { left, top } = canvas.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const pressOf = (event: MouseEvent) => ears.pressAt(pixelOf(event), !event.altKey)

  const down = (event: MapMouseEvent) => {
    const { originalEvent } = event
    wasOwn = false
    isPanning = false
    if (originalEvent.button === 1) {
      originalEvent.preventDefault()
      panFrom = pixelOf(originalEvent)
      return
    }
    if (originalEvent.button !== 0) return
    if (ears.isPanKeyHeld()) {
      isPanning = true
      return
    }
    if (!session.takes?.(pressOf(originalEvent))) return
    event.preventDefault()
    isOwn = true
    wasOwn = true
    ears.onHeard()
  }
  const moved = (event: MouseEvent) => {
    if (panFrom) {
      const at = pixelOf(event)
      map.panBy([panFrom.x - at.x, panFrom.y - at.y], { duration: 0 })
      panFrom = at
    } else if (isOwn) session.dragged?.(pressOf(event))
    else return
    ears.onHeard()
  }
  const up = (event: MouseEvent) => {
    if (event.button === 1) panFrom = null
    if (event.button !== 0 || !isOwn) return
    isOwn = false
    session.dropped?.(pressOf(event))
    ears.onHeard()
  }
  const hovered = ({ originalEvent }: MapMouseEvent) => {
    if (isOwn || panFrom || originalEvent.buttons > 0) return
    session.pointed?.(pressOf(originalEvent))
    ears.onHeard()
  }
  const left = () => {
    if (isOwn) return
    session.pointed?.(null)
    ears.onHeard()
  }
  const clicked = ({ originalEvent }: MapMouseEvent) => {
    if (wasOwn || isPanning) return
    session.clicked?.(pressOf(originalEvent))
    ears.onHeard()
  }
  const doubled = (event: MapMouseEvent) => {
    event.preventDefault()
    if (isPanning) return
    session.doubleClicked?.()
    ears.onHeard()
  }
  const aside = (event: MapMouseEvent) => {
    event.originalEvent.preventDefault()
    session.clickedAside?.(pressOf(event.originalEvent))
    ears.onHeard()
  }
  const touched = (event: MapTouchEvent) => {
    isOwn = false
    if (event.points.length !== 1 || !session.takes?.(ears.pressAt(event.point, true))) return
    event.preventDefault()
    isOwn = true
    wasOwn = true
    ears.onHeard()
  }
  const slid = (event: MapTouchEvent) => {
    if (!isOwn) return
    session.dragged?.(ears.pressAt(event.point, true))
    ears.onHeard()
  }
  const lifted = (event: MapTouchEvent) => {
    if (!isOwn) return
    isOwn = false
    session.dropped?.(ears.pressAt(event.point, true))
    ears.onHeard()
  }

  map.on('mousedown', down)
  map.on('mousemove', hovered)
  map.on('mouseout', left)
  map.on('click', clicked)
  map.on('dblclick', doubled)
  map.on('contextmenu', aside)
  map.on('touchstart', touched)
  map.on('touchmove', slid)
  map.on('touchend', lifted)
  window.addEventListener('mousemove', moved)
  window.addEventListener('mouseup', up)
  return () => {
    map.off('mousedown', down)
    map.off('mousemove', hovered)
    map.off('mouseout', left)
    map.off('click', clicked)
    map.off('dblclick', doubled)
    map.off('contextmenu', aside)
    map.off('touchstart', touched)
    map.off('touchmove', slid)
    map.off('touchend', lifted)
    window.removeEventListener('mousemove', moved)
    window.removeEventListener('mouseup', up)
    if (wasOwn) swallowClick(map.getCanvasContainer())
  }
}

/** A press that ended a tool is not a click for what comes after it. */
function swallowClick(container: HTMLElement): void {
  const swallow = (event: Event) => event.stopPropagation()
  const isOver = () => {
    container.removeEventListener('click', swallow, { capture: true })
    window.removeEventListener('pointerdown', isOver, { capture: true })
  }
  container.addEventListener('click', swallow, { capture: true })
  window.addEventListener('pointerdown', isOver, { capture: true })
}
