import { counted, distanceText } from '#core/figures.ts'
import { circleRing } from '#core/geo/circle.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { isSamePosition } from '#core/geo/same-position.ts'
import type { LonLat } from '#core/place.ts'
import { snapText } from '../sketch/sketch.ts'
import type { Bench, Press, ToolSession } from '../tool.ts'
import { shapeFault } from './outline-check.ts'
import { pressOrDrag } from './press-or-drag.ts'

type Circle = { readonly centre: LonLat; readonly radiusMetres: number }

/** What is drawn round a centre, and what becomes of it. */
type CircleWish = {
  /** After each circle: whether one more about the same centre may follow. */
  readonly hasMore: boolean
  readonly fault: (circle: Circle) => string | null
  readonly show: (circle: Circle | null) => void
  /**
   * @param radiiMetres of all circles about the centre, in the order drawn.
   * @returns whether they were kept.
   */
  readonly drawn: (centre: LonLat, radiiMetres: readonly number[]) => boolean
}

/** A zone with a round border: its centre, then a place on it, or a typed radius. */
export function circleTool(bench: Bench): ToolSession {
  const outlineOf = ({ centre, radiusMetres }: Circle) => [circleRing(centre, radiusMetres)]
  return roundTool(bench, {
    hasMore: false,
    fault: (circle) => shapeFault(outlineOf(circle)),
    show: (circle) => bench.preview(circle && { zoneId: null, outline: outlineOf(circle) }),
    drawn: (centre, [radiusMetres = 0]) =>
      bench.actions().onZoneDrawn?.(outlineOf({ centre, radiusMetres })) ?? true,
  })
}

/** Range rings about a place: as many circles as are set, Enter finishes. */
export function ringsTool(bench: Bench): ToolSession {
  return roundTool(bench, {
    hasMore: true,
    fault: () => null,
    show: () => {},
    drawn: (centre, radii) =>
      bench.actions().onMeasureDrawn?.({
        type: 'rings',
        centre,
        radiiMetres: [...new Set(radii)].sort((a, b) => a - b),
      }) ?? true,
  })
}

function roundTool(bench: Bench, wish: CircleWish): ToolSession {
  let centre: LonLat | null = null
  let radii: readonly number[] = []
  let pointer: Press | null = null
  /** A radius was typed and nobody has pointed elsewhere since, so that Enter ends the rings. */
  let isTyped = false
  let typedFrom: LonLat | null = null

  const inHand = (): Circle | null => {
    if (!centre || !pointer) return null
    const radiusMetres = metresBetween(centre, pointer.position)
    return radiusMetres > 0 ? { centre, radiusMetres } : null
  }
  const letGo = () => {
    centre = null
    radii = []
    wish.show(null)
  }
  const finish = () => {
    if (!centre || radii.length === 0) {
      return bench.actions().onTell?.('Set a radius first: press on the map, or type 12 km.')
    }
    if (wish.drawn(centre, radii)) letGo()
    else if (!wish.hasMore) radii = []
  }
  /** One step back: the last ring, then the centre. */
  const takeBack = () => {
    if (radii.length > 0) radii = radii.slice(0, -1)
    else letGo()
  }
  const setRadius = (radiusMetres: number) => {
    if (!centre) return
    const fault =
      radiusMetres > 0
        ? wish.fault({ centre, radiusMetres })
        : 'A circle needs a radius. Press away from the centre, or type one, such as 12 km.'
    if (fault) return bench.actions().onTell?.(fault)
    radii = [...radii, radiusMetres]
    if (!wish.hasMore) finish()
  }
  const set = (position: LonLat) => {
    if (!centre) centre = position
    else setRadius(metresBetween(centre, position))
  }
  const follow = (press: Press | null) => {
    pointer = press
    if (isTyped && press) {
      isTyped = typedFrom === null || isSamePosition(typedFrom, press.position)
      typedFrom = press.position
    }
    if (centre) wish.show(inHand())
  }

  const hand = pressOrDrag(
    ({ position }) => set(position),
    () => centre !== null && radii.length === 0,
  )

  return {
    cursor: () => 'crosshair',
    snapping: () => ({ isOn: true, exceptZoneId: null }),
    takes: hand.takes,
    dragged: follow,
    dropped(press) {
      pointer = press
      hand.dropped(press)
    },
    pointed: follow,
    doubleClicked: () => {
      if (wish.hasMore && radii.length > 0) finish()
    },
    clickedAside: letGo,
    keyed({ key }, at) {
      switch (key) {
        case 'Enter':
          if (wish.hasMore && radii.length > 0 && isLastRadius(at)) finish()
          else if (at) set(at.position)
          return true
        case ' ':
          if (at) set(at.position)
          return at !== null
        case 'Backspace':
        case 'Delete':
          takeBack()
          return true
        case 'Escape':
          if (centre) takeBack()
          else bench.actions().onTool?.('select')
          return true
        default:
          return false
      }
    },
    typing: () => (centre ? 'Radius, or a place on the circle' : 'Centre'),
    typed: set,
    wayFrom: () => centre,
    typedMetres(metres) {
      isTyped = true
      typedFrom = null
      setRadius(metres)
    },
    sketch() {
      const circle = inHand()
      const rings = centre ? radii.map((metres) => circleRing(centre!, metres)) : []
      return {
        lines: [
          ...rings.map((points) => ({ points, look: 'hand' as const })),
          ...(circle
            ? [
                { points: circleRing(circle.centre, circle.radiusMetres), look: 'hand' as const },
                { points: [circle.centre, pointer!.position], look: 'next' as const },
              ]
            : []),
        ],
        corners: centre ? [{ at: centre, look: 'corner' }] : [],
        snap: pointer?.snap ? { at: pointer.position, text: snapText(pointer.snap) } : null,
        chips: circle
          ? [
              {
                at: pointer!.position,
                text: distanceText(circle.radiusMetres),
                look: 'total',
                isBelow: true,
              },
            ]
          : [],
        spoken: spokenOf(circle),
      }
    },
    end: () => wish.show(null),
  }

  function spokenOf(circle: Circle | null): string {
    if (!centre) return ''
    const rings = wish.hasMore && radii.length > 0 ? ` ${counted(radii.length, 'ring')}.` : ''
    return `Centre set.${rings}${circle ? ` Radius ${distanceText(circle.radiusMetres)}.` : ''}`
  }

  /** Enter with the crosshair where the last radius was set ends the rings. */
  function isLastRadius(at: Press | null): boolean {
    if (!at || !centre || isTyped) return true
    const last = radii.at(-1) ?? 0
    return Math.abs(metresBetween(centre, at.position) - last) < 1
  }
}
