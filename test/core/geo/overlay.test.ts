import { area, featureCollection, intersect, polygon, union } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dissolved } from '#core/geo/overlay/dissolved.ts'
import { facesOf } from '#core/geo/overlay/faces.ts'
import { positionOfStep, type Step, sideOf, stepOf } from '#core/geo/overlay/lattice.ts'
import { nodedEdges, type OverlaySource } from '#core/geo/overlay/noded.ts'
import type { Polygon } from '#core/place.ts'

/** A star-shaped outline round a middle, of whole lattice steps: `unit` 1 makes rounding bite. */
function star(unit: number) {
  return fc
    .tuple(
      fc.integer({ min: -20, max: 20 }),
      fc.integer({ min: -20, max: 20 }),
      fc.array(fc.integer({ min: 3, max: 25 }), { minLength: 3, maxLength: 9 }),
    )
    .map(([x, y, radii]): Polygon => {
      const corners = radii.map((radius, i) => {
        const angle = (2 * Math.PI * i) / radii.length
        const step: Step = [
          Math.round(unit * (x + radius * Math.cos(angle))),
          Math.round(unit * (y + radius * Math.sin(angle))),
        ]
        return positionOfStep(step)
      })
      return [[...corners, corners[0]!]]
    })
}

const sourcesOf = (outlines: readonly Polygon[]) =>
  outlines.map((outline): OverlaySource => ({ type: 'area', outline: [outline] }))

const areaOf = (polygons: readonly Polygon[]) =>
  polygons.reduce(
    (sum, each) => sum + area(polygon(each.map((ring) => ring.map(([lon, lat]) => [lon, lat])))),
    0,
  )
const turfPolygon = (outline: Polygon) =>
  polygon(outline.map((ring) => ring.map(([lon, lat]) => [lon, lat])))

describe('an overlay of outlines', () => {
  it('leaves no two edges that meet but at their ends, also where rounding bites', () => {
    fc.assert(
      fc.property(fc.array(star(1), { minLength: 1, maxLength: 6 }), (outlines) => {
        const { edges, points } = nodedEdges(sourcesOf(outlines))
        const crossings = edges.flatMap((one, i) => {
          const [p, q] = [points[one.a]!, points[one.b]!]
          return edges.slice(i + 1).filter((other) => {
            const [r, s] = [points[other.a]!, points[other.b]!]
            return sideOf(p, q, r) * sideOf(p, q, s) < 0 && sideOf(r, s, p) * sideOf(r, s, q) < 0
          })
        })
        expect(crossings).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('has faces whose areas are those of turf for what two share and what either has', () => {
    fc.assert(
      fc.property(star(1e5), star(1e5), (one, other) => {
        const faces = facesOf(nodedEdges(sourcesOf([one, other])))
        const both = dissolved(faces, (face) => (faces.sources[face]!.size === 2 ? 'x' : null))
        const either = dissolved(faces, (face) => (faces.sources[face]!.size > 0 ? 'x' : null))
        const pair = featureCollection([turfPolygon(one), turfPolygon(other)])
        const expected = { both: intersect(pair), either: union(pair) }
        const scale = areaOf([one]) + areaOf([other])
        const near = (found: number, wanted: number) =>
          expect(Math.abs(found - wanted)).toBeLessThan(1e-6 * scale)
        near(areaOf(both.get('x') ?? []), expected.both ? area(expected.both) : 0)
        near(areaOf(either.get('x') ?? []), expected.either ? area(expected.either) : 0)
      }),
      { numRuns: 200 },
    )
  })

  it('gives pieces that fit edge for edge, whoever owns the faces', () => {
    fc.assert(
      fc.property(
        fc.array(star(3), { minLength: 1, maxLength: 6 }),
        fc.array(fc.constantFrom('a', 'b', 'c', null), { minLength: 64, maxLength: 64 }),
        (outlines, owners) => {
          const faces = facesOf(nodedEdges(sourcesOf(outlines)))
          const ownerOf = (face: number) =>
            faces.sources[face]!.size === 0 ? null : (owners[face % 64] ?? null)
          const pieces = dissolved(faces, ownerOf)
          const directed = new Map<string, number>()
          for (const outline of [...pieces.values()].flat()) {
            for (const [i, ring] of outline.entries()) {
              expect(Math.sign(signedSteps(ring))).toBe(i === 0 ? 1 : -1)
              for (let k = 0; k + 1 < ring.length; k++) {
                const key = `${stepOf(ring[k]!)} ${stepOf(ring[k + 1]!)}`
                directed.set(key, (directed.get(key) ?? 0) + 1)
              }
            }
          }
          expect(Math.max(0, ...directed.values())).toBeLessThanOrEqual(1)
          const owned = faces.sources.map((_, face) => face).filter((f) => f > 0 && ownerOf(f))
          const each = dissolved(faces, (face) => (ownerOf(face) ? `${face}` : null))
          const sum = owned.reduce((total, face) => total + stepsIn(each.get(`${face}`) ?? []), 0)
          expect(stepsIn([...pieces.values()].flat())).toBe(sum)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('knows a hole, what lies in it, and a ring that touches itself', () => {
    const box = (west: number, south: number, side: number): Polygon => [
      [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ],
    ]
    const faces = facesOf(nodedEdges(sourcesOf([box(0, 0, 9), box(3, 3, 3), box(0, 0, 3)])))
    const pieces = dissolved(faces, (face) => [...faces.sources[face]!].join('+'))
    expect([...pieces.keys()].sort()).toEqual(['0', '0+1', '0+2'])
    const [whole] = pieces.get('0')!
    expect(whole).toHaveLength(2)
    expect(stepsIn([whole!])).toBeCloseTo(2 * (81 - 9 - 9) * 1e14, -8)
  })

  it('cuts along a line, and where the line ends inside nothing comes apart', () => {
    const square: Polygon = [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
    ]
    const cutBy = (line: readonly (readonly [number, number])[]) =>
      dissolved(
        facesOf(nodedEdges([...sourcesOf([square]), { type: 'cut', line }])),
        () => 'z',
      ).get('z')!
    expect(
      cutBy([
        [2, -1],
        [2, 5],
      ]),
    ).toHaveLength(2)
    expect(
      cutBy([
        [2, -1],
        [2, 3],
      ]),
    ).toHaveLength(1)
    expect(
      cutBy([
        [2, -1],
        [2, 3],
      ])[0]![0],
    ).not.toContainEqual([2, 3])
  })
})

function signedSteps(ring: Polygon[number]): number {
  const steps = ring.map(stepOf)
  return steps.slice(1).reduce((sum, [x, y], i) => {
    const [xBefore, yBefore] = steps[i]!
    return sum + xBefore * y - x * yBefore
  }, 0)
}

function stepsIn(polygons: readonly Polygon[]): number {
  return polygons.flat().reduce((sum, ring) => sum + signedSteps(ring), 0)
}
