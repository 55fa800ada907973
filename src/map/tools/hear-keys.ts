import type { Map as LibreMap } from 'maplibre-gl'
import type { Press, ToolSession } from './tool.ts'

export type KeyEars = {
  readonly map: LibreMap
  readonly session: ToolSession
  /** Where the crosshair points. */
  readonly centre: () => Press
  /** Somebody began to type a position. */
  readonly onTyping: (title: string, typed: string) => void
  readonly onHeard: () => void
}

export type HeardKeys = {
  /** Whether the crosshair leads: the last thing used was a key, on the map. */
  isKeyed(): boolean
  isPanKeyHeld(): boolean
  /** The pointer is in use again. */
  pointerUsed(): void
  stop(): void
}

const PAN_PIXELS = 24
const LARGE_PAN_PIXELS = 120
const ANYWHERE = new Set(['Escape', 'Backspace', 'Delete'])

/**
 * Brings keys to a tool. With the map in focus the crosshair in its middle takes the pointer's part:
 * arrows move the map under it, Enter and Space press. Elsewhere only Esc, Backspace, Delete and undo
 * reach the tool, and never while somebody types or a sheet is open.
 */
export function hearKeys({ map, session, ...ears }: KeyEars): HeardKeys {
  const canvas = map.getCanvas()
  let isKeyed = canvas.matches(':focus-visible')
  let isSpaceHeld = false
  let hasPanned = false

  const lead = () => {
    isKeyed = true
    map.getContainer().removeAttribute('data-pointing')
    session.pointed?.(ears.centre())
  }
  const pressed = (event: KeyboardEvent) => {
    if (isBusyElsewhere(event)) return
    const isHere = event.target === canvas
    const isUndo = event.ctrlKey || event.metaKey
    if (!isHere && !ANYWHERE.has(event.key) && !isUndo) return
    if (isUndo && !/^[zy]$/i.test(event.key)) return
    if (isHere && event.key === ' ') return take(spaceHeld(event))
    if (event.key === ' ') return
    if (session.keyed(event, isHere && isKeyed ? ears.centre() : null)) return take(event)
    if (isHere && (isTypingBegun(event) || panned(event))) take(event)
  }
  const take = (event: KeyboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    ears.onHeard()
  }
  const spaceHeld = (event: KeyboardEvent): KeyboardEvent => {
    if (!event.repeat) hasPanned = false
    isSpaceHeld = true
    canvas.style.cursor = 'grab'
    return event
  }
  /** A digit or a minus begins a position; a nought begins a bearing, where there is one to begin from. */
  const isTypingBegun = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    const title = session.typing?.() ?? null
    const begins = (session.wayFrom?.() ?? null) === null ? /^[-1-9]$/ : /^[-0-9]$/
    if (title === null || !begins.test(key) || ctrlKey || metaKey) return false
    ears.onTyping(title, key)
    return true
  }
  const panned = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const direction = ARROWS[key]
    if (!direction) return zoomed(map, key)
    const pixels = shiftKey ? LARGE_PAN_PIXELS : PAN_PIXELS
    map.panBy([pixels * direction[0], pixels * direction[1]], { duration: 0 })
    lead()
    return true
  }
  const released = (event: KeyboardEvent) => {
    if (event.key !== ' ' || !isSpaceHeld) return
    isSpaceHeld = false
    if (event.target === canvas && !hasPanned && isKeyed) session.keyed(event, ears.centre())
    ears.onHeard()
  }
  const dragged = () => {
    if (isSpaceHeld) hasPanned = true
  }
  const focused = () => {
    if (canvas.matches(':focus-visible')) lead()
    ears.onHeard()
  }
  const left = () => {
    isSpaceHeld = false
  }

  window.addEventListener('keydown', pressed, { capture: true })
  window.addEventListener('keyup', released, { capture: true })
  canvas.addEventListener('focus', focused)
  canvas.addEventListener('blur', left)
  map.on('drag', dragged)
  map.keyboard.disable()
  if (isKeyed) lead()
  return {
    isKeyed: () => isKeyed,
    isPanKeyHeld: () => isSpaceHeld,
    pointerUsed() {
      isKeyed = false
      map.getContainer().setAttribute('data-pointing', '')
    },
    stop() {
      window.removeEventListener('keydown', pressed, { capture: true })
      window.removeEventListener('keyup', released, { capture: true })
      canvas.removeEventListener('focus', focused)
      canvas.removeEventListener('blur', left)
      map.off('drag', dragged)
      map.keyboard.enable()
      map.getContainer().removeAttribute('data-pointing')
    },
  }
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function zoomed(map: LibreMap, key: string): boolean {
  const by = key === '+' || key === '=' ? 1 : key === '-' || key === '_' ? -1 : 0
  if (by !== 0) map.jumpTo({ zoom: map.getZoom() + by })
  return by !== 0
}

function isBusyElsewhere({ target }: KeyboardEvent): boolean {
  const isTyping =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select') !== null)
  return (
    isTyping || document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null
  )
}
