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
