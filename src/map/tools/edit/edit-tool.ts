import { lockedZone } from '#core/commands/zones/zone-guard.ts'
import { polygonHolds } from '#core/geo/polygon.ts'
import { type CornerRef, cornersOf } from '#core/geo/ring-edits.ts'
import type { LonLat } from '#core/place.ts'
import { zonesIn } from '../../layers/zones/zone-list.ts'
import { NO_SKETCH } from '../sketch/sketch.ts'
import type { Bench, Press, ToolSession } from '../tool.ts'
import {
  bringIntoView,
  foundAgain,
  isSame,
  middleAfter,
  positionOf,
  viewOf,
} from './border-view.ts'
import { editSketch } from './edit-sketch.ts'
import { type EditTarget, type Held, targetOf } from './edit-target.ts'
import { type Handle, handleAt, handlesOf } from './handles.ts'

const STEP_PIXELS = 2
const LARGE_STEP_PIXELS = 20

/**
 * Moves, adds and takes out corners of the selected zone, restriction or control measure. What cannot be kept, such as a
 * border that crosses itself, is put back.
 */
export function editTool(bench: Bench): ToolSession {
  /** The borders in hand; null while they are as saved. */
  let working: Held | null = null
  /** Whether a scene has shown it, so that one without it means that it was let go of. */
  let wasShown = false
  let held: CornerRef | null = null
  let chosen: CornerRef | null = null
  /** Where the chosen corner lies, to know it again in a border that was cut anew. */
  let chosenAt: LonLat | null = null
  /** The corner that was chosen before the borders were taken in hand: Esc goes back to it. */
  let chosenBefore: CornerRef | null = null
  let pointer: Press | null = null
  let hovered: Handle | null = null
  /** What was told of the drag in hand: once is enough. */
  let told: string | null = null

  const tell = (sentence: string) => {
    if (sentence !== told) bench.actions().onTell?.(sentence)
    told = sentence
  }
  const target = () => targetOf(bench)
  const refusal = (of: EditTarget | null) =>
    of ? of.refusal : 'Select a zone in the list or on the map, then move its border.'
  const inHand = (): Held | null => {
    const own = working ?? target()
    return own && { outline: own.outline, along: working?.along ?? new Map() }
  }
  const outline = () => inHand()?.outline ?? null
  const handles = (): readonly Handle[] => {
    const current = target()
    const border = outline()
    if (!border || !current || current.refusal) return []
    return handlesOf(border, viewOf(bench), current.isOpen)
  }
  /** Shows what an edit makes; says why there is none. */
  const take = (edit: (held: Held, current: EditTarget) => Held | string): boolean => {
    const current = target()
    const before = inHand()
    if (!current || !before) return false
    const next = edit(before, current)
    if (typeof next === 'string') {
      tell(next)
      return false
    }
    if (!working) chosenBefore = chosen
    working = next
    current.show(next)
    return true
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
    chosenAt = chosen && positionOf(outline(), chosen)
    held = null
    told = null
    wasShown = true
    if (!current || !next) return
    const fault = current.fault(next.outline)
    if (fault) {
      putBack()
      return tell(fault)
    }
    current.keep(next)
    current.letGo()
  }
  const remove = (ref: CornerRef) => {
    told = null
    if (!take((before, current) => current.removed(before, ref))) return
    chosen = chosen && { ring: ref.ring, index: Math.max(0, ref.index - 1) }
    hovered = null
    commit()
  }
  const insertAfter = (ref: CornerRef, at: LonLat): CornerRef | null =>
    take((before, current) => current.inserted(before, ref, at))
      ? { ring: ref.ring, index: ref.index + 1 }
      : null
  const moveTo = (ref: CornerRef, to: LonLat) =>
    take((before, current) => current.moved(before, ref, to))
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
    if (current && current.type !== 'zone') return
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
      told = null
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
          if (working) {
            putBack()
            chosen = chosenBefore
          } else if (chosen) chosen = null
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
    wayFrom: () => chosen && positionOf(outline(), chosen),
    sketch() {
      const current = target()
      const border = outline()
      if (!border || !current || current.refusal) return NO_SKETCH
      const { isOpen } = current
      const inHandLines = working ? [working.outline, ...working.along.values()].flat() : []
      const lines =
        working && current.linesOf
          ? current.linesOf(working.outline)
          : inHandLines.map((ring) => (isOpen ? cornersOf(ring) : ring))
      return editSketch({ border, lines, handles: handles(), held: held ?? chosen, pointer })
    },
    sceneChanged() {
      const isSettled = held === null && chosen === null
      const isShown = target()?.isShown() ?? false
      if (working && (isSettled || (wasShown && !isShown))) working = null
      wasShown = working !== null && (wasShown || isShown)
      if (chosen && !working) chosen = foundAgain(outline(), chosen, chosenAt)
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
