import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lonLatOfMercator, mercatorDegrees, pixelsPerDegree } from '#core/geo/mercator.ts'
import { nearestSnap, type SnapSource, snapIndexOf } from '#core/geo/snap-index.ts'
import type { LonLat } from '#core/place.ts'

const ZOOM = 9
const RADIUS_PIXELS = 12
const SEARCH = { zoom: ZOOM, radiusPixels: RADIUS_PIXELS }

const position = fc
  .tuple(
    fc.double({ min: -9.6, max: -9.3, noNaN: true }),
    fc.double({ min: 6.4, max: 6.7, noNaN: true }),
  )
  .map(([lon, lat]): LonLat => [lon, lat])

const place = position.map(
  (at): SnapSource => ({
    type: 'place',
    owner: 'ground',
    name: 'Place',
    position: at,
    minZoom: 0,
  }),
)
const line = fc.array(position, { minLength: 2, maxLength: 8 }).map(
  (points): SnapSource => ({
    type: 'line',
    owner: 'zone',
    name: 'Line',
    line: points,
    minZoom: 0,
  }),
)

type XY = readonly [number, number]

function pixels([xA, yA]: XY, [xB, yB]: XY): number {
  return Math.hypot(xB - xA, yB - yA) * pixelsPerDegree(ZOOM)
}

/** Every point and every edge looked at one by one. */
function bruteForce(sources: readonly SnapSource[], at: LonLat) {
  const here = mercatorDegrees(at)
  const points = sources.flatMap((source) =>
    source.type === 'place' ? [source.position] : source.line,
  )
  const edges = sources.flatMap((source) =>
    source.type === 'place'
      ? []
      : source.line.slice(1).map((b, i) => [source.line[i]!, b] as const),
  )
  const nearestPoint = Math.min(...points.map((point) => pixels(here, mercatorDegrees(point))))
  const nearestEdge = Math.min(
    ...edges.map(([a, b]) => {
      const [from, to] = [mercatorDegrees(a), mercatorDegrees(b)]
      const steps = Array.from({ length: 2001 }, (_, i) => i / 2000)
      return Math.min(
        ...steps.map((t) =>
          pixels(here, [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]),
        ),
      )
    }),
  )
  if (nearestPoint <= RADIUS_PIXELS) return { on: 'point', distancePixels: nearestPoint }
  return nearestEdge <= RADIUS_PIXELS ? { on: 'edge', distancePixels: nearestEdge } : null
}

describe('snapping', () => {
  it('finds the nearest point within the radius, else the nearest edge, as looking at all does', () => {
    const sources = fc.array(fc.oneof(place, line), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(sources, position, (all, at) => {
        const found = nearestSnap([snapIndexOf(all)], at, SEARCH)
        const expected = bruteForce(all, at)
        const isAtTheLimit =
          expected !== null && Math.abs(expected.distancePixels - RADIUS_PIXELS) < 0.2
        if (isAtTheLimit) return
        expect(found === null).toBe(expected === null)
        if (!found || !expected) return
        expect(found.on === 'edge').toBe(expected.on === 'edge')
        expect(found.distancePixels).toBeCloseTo(expected.distancePixels, 0)
        expect(pixels(mercatorDegrees(at), mercatorDegrees(found.position))).toBeCloseTo(
          found.distancePixels,
          6,
        )
      }),
      { numRuns: 300 },
    )
  })

  it('gives corners and places to the bit, so that borders share them', () => {
    const corner: LonLat = [-9.412345678901, 6.512345678901]
    const index = snapIndexOf([
      {
        type: 'line',
        owner: 'zone-1',
        name: 'Sector North',
        line: [[-9.5, 6.5], corner, [-9.5, 6.6], [-9.5, 6.5]],
        minZoom: 0,
      },
    ])
    const found = nearestSnap([index], [corner[0] + 0.001, corner[1]], SEARCH)
    expect(found?.position).toEqual(corner)
    expect(found?.on).toBe('corner')
  })

  it('names both owners of a shared border', () => {
    const shared: LonLat[] = [
      [-9.5, 6.5],
      [-9.5, 6.7],
    ]
    const of = (name: string): SnapSource => ({
      type: 'line',
      owner: 'ground',
      name,
      line: shared,
      minZoom: 0,
    })
    const found = nearestSnap([snapIndexOf([of('Bong'), of('Nimba')])], [-9.501, 6.6], SEARCH)
    expect(found?.names).toEqual(['Bong', 'Nimba'])
    expect(found?.position[0]).toBeCloseTo(-9.5, 12)
  })

  it('leaves out the owner in hand and what is not seen at the zoom', () => {
    const at: LonLat = [-9.5, 6.5]
    const sources: SnapSource[] = [
      { type: 'place', owner: 'zone-1', name: 'Own corner', position: at, minZoom: 0 },
      { type: 'place', owner: 'ground', name: 'Village', position: at, minZoom: 10 },
    ]
    const index = snapIndexOf(sources)
    expect(nearestSnap([index], at, { ...SEARCH, exceptOwner: 'zone-1' })).toBeNull()
    const near = { ...SEARCH, zoom: 10, exceptOwner: 'zone-1' }
    expect(nearestSnap([index], at, near)?.names).toEqual(['Village'])
  })

  it('takes the nearest over all indices, and nothing from empty ones', () => {
    const of = (name: string, lon: number) =>
      snapIndexOf([{ type: 'place', owner: 'a', name, position: [lon, 6.5], minZoom: 0 }])
    const indices = [of('Far', -9.502), snapIndexOf([]), of('Near', -9.5005)]
    expect(nearestSnap(indices, [-9.5, 6.5], SEARCH)?.names).toEqual(['Near'])
    expect(nearestSnap([snapIndexOf([])], [-9.5, 6.5], SEARCH)).toBeNull()
  })
})

describe('the plane of web maps', () => {
  it('comes back where it started', () => {
    const anywhere = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
    )
    fc.assert(
      fc.property(anywhere, ([lon, lat]) => {
        const [lonBack, latBack] = lonLatOfMercator(mercatorDegrees([lon, lat]))
        expect(lonBack).toBe(lon)
        expect(latBack).toBeCloseTo(lat, 10)
      }),
    )
  })

  it('is 512 pixels round the world at zoom 0 and doubles with each', () => {
    expect(360 * pixelsPerDegree(0)).toBe(512)
    expect(pixelsPerDegree(7)).toBe(128 * pixelsPerDegree(0))
    expect(mercatorDegrees([0, 85.0511287798066])[1]).toBeCloseTo(180, 6)
  })
})
