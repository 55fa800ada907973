import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CELL_PIXELS, iconCells, textureRatio } from '#map/symbols/atlas.ts'
import { cellOrigin, gridPack } from '#map/symbols/grid-pack.ts'

describe('an atlas', () => {
  it('gives every icon a cell of its own inside the canvas', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 8, max: 320 }),
        (count, side) => {
          fc.pre(Math.ceil(Math.sqrt(count)) * side <= 8192)
          const packing = gridPack(count, side)
          const corners = Array.from({ length: count }, (_, i) => cellOrigin(packing, i))
          expect(new Set(corners.map(({ x, y }) => `${x} ${y}`)).size).toBe(count)
          for (const { x, y } of corners) {
            expect(x % side).toBe(0)
            expect(y % side).toBe(0)
            expect(x + side).toBeLessThanOrEqual(packing.widthPixels)
            expect(y + side).toBeLessThanOrEqual(packing.heightPixels)
          }
        },
      ),
    )
  })

  it('wastes less than a row', () => {
    const { columns, heightPixels, cellPixels } = gridPack(10, 40)
    expect([columns, heightPixels / cellPixels]).toEqual([4, 3])
  })

  it('refuses what no texture can hold', () => {
    expect(() => gridPack(10_000, 320)).toThrow(RangeError)
  })

  it('names its cells in the order of the names, at the size of the ratio', () => {
    const cells = iconCells(['a', 'b', 'c'], 2)
    const side = 2 * CELL_PIXELS
    expect(cells).toEqual({
      a: { x: 0, y: 0, width: side, height: side },
      b: { x: side, y: 0, width: side, height: side },
      c: { x: 0, y: side, width: side, height: side },
    })
  })

  it('is at least twice as fine as the screen, and finer still on the wall', () => {
    expect(textureRatio(1)).toBe(2)
    expect(textureRatio(2.4)).toBe(3)
    expect(textureRatio(100)).toBe(8)
  })
})
