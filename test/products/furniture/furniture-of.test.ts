import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LonLat } from '#core/place.ts'
import { mapFurniture } from '#products/furniture/furniture-of.ts'
import { positionAt, shareOf } from '#products/furniture/picture-view.ts'

const EXTENT = [-11.5, 4.3, -7.3, 8.6] as const
const OUTLINE: readonly LonLat[][] = [
  [
    [-11.5, 6.9],
    [-10, 8.6],
    [-8, 7.5],
    [-7.3, 4.3],
    [-9, 5],
    [-11.5, 6.9],
  ],
]
const options = { extentDegrees: EXTENT, outline: OUTLINE, printWidthMetres: 0.25 }

/**
 * Metres between two positions on WGS 84.
 *
 * @source T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid", Survey Review 23 (1975).
 */
function geodesicMetres(p: LonLat, q: LonLat): number {
  const [a, f] = [6_378_137, 1 / 298.257_223_563]
  const b = a * (1 - f)
  const radians = Math.PI / 180
  const L = (q[0] - p[0]) * radians
  const [U1, U2] = [p, q].map(([, lat]) => Math.atan((1 - f) * Math.tan(lat * radians))) as [
    number,
    number,
  ]
  const [s1, c1, s2, c2] = [Math.sin(U1), Math.cos(U1), Math.sin(U2), Math.cos(U2)]
  let lambda = L
  let [sigma, sinS, cosS, cosSqA, cos2M] = [0, 0, 0, 0, 0]
  for (let i = 0; i < 100; i++) {
    const [sl, cl] = [Math.sin(lambda), Math.cos(lambda)]
    sinS = Math.hypot(c2 * sl, c1 * s2 - s1 * c2 * cl)
    cosS = s1 * s2 + c1 * c2 * cl
    sigma = Math.atan2(sinS, cosS)
    const sinA = (c1 * c2 * sl) / sinS
    cosSqA = 1 - sinA * sinA
    cos2M = cosSqA === 0 ? 0 : cosS - (2 * s1 * s2) / cosSqA
    const C = (f / 16) * cosSqA * (4 + f * (4 - 3 * cosSqA))
    const before = lambda
    lambda =
      L + (1 - C) * f * sinA * (sigma + C * sinS * (cos2M + C * cosS * (-1 + 2 * cos2M * cos2M)))
    if (Math.abs(lambda - before) < 1e-12) break
  }
  const u = (cosSqA * (a * a - b * b)) / (b * b)
  const A = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)))
  const B = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)))
  const d =
    B *
    sinS *
    (cos2M +
      (B / 4) *
        (cosS * (-1 + 2 * cos2M * cos2M) -
          (B / 6) * cos2M * (-3 + 4 * sinS * sinS) * (-3 + 4 * cos2M * cos2M)))
  return b * A * (sigma - d)
}

describe('what a map is read by', () => {
  it('has a scale bar that is true on the ellipsoid to half a hundredth', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: 6, max: 16, noNaN: true }),
        (lat, zoom) => {
          const camera = { centre: [12, lat] as const, zoom }
          const { scaleBar } = mapFurniture(camera, 1000, 600, options)
          const view = { ...camera, widthPixels: 1000, heightPixels: 600 }
          const from = positionAt(view, [0.5 - scaleBar.widthShare / 2, 0.5])
          const to = positionAt(view, [0.5 + scaleBar.widthShare / 2, 0.5])
          const off = geodesicMetres(from, to) / scaleBar.metres - 1
          expect(Math.abs(off)).toBeLessThan(0.005)
          expect(scaleBar.widthShare).toBeLessThanOrEqual(0.22)
        },
      ),
    )
  })

  it('finds back every place of the picture', () => {
    const view = { centre: [-9.4, 6.4] as const, zoom: 9, widthPixels: 900, heightPixels: 700 }
    const place = positionAt(view, [0.2, 0.9])
    const [x, y] = shareOf(view, place)
    expect([x, y]).toEqual([expect.closeTo(0.2, 12), expect.closeTo(0.9, 12)])
  })

  it('says its fraction where it is printed, and none where nobody knows how', () => {
    const camera = { centre: [-9.4, 6.4] as const, zoom: 9 }
    const { fraction } = mapFurniture(camera, 1000, 600, options)
    // 40,030 km × cos 6.4° / (512 × 2⁹) = 151.75 m a pixel; 151.75 km on 25 cm.
    expect(fraction?.replace(/\u00a0/g, ' ')).toBe('1 : 607 000')
    expect(mapFurniture(camera, 1000, 600, { ...options, printWidthMetres: null }).fraction).toBe(
      null,
    )
  })

  it('locates a part of the theatre, and nothing where all of it is seen', () => {
    const near = mapFurniture({ centre: [-9.4, 6.45], zoom: 10 }, 1000, 600, options)
    expect(near.locator?.outline[0]?.length).toBeGreaterThanOrEqual(4)
    const [[left, top], [right, bottom]] = near.locator!.view
    expect(left).toBeLessThan(right)
    expect(top).toBeLessThan(bottom)
    expect((left + right) / 2).toBeCloseTo(0.5, 2)
    expect(mapFurniture({ centre: [-9.4, 6.45], zoom: 5 }, 1000, 600, options).locator).toBe(null)
  })
})
