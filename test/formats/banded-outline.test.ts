import fc from 'fast-check'
import { expect, it } from 'vitest'
import { polygonHolds } from '#core/geo/polygon.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { bandedHolds, bandedOutline } from '#formats/import/banded-outline.ts'

/** A star about the origin: sound whatever the reaches are. */
function star(reaches: readonly number[]): LonLat[] {
  const corners = reaches.map((reach, i): LonLat => {
    const angle = (2 * Math.PI * i) / reaches.length
    return [reach * Math.cos(angle), reach * Math.sin(angle)]
  })
  return [...corners, corners[0]!]
}

it('holds the same positions as the plain test, with holes and islands', () => {
  const reaches = fc.array(fc.double({ min: 2, max: 5, noNaN: true }), {
    minLength: 3,
    maxLength: 40,
  })
  const position = fc.tuple(
    fc.double({ min: -6, max: 12, noNaN: true }),
    fc.double({ min: -6, max: 6, noNaN: true }),
  )
  fc.assert(
    fc.property(reaches, fc.array(position, { minLength: 20 }), (outer, positions) => {
      const hole = star([0.5, 0.4, 0.6, 0.5])
      const island = star(outer).map(([lon, lat]): LonLat => [lon / 5 + 8, lat])
      const outline: Polygon[] = [[star(outer), hole], [island]]
      const banded = bandedOutline(outline)
      for (const [lon, lat] of positions) {
        const plain = outline.some((polygon) => polygonHolds(polygon, lon, lat))
        expect(bandedHolds(banded, [lon, lat])).toBe(plain)
      }
    }),
  )
})
