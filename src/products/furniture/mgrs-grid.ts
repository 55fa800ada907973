import { lengthText, metresPerPixel } from '#core/geo/map-scale.ts'
import { createGridLabels, type GridLabel } from './grid-labels.ts'
import { type GridLine, gridLinesIn } from './grid-lines.ts'
import { bandEdgesIn, type ZonePart, zonePartsIn } from './grid-zones.ts'
import type { MapFurniture, PicturePoint } from './map-furniture.ts'
import { extentOf, type PictureView, shareOf } from './picture-view.ts'

/** More lines than this across the longer side are a mesh. */
const MOST_LINES = 10
const SQUARE_METRES = 100_000
/** Up to so many squares a side are told apart by their letters; beyond, zones alone. */
const MOST_SQUARES = 16
const STEPS = [1, 2, 5] as const

/**
 * The distance of lines: the finest of 1, 2 and 5 times a power of ten, up to the 100 km squares, that
 * puts no more than ten across the longer side; so four to ten lie there. Null: the picture shows so
 * much that its zones are all that can be told apart.
 */
export function gridSpacingMetres(view: PictureView): number | null {
  const perPixel = metresPerPixel(view.centre[1], view.zoom)
  const longestMetres = perPixel * Math.max(view.widthPixels, view.heightPixels)
  if (longestMetres > SQUARE_METRES * MOST_SQUARES) return null
  const leastMetres = longestMetres / MOST_LINES
  const power = 10 ** Math.floor(Math.log10(leastMetres))
  const spacing = (STEPS.find((step) => step * power >= leastMetres - 1e-9) ?? 10) * power
  return Math.min(SQUARE_METRES, Math.max(1, spacing))
}

/**
 * The military grid over a map: lines of constant easting and northing, each within its zone, sampled
 * so that none is drawn a quarter of a pixel off; borders of zones and bands; letters of the squares;
 * figures at the edges. At most a few milliseconds.
 *
 * @param textPixels height of its labels.
 */
export function mgrsGrid(view: PictureView, textPixels: number): MapFurniture['grid'] {
  const spacing = gridSpacingMetres(view)
  const extent = extentOf(view)
  const parts = zonePartsIn(extent)
  const borders = bordersOf(parts, view)
  const labels = createGridLabels(view, textPixels)
  if (spacing === null) {
    const zones = labels.ofZones(parts)
    return { name: 'MGRS, grid zones', lines: borders, labels: zones }
  }
  const perZone = parts.map((part) => ({ part, lines: gridLinesIn(part, view, spacing) }))
  const edges: GridLabel[] =
    spacing < SQUARE_METRES ? perZone.flatMap(({ lines }) => labels.ofEdges(lines, spacing)) : []
  const squares = parts.flatMap((part) => labels.ofSquares(part))
  const lines = perZone.flatMap(({ lines: own }) => own.map(({ points }: GridLine) => points))
  return { name: nameOf(spacing), lines: [...borders, ...lines], labels: [...edges, ...squares] }
}

function nameOf(spacingMetres: number): string {
  if (spacingMetres === SQUARE_METRES) return 'MGRS, 100 km squares'
  return `MGRS, lines every ${lengthText(spacingMetres)}`
}

/** Meridians between zones and parallels between bands. */
function bordersOf(parts: readonly ZonePart[], view: PictureView): PicturePoint[][] {
  const extent = extentOf(view)
  const [west, , east] = extent
  const meridians = parts
    .filter((part) => part.west > west)
    .map((part) => [shareOf(view, [part.west, part.south]), shareOf(view, [part.west, part.north])])
  const parallels = bandEdgesIn(extent).map((lat) => [
    shareOf(view, [west, lat]),
    shareOf(view, [east, lat]),
  ])
  return [...meridians, ...parallels]
}
