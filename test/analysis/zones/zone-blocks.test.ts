import { describe, expect, it } from 'vitest'
import { touchingLinks } from '#analysis/zones/touching-links.ts'
import { zoneBlocks } from '#analysis/zones/zone-blocks.ts'
import type { Polygon } from '#core/place.ts'
import { box, twoCounties } from '../small-ground.ts'

/** Six cells in a row, in two counties of three; the fourth is cut off from the fifth. */
const ROW = {
  cellCount: 6,
  linkOffsets: Uint32Array.from([0, 1, 3, 5, 6, 7, 8]),
  links: Uint32Array.from([1, 0, 2, 1, 3, 2, 5, 4]),
}
const COUNTIES = Int32Array.from([0, 0, 0, 1, 1, 1])
const DISTRICTS = Int32Array.from([0, 0, 1, 2, 2, 2])
const none = new Uint8Array(6)

describe('blocks of ground', () => {
  it('are cells where nothing has to stay whole, without those that are taken', () => {
    const isTaken = Uint8Array.from([0, 0, 1, 0, 0, 0])
    const blocks = zoneBlocks({ ...ROW, seedCells: [0, 5], isTaken, levels: [] })
    expect([...blocks.blockOf]).toEqual([0, 1, -1, 2, 3, 4])
    expect([...blocks.linkOffsets]).toEqual([0, 1, 2, 2, 3, 4])
    expect([...blocks.seedBlock]).toEqual([0, 4])
    expect(blocks.mayHave.every((each) => each === 1)).toBe(true)
  })

  it('are passable pieces of counties: one that a river parts is two blocks', () => {
    const blocks = zoneBlocks({ ...ROW, seedCells: [0, 5], isTaken: none, levels: [COUNTIES] })
    expect([...blocks.blockOf]).toEqual([0, 0, 0, 1, 2, 2])
    expect([...blocks.links]).toEqual([1, 0])
  })

  it('are divided only where several bases stand in one, and then among these alone', () => {
    const facts = { ...ROW, seedCells: [0, 2, 5], isTaken: none }
    const byCounty = zoneBlocks({ ...facts, levels: [COUNTIES] })
    expect([...byCounty.blockOf]).toEqual([0, 1, 2, 3, 4, 4])
    const allowed = (blocks: typeof byCounty, seed: number) => [
      ...blocks.mayHave.slice(seed * blocks.blockCount, (seed + 1) * blocks.blockCount),
    ]
    expect(allowed(byCounty, 0)).toEqual([1, 1, 1, 1, 1])
    expect(allowed(byCounty, 2)).toEqual([0, 0, 0, 1, 1])
    const byDistrict = zoneBlocks({ ...facts, levels: [COUNTIES, DISTRICTS] })
    expect([...byDistrict.blockOf]).toEqual([0, 0, 1, 2, 3, 3])
  })
})

describe('links of cells that touch', () => {
  it('need ground of the theatre, and of no locked zone, on their common side', () => {
    const { grid } = twoCounties()
    const links = { linkOffsets: grid.neighbourOffsets, links: grid.neighbours }
    const theatre: Polygon[] = [[box(-9.6, 6.4, -9.3, 7)], [box(-9.3, 6.4, -9, 7)]]
    const all = touchingLinks(links, { grid, within: theatre, outside: [] })
    const lost = links.links.length - all.links.length
    expect(lost).toBeLessThan(links.links.length / 20)
    const strip: Polygon = [box(-9.4, 6.3, -9.2, 7.1)]
    const parted = touchingLinks(links, { grid, within: theatre, outside: [strip] })
    const isWest = (cell: number) => grid.lonDegrees[cell]! < -9.4
    const isEast = (cell: number) => grid.lonDegrees[cell]! > -9.2
    for (let cell = 0; cell < grid.cells.length; cell++) {
      for (let at = parted.linkOffsets[cell]!; at < parted.linkOffsets[cell + 1]!; at++) {
        expect(isWest(cell) && isEast(parted.links[at]!)).toBe(false)
      }
    }
    expect(parted.links.length).toBeLessThan(all.links.length)
  })
})

describe('cells that a bridge alone ties to the rest', () => {
  it('keep one link, and are taken with their water', () => {
    const { grid } = twoCounties()
    const links = { linkOffsets: grid.neighbourOffsets, links: grid.neighbours }
    const within: Polygon[] = [[box(-9.6, 6.4, -9.35, 7)], [box(-9.25, 6.4, -9, 7)]]
    const { isWholeCell, ...kept } = touchingLinks(links, { grid, within, outside: [] })
    expect(isWholeCell.some((each) => each === 1)).toBe(true)
    expect(kept.links.length).toBeLessThan(links.links.length)
    const labels = new Int32Array(grid.cells.length)
    const isTaken = new Uint8Array(grid.cells.length)
    const facts = { cellCount: grid.cells.length, seedCells: [0], isTaken, levels: [labels] }
    expect(zoneBlocks({ ...facts, ...kept }).blockCount).toBe(1)
    const back = [...kept.links.keys()].every((at) => {
      const from = kept.linkOffsets.findIndex((first) => first > at) - 1
      const to = kept.links[at]!
      return kept.links.slice(kept.linkOffsets[to]!, kept.linkOffsets[to + 1]!).includes(from)
    })
    expect(back).toBe(true)
  })
})
