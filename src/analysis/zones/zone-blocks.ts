import type { CellLinks } from './cell-links.ts'

/** Ground in blocks that a zone has whole or not at all. */
export type ZoneBlocks = {
  readonly blockCount: number
  /** Block of each cell; −1: the cell is taken. */
  readonly blockOf: Int32Array
  /** Blocks that a passable link of cells joins, both ways, laid out as `CellLinks`. */
  readonly linkOffsets: Uint32Array
  readonly links: Uint32Array
  /** Block of each seed; no two share one. */
  readonly seedBlock: Uint32Array
  /** 1 where a seed may have a block, seed-major. */
  readonly mayHave: Uint8Array
}

type BlockFacts = Pick<CellLinks, 'linkOffsets' | 'links'> & {
  readonly cellCount: number
  /** No two in one cell, none in a taken one. */
  readonly seedCells: readonly number[]
  /** 1: of a locked zone, in no block. */
  readonly isTaken: Uint8Array
  /** Which area each cell is in, from the largest areas to the smallest; none: cells are blocks. */
  readonly levels: readonly Int32Array[]
}

/**
 * A passable piece of an area that holds no seed or one is a block. One that holds several falls into
 * the next smaller areas, in the end into cells, and is shared among its own seeds alone: so counties
 * that are kept to are divided only where several bases stand in one, and then no zone from elsewhere
 * comes in. An area that a river parts is several blocks. 5,000 cells take some 10 ms.
 */
export function zoneBlocks(facts: BlockFacts): ZoneBlocks {
  const { cellCount, seedCells, isTaken, levels } = facts
  const blockOf = new Int32Array(cellCount).fill(-1)
  const allowed: (readonly number[] | null)[] = []
  const put = (cells: readonly number[], seeds: readonly number[] | null) => {
    for (const cell of cells) blockOf[cell] = allowed.length
    allowed.push(seeds)
  }
  const seedAt = new Map(seedCells.map((cell, seed) => [cell, seed]))
  const split = (cells: readonly number[], level: number, among: readonly number[] | null) => {
    const labels = levels[level]
    if (!labels) {
      for (const cell of cells) put([cell], among)
      return
    }
    for (const piece of piecesOf(facts, cells, labels)) {
      const seeds = piece.flatMap((cell) => seedAt.get(cell) ?? [])
      if (seeds.length <= 1) put(piece, among)
      else split(piece, level + 1, seeds)
    }
  }
  split(
    [...Array(cellCount).keys()].filter((cell) => isTaken[cell] === 0),
    0,
    null,
  )
  const mayHave = new Uint8Array(seedCells.length * allowed.length)
  allowed.forEach((seeds, block) => {
    for (const seed of seeds ?? seedCells.keys()) mayHave[seed * allowed.length + block] = 1
  })
  return {
    blockCount: allowed.length,
    blockOf,
    ...blockLinks(facts, blockOf, allowed.length),
    seedBlock: Uint32Array.from(seedCells, (cell) => blockOf[cell]!),
    mayHave,
  }
}

function piecesOf(
  { linkOffsets, links, cellCount }: BlockFacts,
  cells: readonly number[],
  labels: Int32Array,
): number[][] {
  const isOpen = new Uint8Array(cellCount)
  for (const cell of cells) isOpen[cell] = 1
  const pieces: number[][] = []
  for (const first of cells) {
    if (isOpen[first] === 0) continue
    const piece = [first]
    isOpen[first] = 0
    for (const cell of piece) {
      for (let at = linkOffsets[cell]!; at < linkOffsets[cell + 1]!; at++) {
        const near = links[at]!
        if (isOpen[near] === 0 || labels[near] !== labels[cell]) continue
        isOpen[near] = 0
        piece.push(near)
      }
    }
    pieces.push(piece)
  }
  return pieces
}

function blockLinks({ linkOffsets, links }: BlockFacts, blockOf: Int32Array, blockCount: number) {
  const near: Set<number>[] = Array.from({ length: blockCount }, () => new Set())
  blockOf.forEach((block, cell) => {
    if (block < 0) return
    for (let at = linkOffsets[cell]!; at < linkOffsets[cell + 1]!; at++) {
      const other = blockOf[links[at]!]!
      if (other >= 0 && other !== block) near[block]!.add(other)
    }
  })
  const offsets = new Uint32Array(blockCount + 1)
  near.forEach((others, block) => {
    offsets[block + 1] = offsets[block]! + others.size
  })
  const flat = near.flatMap((others) => [...others].sort((a, b) => a - b))
  return { linkOffsets: offsets, links: Uint32Array.from(flat) }
}
