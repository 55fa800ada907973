import { lockedZone } from '#core/commands/zones/zone-guard.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import { polygonHolds } from '#core/geo/polygon.ts'
import {
  type CornerRef,
  cornersOf,
  withCornerInserted,
  withCornerMoved,
  withCornerRemoved,
} from '#core/geo/ring-edits.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { zonesIn } from '../../layers/zones/zone-list.ts'
import { NO_SKETCH, type Sketch, snapText } from '../sketch/sketch.ts'
import type { Bench, Press, ToolSession } from '../tool.ts'
import { type EditTarget, targetOf } from './edit-target.ts'
import { type Handle, handleAt, handlesOf } from './handles.ts'

const STEP_PIXELS = 2
const LARGE_STEP_PIXELS = 20

/**
 * Moves, adds and takes out corners of the selected zone or restriction. What cannot be kept, such as a
 * border that crosses itself, is put back.
 */
export function editTool(bench: Bench): ToolSession {
  /** The border in hand; null while it is as saved. */
  let working: Polygon | null = null
  /** Whether a scene has shown it, so that one without it means that it was let go of. */
  let wasShown = false
  let held: CornerRef | null = null
  let chosen: CornerRef | null = null
  let pointer: Press | null = null
  let hovered: Handle | null = null

  const tell = (sentence: string) => bench.actions().onTell?.(sentence)
  const target = () => targetOf(bench)
  const refusal = (of: EditTarget | null) =>
    of ? of.refusal : 'Select a zone in the list or on the map, then move its border.'
  const outline = () => working ?? target()?.outline ?? null
  const handles = (): readonly Handle[] => {
    const current = target()
    const border = outline()
    if (!border || !current || current.refusal) return []
    return handlesOf(border, viewOf(bench), current.isOpen)
  }
  const show = (next: Polygon) => {
    working = next
    target()?.show(next)
  }
  const letGo = () => {
    bench.preview(null)
    bench.draft(null)
  }
  const putBack = () => {
    working = null
    held = null
    letGo()
  }
  const commit = () => {
    const current = target()
    const next = working
    held = null
    wasShown = true
    if (!current || !next) return
    const fault = current.fault(next)
    if (fault) {
      putBack()
      return tell(fault)
    }
    current.keep(next)
    current.letGo()
  }
  const remove = (ref: CornerRef) => {
    const current = target()
    const border = outline()
    if (!current || !border) return
    const next = withCornerRemoved(border, ref, current.leastCorners)
    if (!next) return tell(current.tooFew)
    chosen = chosen && { ring: ref.ring, index: Math.max(0, ref.index - 1) }
    hovered = null
    show(next)
    commit()
  }
  const insertAfter = (ref: CornerRef, at: LonLat) => {
    const border = outline()
    if (!border) return null
    show(withCornerInserted(border, ref, at))
    return { ring: ref.ring, index: ref.index + 1 }
  }
  const moveTo = (ref: CornerRef, to: LonLat) => {
    const border = outline()
    if (border) show(withCornerMoved(border, ref, to))
  }
  const step = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const direction = ARROWS[key]
    const at = chosen && positionOf(outline(), chosen)
    if (!direction || !chosen || !at) return false
    const pixels = shiftKey ? LARGE_STEP_PIXELS : STEP_PIXELS
    const { x, y } = bench.pixelOf(at)
    const { lng, lat } = bench.map.unproject([x + pixels * direction[0], y + pixels * direction[1]])
    moveTo(chosen, [lng, lat])
    bringIntoView(bench, [lng, lat])
    return true
  }
  const choose = (isBack: boolean): boolean => {
    const refs = (outline() ?? []).flatMap((ring, index) =>
      cornersOf(ring).map((_, i): CornerRef => ({ ring: index, index: i })),
    )
    const at = refs.findIndex((ref) => isSame(ref, chosen))
    const next = isBack ? (at < 0 ? refs.length : at) - 1 : at + 1
    chosen = refusal(target()) ? null : (refs[next] ?? null)
    const position = chosen && positionOf(outline(), chosen)
    if (position) bringIntoView(bench, position)
    return chosen !== null
  }

  const clicked = (press: Press) => {
    const current = target()
    if (current?.type === 'restriction') return
    const [lon, lat] = press.position
    const under = zonesIn(bench.scene()).findLast((each) => polygonHolds(each.outline, lon, lat))
    if (!under || under.id === current?.id) {
      const why = refusal(current)
      return why ? tell(why) : undefined
    }
    putBack()
    chosen = null
    bench.actions().onSelect?.({ type: 'row', table: 'zones', id: under.id })
    const why = lockedZone(under)
    if (why) tell(why)
  }

  const start = refusal(target())
  if (start) tell(start)

  return {
    cursor: () =>
      held ? 'grabbing' : hovered ? (hovered.type === 'corner' ? 'move' : 'copy') : '',
    snapping: () => ({ isOn: held !== null, exceptZoneId: target()?.id ?? null }),
    takes(press) {
      const handle = handleAt(handles(), press.pixel)
      if (!handle) return false
      chosen = null
      held = handle.type === 'corner' ? handle.ref : insertAfter(handle.ref, handle.position)
      return held !== null
    },
    dragged(press) {
      pointer = press
      if (held) moveTo(held, press.position)
    },
    dropped(press) {
      pointer = press
      hovered = null
      commit()
    },
    pointed(press) {
      pointer = null
      hovered = press && !press.isByKey ? handleAt(handles(), press.pixel) : null
    },
    clicked,
    clickedAside(press) {
      const handle = handleAt(handles(), press.pixel)
      if (handle?.type === 'corner') remove(handle.ref)
    },
    keyed(event, centre) {
      switch (event.key) {
        case 'Tab':
          return choose(event.shiftKey)
        case 'Enter':
          if (working) commit()
          else if (centre && !chosen) clicked(centre)
          return true
        case 'Insert':
        case '+': {
          const isOpen = target()?.isOpen ?? false
          const middle = chosen && middleAfter(outline(), chosen, { bench, isOpen })
          if (!chosen || !middle) return false
          chosen = insertAfter(chosen, middle)
          return true
        }
        case 'Delete':
        case 'Backspace': {
          const ref = chosen ?? (hovered?.type === 'corner' ? hovered.ref : null)
          if (ref) remove(ref)
          return ref !== null
        }
        case 'Escape':
          if (working) putBack()
          else if (chosen) chosen = null
          else bench.actions().onTool?.('select')
          return true
        default:
          return step(event)
      }
    },
    typing() {
      const ring = chosen && outline()?.[chosen.ring]
      return chosen && ring ? `Corner ${chosen.index + 1} of ${ring.length - 1}` : null
    },
    typed(position) {
      if (chosen) moveTo(chosen, position)
    },
    sketch() {
      const current = target()
      const border = outline()
      if (!border || !current || current.refusal) return NO_SKETCH
      const { isOpen } = current
      const lines = working?.map((ring) => (isOpen ? cornersOf(ring) : ring)) ?? []
      return editSketch({ border, lines, handles: handles(), held: held ?? chosen, pointer })
    },
    sceneChanged() {
      const isSettled = held === null && chosen === null
      const isShown = target()?.isShown() ?? false
      if (working && (isSettled || (wasShown && !isShown))) working = null
      wasShown = working !== null && (wasShown || isShown)
      if (chosen && !positionOf(outline(), chosen)) chosen = null
    },
    end() {
      if (working) tell('The border was put back: Enter keeps what the keys moved.')
      letGo()
    },
  }
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function viewOf({ map, pixelOf }: Bench) {
  const { clientWidth, clientHeight } = map.getCanvas()
  return {
    pixelOf,
    positionOf: ({ x, y }: { readonly x: number; readonly y: number }): LonLat => {
      const { lng, lat } = map.unproject([x, y])
      return [lng, lat]
    },
    widthPixels: clientWidth,
    heightPixels: clientHeight,
  }
}

function positionOf(outline: Polygon | null, { ring, index }: CornerRef): LonLat | null {
  return cornersOf(outline?.[ring])[index] ?? null
}

function middleAfter(
  outline: Polygon | null,
  ref: CornerRef,
  { bench, isOpen }: { readonly bench: Bench; readonly isOpen: boolean },
): LonLat | null {
  const corners = cornersOf(outline?.[ref.ring])
  if (isOpen && ref.index === corners.length - 1) return null
  const [a, b] = [corners[ref.index], corners[(ref.index + 1) % corners.length]]
  if (!a || !b) return null
  const [from, to] = [bench.pixelOf(a), bench.pixelOf(b)]
  return viewOf(bench).positionOf({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
}

function isSame(a: CornerRef, b: CornerRef | null): boolean {
  return b !== null && a.ring === b.ring && a.index === b.index
}

const EDGE_PIXELS = 40

function bringIntoView({ map, pixelOf }: Bench, position: LonLat): void {
  const { x, y } = pixelOf(position)
  const { clientWidth, clientHeight } = map.getCanvas()
  const isSeen =
    x > EDGE_PIXELS &&
    y > EDGE_PIXELS &&
    x < clientWidth - EDGE_PIXELS &&
    y < clientHeight - EDGE_PIXELS
  if (!isSeen) map.jumpTo({ center: [position[0], position[1]] })
}

function editSketch(parts: {
  readonly border: Polygon
  /** What is in hand. */
  readonly lines: readonly (readonly LonLat[])[]
  readonly handles: readonly Handle[]
  readonly held: CornerRef | null
  readonly pointer: Press | null
}): Sketch {
  const { border, handles, held, pointer } = parts
  const grip = held && positionOf(border, held)
  const snap = pointer?.snap ?? null
  const count = held ? cornersOf(border[held.ring]).length : 0
  const spoken =
    held && grip ? `Corner ${held.index + 1} of ${count}, ${gridReference(grip) ?? ''}` : ''
  return {
    lines: parts.lines.map((points) => ({ points, look: 'hand' })),
    corners: handles.map(({ type, ref, position }) => ({
      at: position,
      look: type === 'corner' && isSame(ref, held) ? 'chosen' : type,
    })),
    snap: snap && grip ? { at: grip, text: snapText(snap) } : null,
    chips: [],
    spoken,
  }
}
