import type { Box, Item } from './item.ts'
import type { Piece } from './piece.ts'

/** What stands on one slide between headline and footer. */
export type BodyItems = readonly Item[]

const GAP = 20
const SIDE_WIDTH = 372
const COLUMN_GAP = 28
/** Where a map leaves more room beside it. */
const NARROW_SIDE = 468

/** A large block with small ones beside it where all fit; else one under another, over as many slides as it takes. */
export function laidOut(pieces: readonly Piece[], body: Box): readonly BodyItems[] {
  const large = pieces.filter(({ sort }) => sort !== 'small')
  const small = pieces.filter(({ sort }) => sort === 'small')
  const [first] = large
  if (!first) {
    const across = small.length === 2 ? twoColumns(small, body) : null
    return across ? [across] : flowed(pieces, body)
  }
  return besideLarge(first, { small, others: large.slice(1) }, body) ?? flowed(pieces, body)
}

/** Two texts beside each other; null: they go under one another, or are too long for it. */
function twoColumns(texts: readonly Piece[], body: Box): BodyItems | null {
  const width = Math.floor((body.width - COLUMN_GAP) / 2)
  const isAcross = texts.every((piece) => piece.isProse && piece.height(width) <= body.height)
  const isLong = sum(texts.map((piece) => piece.height(body.width))) > body.height
  if (!isAcross || !isLong) return null
  return texts.flatMap((piece, i) =>
    piece.draw({
      ...body,
      x: body.x + i * (width + COLUMN_GAP),
      width,
      height: piece.height(width),
    }),
  )
}

/** The first large block with a column of small ones; a map goes on over more slides, others have to fit. */
function besideLarge(
  first: Piece,
  { small, others }: { readonly small: readonly Piece[]; readonly others: readonly Piece[] },
  body: Box,
): readonly BodyItems[] | null {
  const isMap = first.sort === 'map'
  if (small.length === 0 || (!isMap && others.length > 0)) return null
  const most = body.width - SIDE_WIDTH - COLUMN_GAP
  const width = Math.round(first.widthIn?.({ ...body, width: most }) ?? most)
  const x = body.x + width + COLUMN_GAP
  const column = filled(small, {
    ...body,
    x,
    width: Math.min(NARROW_SIDE, body.x + body.width - x),
  })
  if (first.height(width) > body.height || (!isMap && column.rest.length > 0)) return null
  const height = first.stretches
    ? body.height
    : Math.min(body.height, first.wanted?.(width) ?? first.height(width))
  const rest = [...column.rest, ...others]
  const own = [...first.draw({ ...body, width, height }), ...column.items]
  return rest.length === 0 ? [own] : [own, ...flowed(rest, body)]
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
