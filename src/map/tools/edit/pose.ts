import { distanceText } from '#core/figures.ts'
import { bearingDegrees } from '#core/geo/bearing.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { extentOfPositions } from '#core/geo/extent.ts'
import { lonLatOfMercator, mercatorDegrees } from '#core/geo/mercator.ts'
import type { LonLat, Polygon } from '#core/place.ts'

/**
 * How a zone in hand lies against the saved one: turned and scaled about its middle, then moved.
 * Ways are in degrees on the plane of web maps, turns clockwise.
 */
export type Pose = {
  readonly east: number
  readonly north: number
  readonly turnDegrees: number
  readonly factor: number
}

export const AS_SAVED: Pose = { east: 0, north: 0, turnDegrees: 0, factor: 1 }

const STEP_PIXELS = 2
const LARGE_STEP_PIXELS = 20
const TURN_DEGREES = 1
const LARGE_TURN_DEGREES = 15
const SCALE_STEP = 1.02

/** Where a position goes. */
export function posed(about: LonLat, pose: Pose): (position: LonLat) => LonLat {
  const [x0, y0] = mercatorDegrees(about)
  const turn = (pose.turnDegrees * Math.PI) / 180
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
  return (position) => {
    const [x, y] = mercatorDegrees(position)
    const [dx, dy] = [x - x0, y - y0]
    return lonLatOfMercator([
      x0 + pose.east + pose.factor * (cos * dx + sin * dy),
      y0 + pose.north + pose.factor * (cos * dy - sin * dx),
    ])
  }
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** Arrows move, Page Up and Page Down turn, + and − scale; null: another key. */
export function poseByKey(
  pose: Pose,
  press: { readonly key: string; readonly isLarge: boolean; readonly degreesPerPixel: number },
): Pose | null {
  const { key, isLarge } = press
  const way = ARROWS[key]
  if (way) {
    const step = (isLarge ? LARGE_STEP_PIXELS : STEP_PIXELS) * press.degreesPerPixel
    return { ...pose, east: pose.east + step * way[0], north: pose.north + step * way[1] }
  }
  if (key === 'PageUp' || key === 'PageDown') {
    const turn = (isLarge ? LARGE_TURN_DEGREES : TURN_DEGREES) * (key === 'PageUp' ? -1 : 1)
    return { ...pose, turnDegrees: pose.turnDegrees + turn }
  }
  if (key === '+' || key === '=') return { ...pose, factor: pose.factor * SCALE_STEP }
  if (key === '-' || key === '_') return { ...pose, factor: pose.factor / SCALE_STEP }
  return null
}

/** The middle of an outline's box on the plane of web maps, which a quarter turn leaves where it is. */
export function middleOf(outline: Polygon): LonLat {
  const [west, south, east, north] = extentOfPositions((outline[0] ?? []).map(mercatorDegrees))
  return lonLatOfMercator([(west + east) / 2, (south + north) / 2])
}

/** `12.4 km · 083° · turned 15° · × 1.20` */
export function poseText({ turnDegrees, factor }: Pose, from: LonLat, to: LonLat): string {
  const metres = metresBetween(from, to)
  const bearing = String(Math.round(bearingDegrees(from, to)) % 360).padStart(3, '0')
  return [
    metres >= 1 ? `${distanceText(metres)} · ${bearing}°` : '',
    turnDegrees !== 0 ? `turned ${Math.round(turnDegrees)}°` : '',
    factor !== 1 ? `× ${factor.toFixed(2)}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
