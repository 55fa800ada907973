import type { NearestRoad } from '#analysis/reach/road-index.ts'
import type { LonLat } from '#core/place.ts'
import type { Sketch } from '../sketch/sketch.ts'
import { snapText } from '../sketch/sketch.ts'
import { SNAP_PIXELS } from '../snapping.ts'
import { type Bench, distancePixels, type Pixel, type Press, type ToolSession } from '../tool.ts'

const SAME_PIXELS = 4

/** A corner as it was set; on a road, if it snapped to one. */
export type Corner = { readonly position: LonLat; readonly road: NearestRoad | null }

/** What is drawn corner by corner, and what becomes of it. */
export type CornersWish = {
  /** Whether the last corner is joined to the first. */
  readonly isClosed: boolean
  /** What a chip says at the first corner: "closes the zone". */
  readonly closes: string
  /** "Corner": what a typed position sets. */
  readonly cornerName: string
  /** Corners snap to roads, and to nothing else. */
  readonly isToRoads?: boolean
  /** What runs through the corners; left out: straight lines. */
  readonly lineOf?: (corners: readonly Corner[]) => readonly LonLat[]
  /** Why these corners cannot be kept, in a sentence; null if they can. */
  readonly fault: (corners: readonly LonLat[]) => string | null
  /** Shows what is in hand, the pointer counted; it may be too little to be anything. */
  readonly show: (corners: readonly LonLat[]) => void
  readonly letGo: () => void
  /** Whether it was kept; what is refused stays in hand. */
  readonly drawn: (corners: readonly LonLat[]) => boolean
}

/** An outline or a line corner by corner. Enter or a double click ends it, and so does the first corner of an outline. */
export function cornersTool(bench: Bench, wish: CornersWish): ToolSession {
  const lineOf = wish.lineOf ?? straight
  let corners: readonly Corner[] = []
  let undone: readonly Corner[] = []
  let pointer: Press | null = null

  const isOnFirst = (press: Press) =>
    wish.isClosed &&
    corners.length >= 3 &&
    distancePixels(bench.pixelOf(corners[0]!.position), press.pixel) <= SNAP_PIXELS
  const isOnLast = (press: Press) => {
    const last = corners.at(-1)
    if (last === undefined) return false
    const at = bench.pixelOf(last.position)
    const isNear = (pixel: Pixel) => distancePixels(at, pixel) < SAME_PIXELS
    return isNear(press.pixel) || isNear(bench.pixelOf(press.position))
  }
  const inHand = (): readonly Corner[] =>
    pointer && !isOnFirst(pointer) && !isOnLast(pointer) ? [...corners, pointer] : corners
  const tell = () => wish.show(lineOf(inHand()))
  const change = (next: readonly Corner[], taken: readonly Corner[] = []) => {
    corners = next
    undone = taken
    tell()
  }
  const finish = () => {
    const drawn = lineOf(corners)
    const fault = wish.fault(drawn)
    if (fault) return bench.actions().onTell?.(fault)
    const inHandBefore = corners
    corners = []
    if (!wish.drawn(drawn)) return change(inHandBefore)
    undone = []
    wish.letGo()
  }
  const set = (press: Press) => {
    if (isOnFirst(press)) finish()
    else if (!isOnLast(press)) change([...corners, press])
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
    snapping: () => ({
      isOn: true,
      isToRoads: wish.isToRoads ?? false,
      exceptZoneId: null,
    }),
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
    typing: () => `${wish.cornerName} ${corners.length + 1}`,
    typed: (position, road = null) => change([...corners, { position, road }]),
    wayFrom: () => corners.at(-1)?.position ?? null,
    sketch: () =>
      cornersSketch({ ...wish, lineOf }, corners, pointer, pointer !== null && isOnFirst(pointer)),
    end: wish.letGo,
  }
}

function straight(corners: readonly Corner[]): readonly LonLat[] {
  return corners.map(({ position }) => position)
}

function isUndo({ ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && (key.toLowerCase() === 'z' || key.toLowerCase() === 'y')
}

function cornersSketch(
  wish: CornersWish & Required<Pick<CornersWish, 'lineOf'>>,
  corners: readonly Corner[],
  pointer: Press | null,
  isClosing: boolean,
): Sketch {
  const [first] = corners
  const last = corners.at(-1)
  const to = isClosing ? first : pointer
  const lines: Sketch['lines'][number][] = [{ points: wish.lineOf(corners), look: 'hand' }]
  if (last && to) lines.push({ points: wish.lineOf([last, to]), look: 'next' })
  if (wish.isClosed && first && to && corners.length >= 2 && !isClosing) {
    lines.push({ points: [to.position, first.position], look: 'closing' })
  }
  const snap = isClosing
    ? { at: first!.position, text: wish.closes }
    : pointer?.snap
      ? { at: pointer.position, text: snapText(pointer.snap) }
      : null
  return {
    lines,
    corners: corners.map(({ position }) => ({ at: position, look: 'corner' })),
    snap,
    chips: [],
    spoken: spokenOf(wish, corners.length, snap?.text ?? ''),
  }
}

function spokenOf({ cornerName }: CornersWish, count: number, snap: string): string {
  const name = cornerName.toLowerCase()
  const set = count === 0 ? '' : count === 1 ? `1 ${name} set. ` : `${count} ${name}s set. `
  return set + snap
}
