import { gridReference } from '#core/geo/grid-reference.ts'
import { fromUtm } from '#core/geo/utm.ts'
import type { LonLat } from '#core/place.ts'
import { type GridLine, inZone, metresOf, multiples } from './grid-lines.ts'
import type { ZonePart } from './grid-zones.ts'
import type { PicturePoint } from './map-furniture.ts'
import { type PictureView, positionAt, shareOf } from './picture-view.ts'

/** Its middle, and what it says. */
export type GridLabel = { readonly at: PicturePoint; readonly text: string }

type Box = readonly [left: number, top: number, right: number, bottom: number]

/** Width of a letter of it in its own height. */
const LETTER_SHARE = 0.62
const LINE_SHARE = 1.3
/** Between a label and the edge of the picture, or the corner of its square, in its height. */
const MARGIN_SHARE = 0.4
const SQUARE_METRES = 100_000

/** Puts labels where no earlier one is; what finds no room is left out. */
export function createGridLabels(view: PictureView, textPixels: number) {
  const taken: Box[] = []
  const [w, h] = [view.widthPixels, view.heightPixels]
  const margin = MARGIN_SHARE * textPixels
  const halfWidth = (text: string) => (LETTER_SHARE * textPixels * text.length) / 2
  const halfHeight = (LINE_SHARE * textPixels) / 2

  const boxAt = (x: number, y: number, text: string): Box => {
    const half = halfWidth(text)
    return [x - half, y - halfHeight, x + half, y + halfHeight]
  }
  /** Where it would lie if it may: within the picture and clear of all others. */
  const free = ([x, y]: readonly [number, number], text: string): Box | null => {
    const box = boxAt(x, y, text)
    const [left, top, right, bottom] = box
    if (left < margin / 2 || top < margin / 2 || right > w - margin / 2 || bottom > h - margin / 2)
      return null
    return taken.some((other) => overlap(box, other, margin)) ? null : box
  }
  const put = (box: Box, text: string): GridLabel => {
    taken.push(box)
    return { at: [(box[0] + box[2]) / 2 / w, (box[1] + box[3]) / 2 / h], text }
  }
  const corners = ([left, top, right, bottom]: Box): LonLat[] =>
    [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ].map(([x = 0, y = 0]) => positionAt(view, [x / w, y / h]))

  return {
    /** Figures of easting lines at the bottom edge, of northing lines at the left; else opposite. */
    ofEdges(lines: readonly GridLine[], spacingMetres: number): GridLabel[] {
      return lines.flatMap((line): GridLabel[] => {
        const text = figures(line.metres, spacingMetres)
        for (const end of [line.points[0], line.points.at(-1)]) {
          const at = end && edgeSpot(line, end, text)
          const box = at ? free(at, text) : null
          if (box) return [put(box, text)]
        }
        return []
      })
    },
    /** The letters of each 100 km square, in its lower left corner or its middle, as far as it is seen. */
    ofSquares(part: ZonePart): GridLabel[] {
      const [west, south, east, north] = metresOf(part)
      const below = (metres: number) => Math.floor(metres / SQUARE_METRES) * SQUARE_METRES
      return multiples(below(south), north, SQUARE_METRES).flatMap((northing) =>
        multiples(below(west), east, SQUARE_METRES).flatMap((easting) =>
          squareLabel(part, easting, northing),
        ),
      )
    },
    /** Zone and band in the middle of what is seen of each. */
    ofZones(parts: readonly ZonePart[]): GridLabel[] {
      return parts.flatMap((part) => {
        const rows = multiples(Math.floor(part.south / 8) * 8, part.north, 8)
        return rows.flatMap((row): GridLabel[] => {
          const [south, north] = [Math.max(row, part.south), Math.min(row + 8, part.north)]
          if (north - south < 1e-6) return []
          const place: LonLat = [(part.west + part.east) / 2, (south + north) / 2]
          const text = referenceAt(place).slice(0, 3)
          const [x, y] = shareOf(view, place)
          const box = text ? free([x * w, y * h], text) : null
          return box ? [put(box, text)] : []
        })
      })
    },
  }

  function edgeSpot(
    line: GridLine,
    [x, y]: PicturePoint,
    text: string,
  ): readonly [number, number] | null {
    const near = 1.5 / Math.min(w, h)
    if (line.axis === 'easting') {
      if (y > 1 - near) return [x * w, h - margin - halfHeight]
      return y < near ? [x * w, margin + halfHeight] : null
    }
    if (x < near) return [margin + halfWidth(text), y * h]
    return x > 1 - near ? [w - margin - halfWidth(text), y * h] : null
  }

  function squareLabel(part: ZonePart, easting: number, northing: number): GridLabel[] {
    const corner = (x: number, y: number): PicturePoint => {
      const [lon, lat] = fromUtm({
        zone: part.zone,
        isSouth: false,
        eastingMetres: easting + x * SQUARE_METRES,
        northingMetres: northing + y * SQUARE_METRES,
      })
      return shareOf(view, [lon + part.turnDegrees, lat])
    }
    const rim = [corner(0, 0), corner(1, 0), corner(0, 1), corner(1, 1)]
    const [partLeft, partTop] = shareOf(view, [part.west, part.north])
    const [partRight, partBottom] = shareOf(view, [part.east, part.south])
    const left = Math.max(partLeft, Math.min(...rim.map(([x]) => x))) * w
    const right = Math.min(partRight, Math.max(...rim.map(([x]) => x))) * w
    const top = Math.max(partTop, Math.min(...rim.map(([, y]) => y))) * h
    const bottom = Math.min(partBottom, Math.max(...rim.map(([, y]) => y))) * h
    const half = halfWidth('29N LH') + margin
    const spots: (readonly [number, number])[] = [
      [left + half, bottom - margin - halfHeight],
      [left + half + margin, bottom - 2 * margin - halfHeight],
      [(left + right) / 2, (top + bottom) / 2],
    ]
    for (const spot of spots) {
      const [x, y] = spot
      const text = referenceAt(positionAt(view, [x / w, y / h])).slice(0, 6)
      const box = text ? free(spot, text) : null
      const isWhole = box && corners(box).every((place) => isIn(part, place, easting, northing))
      if (box && isWhole) return [put(box, text)]
    }
    return []
  }
}

function isIn(part: ZonePart, [lon, lat]: LonLat, easting: number, northing: number): boolean {
  if (lon < part.west || lon > part.east) return false
  const [east, north] = inZone(part, [lon, lat])
  const [x, y] = [east - easting, north - northing]
  return x >= 0 && x < SQUARE_METRES && y >= 0 && y < SQUARE_METRES
}

/** Of any longitude, also beyond the date line; empty where the grid ends. */
function referenceAt([lon, lat]: LonLat): string {
  const turned = ((((lon + 180) % 360) + 360) % 360) - 180
  return gridReference([turned, lat], 1) ?? ''
}

/** The figures that a reference has for a line: kilometres of its square, or tenths of them. */
function figures(metres: number, spacingMetres: number): string {
  const within = ((metres % SQUARE_METRES) + SQUARE_METRES) % SQUARE_METRES
  const digits = spacingMetres >= 1000 ? 2 : spacingMetres >= 100 ? 3 : spacingMetres >= 10 ? 4 : 5
  return String(Math.round(within / 10 ** (5 - digits))).padStart(digits, '0')
}

function overlap(a: Box, b: Box, margin: number): boolean {
  return (
    a[0] < b[2] + margin && b[0] < a[2] + margin && a[1] < b[3] + margin && b[1] < a[3] + margin
  )
}
