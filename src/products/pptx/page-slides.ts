import type { Page, PageBlock } from '#core/records/page.ts'
import type { ProductPage } from '../product.ts'
import { type Box, type Item, run, textItem } from './item.ts'
import { BAND_HEIGHT, BODY, HEADLINE_LINE, INK, INK_2, PANEL_2, SIZE, STATUS_LOOK } from './look.ts'
import type { Piece } from './piece.ts'
import { chartPair, chartPiece } from './pieces/chart-piece.ts'
import { mapPiece } from './pieces/map-piece.ts'
import { numbersPiece } from './pieces/numbers-piece.ts'
import { coaRuns, tablePiece } from './pieces/table-piece.ts'
import { pointsPiece, textPiece } from './pieces/text-pieces.ts'
import { safeLine } from './safe-text.ts'
import { cutToLines, textHeight } from './text-size.ts'

/** What stands on one slide between headline and footer. */
export type BodyItems = readonly Item[]

const GAP = 20
const SIDE_WIDTH = 372
const COLUMN_GAP = 28
/** Where a map leaves more room beside it. */
const NARROW_SIDE = 468
/** A chart with more categories needs the whole width. */
const FEW_CATEGORIES = 14

/** The bodies of the slides that a page becomes: one, or as many as its tables and texts need. */
export function pageBodies(of: ProductPage, headlineLines = 2): readonly BodyItems[] {
  const { page, missing } = of
  const bands = bandItems(of)
  const higher = headlineLines === 1 ? HEADLINE_LINE : 0
  const y = BODY.y - higher
  const body = { ...BODY, y, height: BODY.height + higher - bands.height }
  const top = page.coas.length > 0 && !hasCoaColumns(page) ? coaLine(page, y) : null
  const room = top ? { ...body, y: body.y + 32, height: body.height - 32 } : body
  const said = piecesOf(of)
  const pieces = said.length === 0 && missing !== null ? [textPiece([missing])] : said
  const bodies = laidOut(
    pieces.length > 0 ? pieces : [textPiece(['There is nothing to add to the headline.'])],
    room,
  )
  return bodies.map((items) => [...(top ? [top] : []), ...items, ...bands.items])
}

function piecesOf({ page, picture }: ProductPage): Piece[] {
  const pieces: Piece[] = []
  const blocks = page.blocks.filter((block) => !isEmpty(block))
  // What stands instead of a map comes after what the page says.
  if (!picture) blocks.sort((a, b) => Number(a.type === 'map') - Number(b.type === 'map'))
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    const next = blocks[i + 1]
    if (!block) continue
    if (block.type === 'chart' && next?.type === 'chart' && isSmall(block) && isSmall(next)) {
      pieces.push(chartPair(block, next))
      i++
    } else pieces.push(pieceOf(block, picture))
  }
  return pieces
}

function isSmall(block: Extract<PageBlock, { readonly type: 'chart' }>): boolean {
  return block.categories.length <= FEW_CATEGORIES
}

function isEmpty(block: PageBlock): boolean {
  if (block.type === 'numbers') return block.numbers.length === 0
  if (block.type === 'text') return block.paragraphs.every((text) => text.trim() === '')
  return block.type === 'points' && block.points.length === 0 && block.title === null
}

function pieceOf(block: PageBlock, picture: ProductPage['picture']): Piece {
  switch (block.type) {
    case 'numbers':
      return numbersPiece(block.numbers)
    case 'text':
      return textPiece(block.paragraphs)
    case 'points':
      return pointsPiece(block)
    case 'table':
      return tablePiece(block)
    case 'chart':
      return chartPiece(block)
    case 'map':
      return mapPiece(block, picture)
  }
}

/** A large block with small ones beside it where all fit; else one under another, over as many slides as it takes. */
function laidOut(pieces: readonly Piece[], body: Box): readonly BodyItems[] {
  const large = pieces.filter(({ sort }) => sort !== 'small')
  const small = pieces.filter(({ sort }) => sort === 'small')
  const [first] = large
  if (large.length === 0 && small.length === 2) {
    const width = Math.floor((body.width - COLUMN_GAP) / 2)
    const isAcross = small.every((piece) => piece.isProse && piece.height(width) <= body.height)
    const isLong = sum(small.map((piece) => piece.height(body.width))) > body.height
    if (isAcross && isLong) {
      return [
        small.flatMap((piece, i) =>
          piece.draw({
            ...body,
            x: body.x + i * (width + COLUMN_GAP),
            width,
            height: piece.height(width),
          }),
        ),
      ]
    }
  }
  const isMap = first?.sort === 'map'
  if (first && small.length > 0 && (isMap || large.length === 1)) {
    const most = body.width - SIDE_WIDTH - COLUMN_GAP
    const mainWidth = Math.round(first.widthIn?.({ ...body, width: most }) ?? most)
    const x = body.x + mainWidth + COLUMN_GAP
    const beside = { ...body, x, width: Math.min(NARROW_SIDE, body.x + body.width - x) }
    const column = filled(small, beside)
    if (first.height(mainWidth) <= body.height && (isMap || column.rest.length === 0)) {
      const main = {
        ...body,
        width: mainWidth,
        height: first.stretches
          ? body.height
          : Math.min(body.height, first.wanted?.(mainWidth) ?? first.height(mainWidth)),
      }
      const rest = [...column.rest, ...large.slice(1)]
      const own = [...first.draw(main), ...column.items]
      return rest.length === 0 ? [own] : [own, ...flowed(rest, body)]
    }
  }
  return flowed(pieces, body)
}

/** As many pieces as fit a column, from its top. */
function filled(
  pieces: readonly Piece[],
  box: Box,
): { readonly items: BodyItems; readonly rest: readonly Piece[] } {
  const items: Item[] = []
  let y = box.y
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) continue
    const height = piece.height(box.width)
    const room = box.y + box.height - y
    if (height > room) {
      const parts = piece.split(box.width, room)
      if (parts) items.push(...parts[0].draw({ ...box, y, height: room }))
      return { items, rest: [...(parts ? [parts[1]] : [piece]), ...pieces.slice(i + 1)] }
    }
    items.push(...piece.draw({ ...box, y, height }))
    y += height + GAP
  }
  return { items, rest: [] }
}

type Placed = { readonly piece: Piece; readonly height: number }

function flowed(pieces: readonly Piece[], body: Box): readonly BodyItems[] {
  const slides: Placed[][] = []
  let current: Placed[] = []
  let used = 0
  const close = () => {
    if (current.length > 0) slides.push(current)
    current = []
    used = 0
  }
  const waiting = [...pieces]
  while (waiting.length > 0) {
    const piece = waiting.shift()
    if (!piece) break
    const gap = current.length > 0 ? GAP : 0
    const room = body.height - used - gap
    const height = piece.height(body.width)
    if (height <= room) {
      current.push({ piece, height })
      used += gap + height
      continue
    }
    const parts = room > body.height / 4 ? piece.split(body.width, room) : null
    if (parts) {
      current.push({ piece: parts[0], height: Math.min(room, parts[0].height(body.width)) })
      waiting.unshift(parts[1])
      close()
    } else if (current.length > 0) {
      close()
      waiting.unshift(piece)
    } else {
      current.push({ piece, height: room })
      close()
    }
  }
  close()
  return slides.map((placed) => stacked(placed, body))
}

/**
 * One under another. What stretches shares the height that is left; else each piece takes what it is
 * read best at, as far as there is room.
 */
function stacked(placed: readonly Placed[], body: Box): BodyItems {
  const least = placed.map(({ height }) => height)
  const gaps = GAP * (placed.length - 1)
  const spare = Math.max(0, body.height - sum(least) - gaps)
  const stretching = placed.filter(({ piece }) => piece.stretches).length
  const wishes = placed.map(({ piece, height }) =>
    Math.max(0, (piece.wanted?.(body.width) ?? height) - height),
  )
  const granted = Math.min(1, spare / Math.max(1, sum(wishes)))
  let y = body.y
  return placed.flatMap(({ piece, height }, i) => {
    const grown = stretching === 0 ? (wishes[i] ?? 0) * granted : 0
    const own = height + (piece.stretches ? spare / stretching : grown)
    const items = piece.draw({ ...body, y: Math.round(y), height: Math.round(own) })
    y += own + GAP
    return items
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function hasCoaColumns({ blocks }: Page): boolean {
  return blocks.some(
    (block) => block.type === 'table' && block.columns.some(({ coa }) => coa !== null),
  )
}

function coaLine({ coas }: Page, y: number): Item {
  const width = (BODY.width - 24) / coas.length
  const runs = coas.flatMap((coa, i) => {
    const name = cutToLines(safeLine(coa.name), SIZE.body, { width: width - 64, lines: 1 }, true)
    const between = i === 0 ? [] : [run('     ', SIZE.body, INK)]
    return [...between, ...coaRuns({ ...coa, name }, SIZE.body)]
  })
  return textItem('Courses of action', { ...BODY, y, height: 24 }, runs, { anchor: 'middle' })
}

/** Under the body: what is supposed and no fact, what is stale, what was left out. */
function bandItems(of: ProductPage): { readonly items: readonly Item[]; readonly height: number } {
  const { page } = of
  const bands = [missingBand(of), staleBand(page), underBand(page), withheldBand(page)].filter(
    (band) => band !== null,
  )
  const height = bands.reduce((sum, band) => sum + band.height + 4, 0)
  let y = BODY.y + BODY.height - height + 4
  const items = bands.flatMap((band) => {
    const drawn = band.draw(y)
    y += band.height + 4
    return drawn
  })
  return { items, height: height === 0 ? 0 : height + 4 }
}

type Band = { readonly height: number; readonly draw: (y: number) => readonly Item[] }

function staleBand({ stale }: Page): Band | null {
  if (!stale) return null
  const more = stale.moreCount > 0 ? ` · ${stale.moreCount} more` : ''
  const due = cutToLines(`${safeLine(stale.due)}${more}`, SIZE.small, { width: 236, lines: 1 })
  const sentence = cutToLines(
    safeLine(stale.sentence),
    SIZE.table,
    { width: BODY.width - 320, lines: 1 },
    true,
  )
  return {
    height: BAND_HEIGHT,
    draw: (y) => {
      const box = { x: BODY.x, y, width: BODY.width, height: BAND_HEIGHT }
      const hatch = { ...box, width: 40 }
      const lines = [0, 0.25, 0.5, 0.75].map(
        (at) =>
          [
            [at, 1],
            [at + 0.25, 0],
          ] as const,
      )
      const mark = STATUS_LOOK.bad
      return [
        { type: 'shape', name: 'Stale band', box, shape: 'rect', fill: PANEL_2 },
        { type: 'path', name: 'Stale hatch', box: hatch, lines, color: INK_2, points: 1.25 },
        textItem(
          'Stale data',
          { ...box, x: box.x + 52, width: box.width - 312 },
          [
            run(`${mark.sign}\u00a0`, SIZE.table, mark.color),
            run(`Stale: ${sentence}`, SIZE.table, INK, true),
          ],
          { anchor: 'middle' },
        ),
        textItem(
          'Due',
          { ...box, x: box.x + box.width - 252, width: 240 },
          [run(due, SIZE.small, INK_2)],
          { align: 'right', anchor: 'middle' },
        ),
      ]
    },
  }
}

/** What a page that says something does not say, and why. */
function missingBand({ page, missing }: ProductPage): Band | null {
  if (missing === null || page.blocks.every(isEmpty)) return null
  const text = cutToLines(safeLine(missing), SIZE.table, { width: BODY.width - 40, lines: 2 }, true)
  return sentenceBand('Missing', text, STATUS_LOOK.unknown)
}

function underBand({ under }: Page): Band | null {
  if (under === null || under === '') return null
  const text = cutToLines(
    `Supposed, not fact: ${safeLine(under)}`,
    SIZE.table,
    { width: BODY.width - 40, lines: 2 },
    true,
  )
  return sentenceBand('Supposed', text, STATUS_LOOK.watch)
}

function withheldBand({ withheld, blocks }: Page): Band | null {
  const onMaps = blocks.flatMap((block) =>
    block.type === 'map' && block.withheld ? [block.withheld] : [],
  )
  const told = [...new Set(withheld.filter((text) => !onMaps.includes(text)))].map(safeLine)
  if (told.length === 0) return null
  const text = cutToLines(`Withheld or made coarser: ${told.join(' ')}`, SIZE.least, {
    width: BODY.width,
    lines: 3,
  })
  const height = Math.ceil(textHeight(text, SIZE.least, BODY.width)) + 4
  return {
    height,
    draw: (y) => [
      textItem(
        'Withheld',
        { x: BODY.x, y, width: BODY.width, height },
        [run(text, SIZE.least, INK_2)],
        { anchor: 'middle' },
      ),
    ],
  }
}

function sentenceBand(
  name: string,
  text: string,
  mark: { readonly sign: string; readonly color: string },
): Band {
  const height = Math.max(
    BAND_HEIGHT,
    Math.ceil(textHeight(text, SIZE.table, BODY.width - 40, true)) + 8,
  )
  return {
    height,
    draw: (y) => {
      const box = { x: BODY.x, y, width: BODY.width, height }
      return [
        { type: 'shape', name: `${name} band`, box, shape: 'rect', fill: PANEL_2 },
        textItem(
          name,
          { ...box, x: box.x + 12, width: box.width - 24 },
          [run(`${mark.sign}\u00a0`, SIZE.table, mark.color), run(text, SIZE.table, INK, true)],
          { anchor: 'middle' },
        ),
      ]
    },
  }
}
