import fc from 'fast-check'
import type { LonLat, Polygon } from '#core/place.ts'

/** A star-shaped polygon about a middle inside the ground of `twoCounties()`. */
export const STARS = fc
  .record({
    lon: fc.double({ min: -9.5, max: -9.1, noNaN: true }),
    lat: fc.double({ min: 6.5, max: 6.9, noNaN: true }),
    radii: fc.array(fc.double({ min: 0.02, max: 0.3, noNaN: true }), {
      minLength: 3,
      maxLength: 12,
    }),
  })
  .map(({ lon, lat, radii }) => [starAbout([lon, lat], radii)] as Polygon)

export function starAbout([lon, lat]: LonLat, radii: readonly number[]): LonLat[] {
  const ring = radii.map((radius, i): LonLat => {
    const angle = (2 * Math.PI * i) / radii.length
    return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)]
  })
  return [...ring, ring[0]!]
}

/**
 * A polygon and two parts of it that share a chain of corners, which the two run along in opposite
 * senses or in the same; corners, chain and all may lie exactly on samples, communities and incidents.
 *
 * @param places where corners of the chain may lie.
 */
export function splits(places: readonly LonLat[]) {
  return fc
    .record({
      radii: fc.array(fc.double({ min: 0.15, max: 0.3, noNaN: true }), {
        minLength: 4,
        maxLength: 12,
      }),
      chain: fc.array(fc.constantFrom(...places), { maxLength: 6 }),
      isTurned: fc.boolean(),
    })
    .map(({ radii, chain, isTurned }) => {
      const ring = starAbout([-9.3, 6.7], radii).slice(0, -1)
      const half = Math.floor(ring.length / 2)
      const one: LonLat[] = [...ring.slice(0, half + 1), ...chain, ring[0]!]
      const other: LonLat[] = [...ring.slice(half), ring[0]!, ...[...chain].reverse(), ring[half]!]
      const turned = isTurned ? [...other].reverse() : other
      return { whole: [[...ring, ring[0]!]] as Polygon, parts: [[one], [turned]] as Polygon[] }
    })
}
