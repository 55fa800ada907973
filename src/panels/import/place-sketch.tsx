import { counted, grouped } from '#core/figures.ts'
import type { LonLat } from '#core/place.ts'
import type { ImportSketch } from '#formats/import/sketch.ts'

const WIDTH = 240
const HEIGHT = 180
const MARGIN = 8

/** Where the rows would lie, before anything comes in: dots and lines on the outlines of the ground. */
export function PlaceSketch(props: {
  readonly sketch: ImportSketch
  readonly ground: ImportSketch['lines']
}) {
  const { points, lines, placeCount } = props.sketch
  if (placeCount === 0) return null
  const shown = props.ground.length > 0 ? props.ground.flat() : [...points, ...lines.flat()]
  const project = projectionOf(shown)
  const shownCount = points.length + lines.length
  const all = counted(placeCount, points.length > 0 ? 'place' : 'line')
  const name = shownCount < placeCount ? `${grouped(shownCount)} of ${all}` : all
  return (
    <figure className="place-sketch">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`Map of ${name}`}>
        <path
          className="sketch-ground"
          d={props.ground.map((line) => pathOf(line, project)).join('')}
        />
        <path className="sketch-lines" d={lines.map((line) => pathOf(line, project)).join('')} />
        <path
          className="sketch-points"
          d={points.map((point) => `M${project(point).join(' ')}h0`).join('')}
        />
      </svg>
      <figcaption className="light">{name}</figcaption>
    </figure>
  )
}

type Projection = (position: LonLat) => readonly [x: number, y: number]

/** Degrees drawn true to shape at their middle latitude, as large as the picture allows. */
function projectionOf(positions: readonly LonLat[]): Projection {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max((east - west) * shrink, 1e-6),
    (HEIGHT - 2 * MARGIN) / Math.max(north - south, 1e-6),
    WIDTH * 10,
  )
  const [midLon, midLat] = [(west + east) / 2, (south + north) / 2]
  const round = (pixels: number) => Math.round(pixels * 10) / 10
  return ([lon, lat]) => [
    round(WIDTH / 2 + (lon - midLon) * shrink * scale),
    round(HEIGHT / 2 - (lat - midLat) * scale),
  ]
}

function pathOf(line: readonly LonLat[], project: Projection): string {
  return line.map((position, i) => `${i === 0 ? 'M' : 'L'}${project(position).join(' ')}`).join('')
}
