import { counted, grouped } from '#core/figures.ts'
import { extentOfPositions } from '#core/geo/extent.ts'
import type { LonLat } from '#core/place.ts'
import type { ImportSketch } from './sketch.ts'

/** Size of the picture, in the pixels of its paths. */
export const PICTURE = { width: 240, height: 180 }

const MARGIN_PIXELS = 8

/** A sketch as paths of an SVG: outlines of the ground, lines, and dots as strokes without length. */
export type SketchPicture = {
  readonly ground: string
  readonly lines: string
  readonly points: string
  /** "400 of 14 013 places". */
  readonly caption: string
}

/** Draws a sketch on the outlines of the ground; where there are none, as large as it goes. */
export function pictureOf(sketch: ImportSketch, ground: ImportSketch['lines']): SketchPicture {
  const { points, lines, placeCount } = sketch
  const project = projectionOf(ground.length > 0 ? ground.flat() : [...points, ...lines.flat()])
  const shownCount = points.length + lines.length
  const all = counted(placeCount, points.length > 0 ? 'place' : 'line')
  return {
    ground: ground.map((line) => pathOf(line, project)).join(''),
    lines: lines.map((line) => pathOf(line, project)).join(''),
    points: points.map((point) => `M${project(point).join(' ')}h0`).join(''),
    caption: shownCount < placeCount ? `${grouped(shownCount)} of ${all}` : all,
  }
}

type Projection = (position: LonLat) => readonly [x: number, y: number]

/** Degrees drawn true to shape at their middle latitude, as large as the picture allows. */
function projectionOf(positions: readonly LonLat[]): Projection {
  const [west, south, east, north] = extentOfPositions(positions)
  const { width, height } = PICTURE
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(
    (width - 2 * MARGIN_PIXELS) / Math.max((east - west) * shrink, 1e-6),
    (height - 2 * MARGIN_PIXELS) / Math.max(north - south, 1e-6),
    width * 10,
  )
  const [midLon, midLat] = [(west + east) / 2, (south + north) / 2]
  const round = (pixels: number) => Math.round(pixels * 10) / 10
  return ([lon, lat]) => [
    round(width / 2 + (lon - midLon) * shrink * scale),
    round(height / 2 - (lat - midLat) * scale),
  ]
}

function pathOf(line: readonly LonLat[], project: Projection): string {
  return line.map((position, i) => `${i === 0 ? 'M' : 'L'}${project(position).join(' ')}`).join('')
}
