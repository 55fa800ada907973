import type { MapBlock } from '#core/records/page.ts'
import type { PagePicture } from '../../product.ts'
import { type Box, type Item, run } from '../item.ts'
import { INK, INK_2, LINE, PANEL_2, SIZE } from '../look.ts'
import { type Piece, UNPARTED } from '../piece.ts'
import { safeLine } from '../safe-text.ts'
import { textHeight } from '../text-size.ts'
import { calloutItems } from './callouts.ts'
import { furnitureItems } from './furniture.ts'
import { legendHeight, legendItems } from './legend.ts'

const LEAST_MAP = 300
/** Its legend and its words need so much. */
const NARROWEST = 560
const NOT_DRAWN_HEIGHT = 44

/** A map as a picture, with what explains it as native shapes and text over and under it. */
export function mapPiece(block: MapBlock, picture: PagePicture | null): Piece {
  if (picture === null) return notDrawnPiece(block)
  return {
    sort: 'map',
    stretches: true,
    height: (width) => LEAST_MAP + legendHeight(block.legends, width) + 8,
    widthIn: (box) => widthIn(block, picture, box),
    draw: (box) => drawn(block, picture, box),
    split: UNPARTED,
  }
}

function drawn(block: MapBlock, picture: PagePicture, box: Box): Item[] {
  const words = underMap(block, picture, [])
  const under = legendHeight(block.legends, box.width) + wordsHeight(words, box.width) + 8
  const room = { ...box, height: box.height - under }
  const map = fitted(picture, room)
  const callouts = calloutItems(block.callouts, picture, map)
  const legend = legendItems(block.legends, { ...box, y: map.y + map.height + 8 })
  const y = map.y + map.height + 8 + legendHeight(block.legends, box.width)
  const told = underMap(block, picture, callouts.unplaced)
  return [
    {
      type: 'picture',
      name: 'Map',
      box: map,
      bytes: picture.bytes,
      mime: picture.type,
      says: mapInWords(block),
    },
    {
      type: 'shape',
      name: 'Map frame',
      box: map,
      shape: 'rect',
      fill: null,
      line: { color: LINE, points: 0.75 },
    },
    ...furnitureItems(picture.furniture, map),
    ...callouts.items,
    ...legend,
    ...wordsItems(told, { ...box, y, height: box.y + box.height - y }),
  ]
}

function widthIn(
  block: MapBlock,
  picture: PagePicture,
  box: { readonly width: number; readonly height: number },
): number {
  const words = wordsHeight(underMap(block, picture, []), box.width)
  const room = box.height - legendHeight(block.legends, box.width) - words - 8
  return Math.max(NARROWEST, fitted(picture, { x: 0, y: 0, width: box.width, height: room }).width)
}

/** The picture as large as its room lets it be, from its top left. */
function fitted({ widthPixels, heightPixels }: PagePicture, room: Box): Box {
  const ratio = widthPixels > 0 && heightPixels > 0 ? heightPixels / widthPixels : 0.6
  const width = Math.min(room.width, room.height / ratio)
  return { x: room.x, y: room.y, width: Math.round(width), height: Math.round(width * ratio) }
}

/** A line or two instead of an empty frame; what the map would have named is said. */
function notDrawnPiece(block: MapBlock): Piece {
  const places = block.callouts
    .filter(({ change }) => change !== '')
    .map(({ name, change }) => `${safeLine(name)} ${safeLine(change)}`)
  const words = [
    ...(places.length > 0 ? [`Where it changes: ${places.join(' · ')}.`] : []),
    ...(block.withheld === null ? [] : [safeLine(block.withheld)]),
  ]
  const height = (width: number) =>
    NOT_DRAWN_HEIGHT +
    words.reduce((sum, text) => sum + textHeight(text, SIZE.table, width - 32) + 6, 0)
  return {
    sort: 'small',
    stretches: false,
    height,
    draw: (box) => [
      { type: 'shape', name: 'No map', box, shape: 'rect', fill: PANEL_2 },
      {
        type: 'text',
        name: 'No map was drawn',
        box,
        paragraphs: [
          {
            runs: [
              run('The map of this page was not drawn in this file. ', SIZE.table, INK, true),
              run('Its figures hold without it; open the operation to see it.', SIZE.table, INK_2),
            ],
            pointsAfter: 4,
          },
          ...words.map((text) => ({ runs: [run(text, SIZE.table, INK)], pointsAfter: 4 })),
        ],
        anchor: 'middle',
        inset: 16,
      },
    ],
    split: UNPARTED,
  }
}

/** Small words under the map: grid and fraction, who made what is seen, what was left out. */
function underMap(
  { withheld }: MapBlock,
  { attributions, furniture }: PagePicture,
  unplaced: readonly string[],
): string[] {
  const about = [furniture.fraction, furniture.grid.name, ...attributions].filter(
    (text): text is string => text !== null && text !== '',
  )
  return [
    ...(unplaced.length > 0 ? [`Also: ${unplaced.join(' · ')}`] : []),
    safeLine(about.join(' · ')),
    ...(withheld === null ? [] : [safeLine(withheld)]),
  ].filter((text) => text !== '')
}

function wordsHeight(words: readonly string[], width: number): number {
  return words.reduce((sum, text) => sum + textHeight(text, SIZE.least, width) + 2, 0)
}

function wordsItems(words: readonly string[], box: Box): Item[] {
  if (words.length === 0) return []
  const runs = words.map((text) => ({ runs: [run(text, SIZE.least, INK_2)], pointsAfter: 1 }))
  return [{ type: 'text', name: 'About the map', box, paragraphs: runs, anchor: 'top' }]
}

function mapInWords({ legends, callouts }: MapBlock): string {
  const shown = legends.map(({ title }) => title).join(', ')
  const places = callouts.map(({ name, change }) => `${name} ${change}`).join(', ')
  return safeLine(`Map of ${shown || 'the theatre'}${places === '' ? '' : `: ${places}`}`).slice(
    0,
    1000,
  )
}
