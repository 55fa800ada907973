import { distanceText } from '#core/figures.ts'
import { bearingDegrees } from '#core/geo/bearing.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { lonLatOfMercator, mercatorDegrees } from '#core/geo/mercator.ts'
import type { LonLat } from '#core/place.ts'
import type { Sketch } from './sketch/sketch.ts'
import { snapText } from './sketch/sketch.ts'
import { type Bench, distancePixels, type Press, type ToolSession } from './tool.ts'

const SAME_PIXELS = 4

/** A line with the distance and true bearing of every leg, and its length. */
export function measureTool(bench: Bench): ToolSession {
  let points: readonly LonLat[] = []
  let isEnded = false
  let pointer: Press | null = null

  const isOnLast = (position: LonLat) => {
    const last = points.at(-1)
    return (
      last !== undefined &&
      distancePixels(bench.pixelOf(last), bench.pixelOf(position)) < SAME_PIXELS
    )
  }
  const set = (position: LonLat) => {
    if (isEnded) {
      points = []
      isEnded = false
    }
    if (!isOnLast(position)) points = [...points, position]
  }
  const takeBack = () => {
    points = points.slice(0, -1)
    isEnded = false
  }
  const end = () => {
    isEnded = points.length >= 2
  }

  return {
    cursor: () => 'crosshair',
    snapping: () => ({ isOn: true, exceptZoneId: null }),
    pointed(press) {
      pointer = press
    },
    clicked: ({ position }) => set(position),
    doubleClicked: end,
    clickedAside: end,
    keyed({ key }, centre) {
      switch (key) {
        case 'Enter':
          if (!centre || isOnLast(centre.position)) end()
          else set(centre.position)
          return true
        case ' ':
          if (centre) set(centre.position)
          return centre !== null
        case 'Backspace':
        case 'Delete':
          takeBack()
          return true
        case 'Escape':
          if (points.length > 0) points = []
          else bench.actions().onTool?.('select')
          isEnded = false
          return true
        default:
          return false
      }
    },
    typing: () => `Point ${isEnded ? 1 : points.length + 1}`,
    typed: set,
    wayFrom: () => (isEnded ? null : (points.at(-1) ?? null)),
    sketch() {
      const hasNext = !isEnded && pointer !== null && points.length > 0
      const all = hasNext && pointer ? [...points, pointer.position] : points
      return measureSketch(all, points.length, pointer)
    },
    end: () => undefined,
  }
}

/** Legs with their chips, and the total at the end. */
function measureSketch(all: readonly LonLat[], setCount: number, pointer: Press | null): Sketch {
  const legs = all.slice(1).map((to, i) => ({ from: all[i]!, to }))
  const totalMetres = legs.reduce((sum, { from, to }) => sum + metresBetween(from, to), 0)
  const last = all.at(-1)
  const total = `${distanceText(totalMetres)} in all`
  return {
    lines: [
      { points: all.slice(0, setCount), look: 'measure' },
      ...(all.length > setCount
        ? [{ points: all.slice(setCount - 1), look: 'next' as const }]
        : []),
    ],
    corners: all.slice(0, setCount).map((at) => ({ at, look: 'corner' })),
    snap: pointer?.snap ? { at: pointer.position, text: snapText(pointer.snap) } : null,
    chips: [
      ...legs.map(({ from, to }) => ({
        at: middleOf(from, to),
        text: legText(from, to),
        look: 'quiet' as const,
      })),
      ...(last && legs.length > 1
        ? [{ at: last, text: total, look: 'total' as const, isBelow: true }]
        : []),
    ],
    spoken: legs.length > 0 ? total : '',
  }
}

/** `12.4 km · 083°`: distance over ground and true bearing at the start. */
export function legText(from: LonLat, to: LonLat): string {
  const bearing = String(Math.round(bearingDegrees(from, to)) % 360).padStart(3, '0')
  return `${distanceText(metresBetween(from, to))} · ${bearing}°`
}

function middleOf(from: LonLat, to: LonLat): LonLat {
  const [a, b] = [mercatorDegrees(from), mercatorDegrees(to)]
  return lonLatOfMercator([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
}
