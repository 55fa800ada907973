import type { Box, Item } from './item.ts'

/** What a block becomes on slides: how much room it needs, and how it is drawn in a box. */
export type Piece = {
  /** Which blocks stand beside a map or a table rather than under it. */
  readonly sort: 'map' | 'wide' | 'small'
  /** Reads well in half the width. */
  readonly isProse?: boolean
  /** The least height that it needs in a width. */
  readonly height: (width: number) => number
  /** The height at which it would be easiest to read; left out: its least. */
  readonly wanted?: (width: number) => number
  /** The width that it takes of a box; left out: all of it. */
  readonly widthIn?: (box: { readonly width: number; readonly height: number }) => number
  /** Takes whatever height is left. */
  readonly stretches: boolean
  readonly draw: (box: Box) => readonly Item[]
  /**
   * As much of it as fits a box, and the rest; null: not even the least of it does, or it cannot be parted.
   */
  readonly split: (width: number, height: number) => readonly [Piece, Piece] | null
}

export const UNPARTED = () => null
