import type { LonLat } from '#core/place.ts'
import type { MapBlock } from '#core/records/page.ts'
import type { PagePicture } from '../../product.ts'
import { type Box, type Item, run, textItem } from '../item.ts'
import { INK, PANEL, SIZE } from '../look.ts'
import { safeLine } from '../safe-text.ts'
import { textWidth } from '../text-size.ts'

const EARTH_METRES = 40_075_016.686
const HEIGHT = 22
const AWAY = 28

/**
 * Where a place lies on a picture in Web Mercator, as shares of it from its top left; worked out from its
 * middle and its scale bar.
 */
export function placeOnPicture(
  [lon, lat]: LonLat,
  {
    furniture,
    widthPixels,
    heightPixels,
  }: Pick<PagePicture, 'furniture' | 'widthPixels' | 'heightPixels'>,
): readonly [number, number] | null {
  const { centre, scaleBar } = furniture
  const metresAcross = scaleBar.metres / scaleBar.widthShare
  const across = metresAcross / (EARTH_METRES * Math.cos((centre[1] * Math.PI) / 180))
  const right = 0.5 + (lon - centre[0]) / 360 / across
  const down = 0.5 + ((mercator(centre[1]) - mercator(lat)) / across) * (widthPixels / heightPixels)
  const isOn = right >= 0 && right <= 1 && down >= 0 && down <= 1
  return isOn && Number.isFinite(right + down) ? [right, down] : null
}

/** Shares of the world's width from the equator northwards. */
function mercator(latitude: number): number {
  const radians = (latitude * Math.PI) / 180
  return Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI)
}

/** Names of places beside dots, none over another; those for which there is no room are told in words. */
export function calloutItems(
  callouts: MapBlock['callouts'],
  picture: PagePicture,
  map: Box,
): { readonly items: readonly Item[]; readonly unplaced: readonly string[] } {
  const items: Item[] = []
  const unplaced: string[] = []
  const taken: Box[] = []
  for (const { name, change, position } of callouts) {
    const said = `${safeLine(name)} ${safeLine(change)}`.trim()
    const at = placeOnPicture(position, picture)
    const dot = at ? { x: map.x + at[0] * map.width, y: map.y + at[1] * map.height } : null
    const box = dot
      ? freeBox(dot, Math.ceil(textWidth(said, SIZE.small, true)) + 14, map, taken)
      : null
    if (!dot || !box) {
      unplaced.push(said)
      continue
    }
    taken.push(box)
    items.push(...drawn(said, safeLine(name), dot, box))
  }
  return { items, unplaced }
}

type Point = { readonly x: number; readonly y: number }

function freeBox(dot: Point, width: number, map: Box, taken: readonly Box[]): Box | null {
  const tries = [0, 1, -1, 2, -2, 3, -3].flatMap((step) => {
    const y = dot.y - HEIGHT / 2 + step * (HEIGHT + 4)
    return [
      { x: dot.x + AWAY, y, width, height: HEIGHT },
      { x: dot.x - AWAY - width, y, width, height: HEIGHT },
    ]
  })
  const within = (box: Box) =>
    box.x >= map.x + 4 &&
    box.y >= map.y + 4 &&
    box.x + box.width <= map.x + map.width - 48 &&
    box.y + box.height <= map.y + map.height - 40
  return tries.find((box) => within(box) && !taken.some((other) => overlap(box, other))) ?? null
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function drawn(said: string, name: string, dot: Point, box: Box): Item[] {
  const end = { x: box.x > dot.x ? box.x : box.x + box.width, y: box.y + box.height / 2 }
  const leader = {
    x: Math.min(dot.x, end.x),
    y: Math.min(dot.y, end.y),
    width: Math.max(1, Math.abs(end.x - dot.x)),
    height: Math.max(1, Math.abs(end.y - dot.y)),
  }
  const share = ({ x, y }: Point) =>
    [(x - leader.x) / leader.width, (y - leader.y) / leader.height] as const
  const round = { x: dot.x - 4, y: dot.y - 4, width: 8, height: 8 }
  return [
    {
      type: 'path',
      name: `Leader of ${name}`,
      box: leader,
      lines: [[share(dot), share(end)]],
      color: INK,
      points: 0.75,
    },
    {
      type: 'shape',
      name: `Place of ${name}`,
      box: round,
      shape: 'ellipse',
      fill: PANEL,
      line: { color: INK, points: 1.25 },
    },
    textItem(`Callout: ${name}`, box, [run(said, SIZE.small, INK, true)], {
      anchor: 'middle',
      align: 'center',
      fill: PANEL,
      fillTransparency: 12,
    }),
  ]
}
