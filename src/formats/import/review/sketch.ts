import { extentOfPositions } from '#core/geo/extent.ts'
import { simplifiedLine } from '#core/geo/simplified-line.ts'
import type { LonLat } from '#core/place.ts'
import type { Area } from '#core/records/area.ts'
import type { ImportPlan } from '../plan-import.ts'

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
  for (const { columns } of batches) {
    const { geometry } = columns
    if (geometry.type === 'points') points.push(...pairs(geometry.positions, 0, columns.rowCount))
    if (geometry.type !== 'lines') continue
    for (let row = 0; row < columns.rowCount; row++) {
      lines.push(pairs(geometry.positions, geometry.offsets[row]!, geometry.offsets[row + 1]!))
    }
  }
  return thin(points, lines)
}

/** The outlines of the widest areas that there would be: the ground of such a picture. */
export function groundSketch(areas: readonly Area[]): ImportSketch['lines'] {
  const widest = Math.min(...areas.map(({ level }) => level))
  const shown = areas.filter(({ level }) => level === widest)
  return sketchOf({ rows: { areas: shown }, batches: [] }).lines
}

function thin(points: readonly LonLat[], lines: readonly LonLat[][]): ImportSketch {
  return {
    points: thinned(points, MAX_POINTS),
    lines: coarsened(thinned(lines, MAX_LINES)),
    placeCount: points.length + lines.length,
  }
}

function pairs(positions: Float64Array, from: number, to: number): LonLat[] {
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
  if (list.length <= most) return [...list]
  const step = (list.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, i) => list[Math.round(i * step)]!)
}
