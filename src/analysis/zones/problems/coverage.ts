import type { Grid } from '#core/geo/grid.ts'
import type { Zone } from '#core/records/zone.ts'
import { bitCount, WHOLE_MASK } from '../../cells/zone-cells.ts'
import { cellsOf } from '../known-cells.ts'

/** Parts of cells: so many 25ths of each. */
export type PartCells = { readonly cells: readonly number[]; readonly parts: readonly number[] }

/** Which ground two zones have both, and which none has. */
export type Coverage = {
  readonly overlaps: readonly { readonly a: Zone; readonly b: Zone; readonly both: PartCells }[]
  /** Per cell, how many of its 25 samples no zone holds and the ground about them does. */
  readonly bare: Uint8Array
}

/**
 * How zones of one level lie over ground, by the 25 samples of each cell: what is thinner than
 * these lie apart (a fifth of a cell) may be missed.
 *
 * @param within the zone that they lie in; null: the theatre.
 */
export function coverageOf(grid: Grid, zones: readonly Zone[], within: Zone | null): Coverage {
  const wanted = new Uint32Array(grid.cells.length)
  if (within) {
    const { cells, masks } = cellsOf(grid, within.outline)
    cells.forEach((cell, i) => {
      wanted[cell] = masks[i]!
    })
  } else wanted.fill(WHOLE_MASK)
  const holders: { zone: Zone; mask: number }[][] = []
  for (const zone of zones) {
    const { cells, masks } = cellsOf(grid, zone.outline)
    cells.forEach((cell, i) => {
      wanted[cell]! &= ~masks[i]!
      const ofCell = holders[cell] ?? []
      ofCell.push({ zone, mask: masks[i]! })
      holders[cell] = ofCell
    })
  }
  return { overlaps: overlapsOf(holders), bare: Uint8Array.from(wanted, bitCount) }
}

function overlapsOf(
  holders: readonly (readonly { readonly zone: Zone; readonly mask: number }[] | undefined)[],
): Coverage['overlaps'] {
  const found = new Map<string, { a: Zone; b: Zone; both: { cells: number[]; parts: number[] } }>()
  holders.forEach((ofCell, cell) => {
    ofCell?.forEach(({ zone: a, mask }, i) => {
      for (const { zone: b, mask: other } of ofCell.slice(i + 1)) {
        const parts = bitCount(mask & other)
        if (parts === 0) continue
        const key = `${a.id} ${b.id}`
        const pair = found.get(key) ?? { a, b, both: { cells: [], parts: [] } }
        pair.both.cells.push(cell)
        pair.both.parts.push(parts)
        found.set(key, pair)
      }
    })
  })
  return [...found.values()]
}
