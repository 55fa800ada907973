import { closedRing } from '#core/geo/ring-edits.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { shapeFault } from './outline-check.ts'
import type { Sketch } from './sketch/sketch.ts'
import { snapText } from './sketch/sketch.ts'
import { SNAP_PIXELS } from './snapping.ts'
import { type Bench, distancePixels, type Press, type ToolSession } from './tool.ts'

const SAME_PIXELS = 4

/** A zone corner by corner. The first corner, Enter or a double click closes it. */
export function polygonTool(bench: Bench): ToolSession {
  let corners: readonly LonLat[] = []
  let undone: readonly LonLat[] = []
  let pointer: Press | null = null

  const isOnFirst = (press: Press) =>
    corners.length >= 3 && distancePixels(bench.pixelOf(corners[0]!), press.pixel) <= SNAP_PIXELS
  const isOnLast = (press: Press) => {
    const last = corners.at(-1)
    return (
      last !== undefined &&
      distancePixels(bench.pixelOf(last), bench.pixelOf(press.position)) < SAME_PIXELS
    )
  }
  const inHand = (): readonly LonLat[] =>
    pointer && !isOnFirst(pointer) && !isOnLast(pointer) ? [...corners, pointer.position] : corners
  const tell = () => {
    const outline = outlineOf(inHand())
    bench.preview(outline && { zoneId: null, outline })
  }
  const change = (next: readonly LonLat[], taken: readonly LonLat[] = []) => {
    corners = next
    undone = taken
    tell()
  }
  const finish = () => {
    const outline = outlineOf(corners)
    const fault = outline ? shapeFault(outline) : 'A zone needs at least three corners.'
    if (fault || !outline) return bench.actions().onTell?.(fault ?? '')
    corners = []
    undone = []
    bench.actions().onZoneDrawn?.(outline)
    bench.preview(null)
  }
  const set = (press: Press) => {
    if (isOnFirst(press)) finish()
    else if (!isOnLast(press)) change([...corners, press.position])
  }
  const takeBack = () => {
    const last = corners.at(-1)
    if (last) change(corners.slice(0, -1), [...undone, last])
  }
  const setAgain = () => {
    const last = undone.at(-1)
    if (last) change([...corners, last], undone.slice(0, -1))
  }

  return {
    cursor: () => 'crosshair',
    snapping: () => ({ isOn: true, exceptZoneId: null }),
    pointed(press) {
      pointer = press
      if (corners.length > 0) tell()
    },
    clicked: set,
    doubleClicked: finish,
    clickedAside: takeBack,
    keyed(event, centre) {
      if (isUndo(event)) {
        if (corners.length + undone.length === 0) return false
        if (event.shiftKey || event.key.toLowerCase() === 'y') setAgain()
        else takeBack()
        return true
      }
      switch (event.key) {
        case 'Enter':
          if (!centre || isOnLast(centre)) finish()
          else set(centre)
          return true
        case ' ':
          if (centre) set(centre)
          return centre !== null
        case 'Backspace':
        case 'Delete':
          takeBack()
          return true
        case 'Escape':
          if (corners.length > 0) takeBack()
          else bench.actions().onTool?.('select')
          return true
        default:
          return false
      }
    },
    typing: () => `Corner ${corners.length + 1}`,
    typed: (position) => change([...corners, position]),
    sketch: () => polygonSketch(corners, pointer, pointer !== null && isOnFirst(pointer)),
    end: () => bench.preview(null),
  }
}

function isUndo({ ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && (key.toLowerCase() === 'z' || key.toLowerCase() === 'y')
}

function outlineOf(corners: readonly LonLat[]): Polygon | null {
  return corners.length >= 3 ? [closedRing(corners)] : null
}

function polygonSketch(
  corners: readonly LonLat[],
  pointer: Press | null,
  isClosing: boolean,
): Sketch {
  const [first] = corners
  const last = corners.at(-1)
  const to = isClosing ? first : pointer?.position
  const lines: Sketch['lines'][number][] = [{ points: corners, look: 'hand' }]
  if (last && to) lines.push({ points: [last, to], look: 'next' })
  if (first && to && corners.length >= 2 && !isClosing) {
    lines.push({ points: [to, first], look: 'closing' })
  }
  const snap = isClosing
    ? { at: first!, text: 'closes the zone' }
    : pointer?.snap
      ? { at: pointer.position, text: snapText(pointer.snap) }
      : null
  return {
    lines,
    corners: corners.map((at) => ({ at, look: 'corner' })),
    snap,
    chips: [],
    spoken: spokenOf(corners.length, snap?.text ?? ''),
  }
}

function spokenOf(count: number, snap: string): string {
  const set = count === 0 ? '' : count === 1 ? '1 corner set. ' : `${count} corners set. `
  return set + snap
}
