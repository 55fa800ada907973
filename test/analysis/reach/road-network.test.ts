import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import { roadOfSort } from '#core/records/road.ts'
import { at, roadColumns } from './small-roads.ts'

const kilometres = (network: ReturnType<typeof roadNetwork>) =>
  network.edgeMetres.reduce((sum, metres) => sum + metres, 0) / 2 / 1000

describe('roadNetwork', () => {
  it('makes a node where two roads cross without a common vertex', () => {
    const network = roadNetwork([
      roadColumns([{ line: [at(-1, 0), at(1, 0)] }, { line: [at(0, -1), at(0, 1)] }]),
    ])
    expect(network.nodeLonDegrees.length).toBe(5)
    expect(network.edgeTarget.length).toBe(2 * 4)
    expect(network.islandCount).toBe(1)
    expect(kilometres(network)).toBeCloseTo(4, 3)
  })

  it('joins an end that stops 40 m short of a road, and leaves one that stops 60 m short', () => {
    const road = { line: [at(-1, 0), at(1, 0)] }
    const near = roadNetwork([roadColumns([road, { line: [at(0.1, 1), at(0.1, 0.04)] }])])
    const far = roadNetwork([roadColumns([road, { line: [at(0.1, 1), at(0.1, 0.06)] }])])
    expect(near.islandCount).toBe(1)
    expect(far.islandCount).toBe(2)
    expect(kilometres(near)).toBeCloseTo(3, 3)
  })

  it('joins such an end however densely its own line is drawn, and not to that line', () => {
    const road = { line: [at(-1, 0), at(1, 0)] }
    const everyTenMetres = (gapMetres: number) =>
      Array.from({ length: 50 }, (_, i) => at(0.1 + 0.002 * (i % 2), gapMetres / 1000 + i / 100))
    for (const gapMetres of [15, 25, 35, 45]) {
      for (const line of [everyTenMetres(gapMetres), everyTenMetres(gapMetres).reverse()]) {
        const network = roadNetwork([roadColumns([road, { line }])])
        expect(network.islandCount).toBe(1)
        expect(network.joinCount).toBe(1)
        expect(network.longestJoinMetres).toBeCloseTo(gapMetres, 1)
      }
    }
    const alone = roadNetwork([roadColumns([{ line: everyTenMetres(15) }])])
    expect(alone.joinCount).toBe(0)
  })

  it('joins the end of a loop to its beginning', () => {
    const turn = (i: number) => at(Math.cos(i / 10), Math.sin(i / 10))
    const line = Array.from({ length: 63 }, (_, i) => turn(i))
    const network = roadNetwork([roadColumns([{ line: [...line, turn(62.6)] }])])
    expect(network.joinCount).toBeGreaterThan(0)
    const degrees = [...network.edgeOffsets.slice(1)].map((end, i) => end - network.edgeOffsets[i]!)
    expect(Math.min(...degrees)).toBeGreaterThan(1)
  })

  it('joins ends up to a centimetre apart, wherever they lie (random)', () => {
    const place = fc.record({ x: fc.nat(100_000), y: fc.nat(100_000), turn: fc.nat(359) })
    fc.assert(
      fc.property(place, ({ x, y, turn }) => {
        const [east, north] = [x / 10_000, y / 10_000]
        const angle = (turn * Math.PI) / 180
        const near = at(east + 8e-6 * Math.cos(angle), north + 8e-6 * Math.sin(angle))
        const network = roadNetwork([
          roadColumns([
            { line: [at(east - 1, north), at(east, north)] },
            { line: [near, at(12, 12)] },
          ]),
        ])
        expect(network.islandCount).toBe(1)
      }),
      { numRuns: 300 },
    )
  })

  it('meets a road that ends on another without a vertex there', () => {
    const network = roadNetwork([
      roadColumns([{ line: [at(-1, 0), at(1, 0)] }, { line: [at(0.5, 1), at(0.5, 0)] }]),
    ])
    expect(network.islandCount).toBe(1)
    expect(network.nodeLonDegrees.length).toBe(4)
  })

  it('keeps the class of each stretch, and takes an unknown one for the slowest', () => {
    const network = roadNetwork([
      roadColumns([
        { line: [at(0, 0), at(1, 0)], roadClass: 'paved' },
        { line: [at(1, 0), at(2, 0)], roadClass: null },
      ]),
    ])
    const classes = [...new Set(network.edgeSort)].map((sort) => roadOfSort(sort)[1])
    expect(classes.sort()).toEqual(['earth', 'paved'])
  })

  it('has each edge both ways with one length, and an island for every part (random roads)', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
    const line = fc.array(place, { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const network = roadNetwork([
          roadColumns(lines.map((points) => ({ line: points.map(([x, y]) => at(x, y)) }))),
        ])
        const there = new Map<string, number>()
        for (let node = 0; node + 1 < network.edgeOffsets.length; node++) {
          for (let e = network.edgeOffsets[node]!; e < network.edgeOffsets[node + 1]!; e++) {
            const to = network.edgeTarget[e]!
            expect(network.nodeIsland[to]).toBe(network.nodeIsland[node])
            const key = [node, to].sort((a, b) => a - b).join(' ')
            there.set(key, (there.get(key) ?? 0) + network.edgeMetres[e]! * (node < to ? 1 : -1))
          }
        }
        for (const balance of there.values()) expect(balance).toBeCloseTo(0, 6)
        const islands = new Set(network.nodeIsland)
        expect(islands.size).toBe(network.islandCount)
      }),
      { numRuns: 60 },
    )
  })

  it('is empty without roads', () => {
    const network = roadNetwork([])
    expect(network.nodeLonDegrees.length).toBe(0)
    expect([...network.edgeOffsets]).toEqual([0])
  })
})

const LISGIS = '../shared/data/liberia/lisgis_Road_current.zip'

describe.skipIf(!existsSync(LISGIS))('the roads of LISGIS', () => {
  it('become one network of 99 % of the nodes, no longer than they were drawn by a hundredth', async () => {
    const { readTables } = await import('#formats/registry.ts')
    const read = readTables('roads.zip', new Uint8Array(readFileSync(LISGIS)))
    if (!read.ok) throw new Error(read.issues[0]?.message)
    const lines = read.value[0]!.records.flatMap(({ geometry }) =>
      geometry?.type === 'lines' ? geometry.lines.map((line) => ({ line })) : [],
    )
    const network = roadNetwork([roadColumns(lines)])
    const sizes = new Map<number, number>()
    for (const island of network.nodeIsland) sizes.set(island, (sizes.get(island) ?? 0) + 1)
    const largest = Math.max(...sizes.values())
    expect(largest / network.nodeIsland.length).toBeGreaterThan(0.99)
    expect(Math.abs(kilometres(network) / 16_315 - 1)).toBeLessThan(0.01)
  })
})
