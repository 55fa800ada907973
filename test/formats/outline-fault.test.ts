import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ringHolds } from '#core/geo/polygon.ts'
import type { LonLat, MultiPolygon, Ring } from '#core/place.ts'
import { outlineFault } from '#formats/geometry/outline-fault.ts'

const square = (lon: number, lat: number, size: number): Ring => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
]

/** A comb with teeth up to its whole height, turned by an angle in radians. */
function comb(toothCount: number, turn: number): Ring {
  const corners: LonLat[] = [
    [10, 0],
    [0, 0],
  ]
  for (let n = 0; n < toothCount; n++) {
    const [left, right] = [(10 * n) / toothCount, (10 * (n + 0.5)) / toothCount]
    corners.push([left, 9], [right, 9], [right, 1], [(10 * (n + 1)) / toothCount, 1])
  }
  corners.push([10, 0])
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return corners.map(([x, y]) => [cos * x - sin * y, sin * x + cos * y])
}

const turned = (a: LonLat, b: LonLat, c: LonLat) =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

/** Whether any two edges cross, by looking at all pairs. */
function anyCrossing(outline: MultiPolygon): boolean {
  const edges = outline
    .flat()
    .flatMap((ring) => ring.slice(1).map((b, i): [LonLat, LonLat] => [ring[i]!, b]))
  return edges.some(([a, b], i) =>
    edges
      .slice(i + 1)
      .some(
        ([c, d]) => turned(a, b, c) * turned(a, b, d) < 0 && turned(c, d, a) * turned(c, d, b) < 0,
      ),
  )
}

const holdsAll = (other: Ring | undefined, outer: Ring) =>
  other?.length && outer.every(([lon, lat]) => ringHolds(other, lon, lat))

describe('what is wrong with an outline', () => {
  const position = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  const ring = fc
    .array(position, { minLength: 60, maxLength: 90 })
    .map((corners): Ring => [...corners, corners[0]!])

  it('is a crossing wherever two of its edges cross, and none otherwise', () => {
    fc.assert(
      fc.property(ring, fc.boolean(), (corners, isSorted) => {
        const sorted = [...corners.slice(0, -1)].sort(
          ([a, b], [c, d]) => Math.atan2(b - 30.5, a - 30.5) - Math.atan2(d - 30.5, c - 30.5),
        )
        const outline: MultiPolygon = [[isSorted ? [...sorted, sorted[0]!] : corners]]
        const found = outlineFault(outline)?.code
        if (found === 'spike') return
        expect(found === 'self-intersection').toBe(anyCrossing(outline))
      }),
      { numRuns: 300 },
    )
  })

  it('is a part in another wherever there is one', () => {
    const part = fc
      .tuple(position, fc.integer({ min: 1, max: 20 }))
      .map(([[lon, lat], size]) => [square(lon, lat, size)])
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 12 }), (outline) => {
        const isInside = outline.some(([outer], i) =>
          outline.some(([other], j) => i !== j && holdsAll(other, outer!)),
        )
        const expected = anyCrossing(outline) || isInside ? 'parts-overlap' : undefined
        expect(outlineFault(outline)?.code).toBe(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('is found in combs of 200,000 corners, whatever their slant', () => {
    for (const turn of [0, Math.PI / 2, 0.6]) {
      const sound = comb(50_000, turn)
      expect(outlineFault([[sound]])).toBeNull()
      const bent = [...sound]
      const [first, last] = [bent[100_001]!, bent[100_003]!]
      bent[100_001] = last
      bent[100_003] = first
      expect(outlineFault([[bent]])?.code).toBe('self-intersection')
    }
  })

  it('is found among 60,000 parts', () => {
    const parts = Array.from({ length: 60_000 }, (_, n) => [
      square((n % 300) / 10, Math.floor(n / 300) / 10, 0.05),
    ])
    expect(outlineFault(parts)).toBeNull()
    expect(outlineFault([...parts, [square(0.01, 0.01, 0.01)]])?.code).toBe('parts-overlap')
  })
})
