import { extentOfPositions } from '#core/geo/extent.ts'
import { simplifiedLine } from '#core/geo/simplified-line.ts'
import type { LonLat } from '#core/place.ts'
import type { Area } from '#core/records/area.ts'
import type { ImportPlan } from '../plan-reading.ts'

/** Where the rows of an import would lie, thinned out for a small picture. */
export type ImportSketch = {
  readonly points: readonly LonLat[]
  readonly lines: readonly (readonly LonLat[])[]
  /** How many places there are in all. */
  readonly placeCount: number
}

const MAX_POINTS = 1500
const MAX_LINES = 400
/** The picture is about so many pixels wide. */
const PICTURE_PIXELS = 240

/** What rows of several tables have in common. */
type Placed = { readonly position: LonLat }

/** The places that a plan would bring in: points evenly thinned, lines and outlines coarsened. */
export function sketchOf({ rows, batches }: Pick<ImportPlan, 'rows' | 'batches'>): ImportSketch {
  const points: LonLat[] = []
  const lines: LonLat[][] = []
  for (const { outline } of rows.areas ?? []) for (const [ring] of outline) lines.push([...ring!])
  for (const { geometry } of rows.restrictions ?? []) {
    if (geometry.type === 'point') points.push(geometry.position)
    else lines.push([...(geometry.type === 'area' ? geometry.polygon[0]! : geometry.line)])
  }
  for (const list of Object.values(rows) as readonly (readonly Partial<Placed>[])[]) {
    for (const { position } of list) if (position) points.push(position)
  }
  let placeCount = points.length + lines.length
  for (const { columns } of batches) {
    const { geometry, rowCount } = columns
    if (geometry.type === 'none') continue
    placeCount += rowCount
    if (geometry.type === 'points') {
      for (const row of evenSteps(rowCount, MAX_POINTS))
        points.push(...pairs(geometry, row, row + 1))
    } else {
      for (const row of evenSteps(rowCount, MAX_LINES)) {
        lines.push(pairs(geometry, geometry.offsets[row]!, geometry.offsets[row + 1]!))
      }
    }
  }
  return {
    points: thinned(points, MAX_POINTS),
    lines: coarsened(thinned(lines, MAX_LINES)),
    placeCount,
  }
}

/** The outlines of the widest areas that there would be: the ground of such a picture. */
export function groundSketch(areas: readonly Area[]): ImportSketch['lines'] {
  const widest = Math.min(...areas.map(({ level }) => level))
  const shown = areas.filter(({ level }) => level === widest)
  return sketchOf({ rows: { areas: shown }, batches: [] }).lines
}

function pairs(
  { positions }: { readonly positions: Float64Array },
  from: number,
  to: number,
): LonLat[] {
  return Array.from({ length: to - from }, (_, i): LonLat => {
    return [positions[2 * (from + i)]!, positions[2 * (from + i) + 1]!]
  })
}

/** Lines without the corners that nobody would see in the picture. */
function coarsened(lines: readonly LonLat[][]): LonLat[][] {
  const [west, , east] = extentOfPositions(lines.flat())
  return lines.map((line) => simplifiedLine(line, Math.max(0, east - west) / PICTURE_PIXELS / 2))
}

/** Some of a list at even steps, first and last among them. */
function thinned<T>(list: readonly T[], most: number): T[] {
  return evenSteps(list.length, most).map((index) => list[index]!)
}

/** Numbers from 0 to before a count: all of them, or so many at even steps. */
function evenSteps(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i)
  const step = (count - 1) / (most - 1)
  return Array.from({ length: most }, (_, i) => Math.round(i * step))
}
