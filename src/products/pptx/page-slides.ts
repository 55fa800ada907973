import type { Page, PageBlock } from '#core/records/page.ts'
import type { ProductPage } from '../product.ts'
import { bandItems, isEmpty } from './bands.ts'
import { type BodyItems, laidOut } from './body-layout.ts'
import { type Item, run, textItem } from './item.ts'
import { BODY, HEADLINE_LINE, INK, SIZE } from './look.ts'
import type { Piece } from './piece.ts'
import { chartPair, chartPiece } from './pieces/chart-piece.ts'
import { mapPiece } from './pieces/map-piece.ts'
import { numbersPiece } from './pieces/numbers-piece.ts'
import { coaRuns, tablePiece } from './pieces/table-piece.ts'
import { pointsPiece, textPiece } from './pieces/text-pieces.ts'
import { safeLine } from './safe-text.ts'
import { cutToLines } from './text-size.ts'

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
