import { describe, expect, it } from 'vitest'
import { theatreBasemap } from '#app/basemap/theatre-basemap.ts'
import { polygonHolds } from '#core/geo/polygon.ts'
import { labelPosition, labelPositionWithin } from '#map/basemap/label-position.ts'
import { namesInView } from '#map/basemap/names-in-view.ts'
import { aBox } from '#support/build.ts'

/** A U: two arms and a foot. The middle of its box lies outside. */
const HORSESHOE = [
  [
    [0, 0],
    [10, 0],
    [10, 10],
    [7, 10],
    [7, 3],
    [3, 3],
    [3, 10],
    [0, 10],
    [0, 0],
  ],
] as const

describe('where a name has most room', () => {
  it('is the middle of a box', () => {
    expect(labelPosition([aBox([0, 0], 10)])).toEqual([5, 5])
  })

  it('is inside even where the middle is not', () => {
    const [lon, lat] = labelPosition([HORSESHOE])
    expect(polygonHolds(HORSESHOE, lon, lat)).toBe(true)
    expect(lat).toBeLessThan(3)
  })

  it('is in the part of the view that the land fills, or nowhere', () => {
    const land = [aBox([0, 0], 10)]
    const [lon, lat] = labelPositionWithin(land, [8, 4, 20, 6], 1) ?? []
    expect(lon).toBeCloseTo(9)
    expect(lat).toBeCloseTo(5)
    expect(labelPositionWithin(land, [8, 4, 20, 6], 3)).toBeNull()
    expect(labelPositionWithin(land, [11, 4, 20, 6], 0)).toBeNull()
  })
})

describe('names of countries', () => {
  const basemap = theatreBasemap([-9.43, 6.45])
  const namesAt = (west: number, south: number, sizeDegrees: number) =>
    namesInView({
      basemap,
      rest: {
        view: [west, south, west + sizeDegrees, south + sizeDegrees],
        degreesPerPixel: sizeDegrees / 800,
      },
      scale: 1,
    }).features

  it('come with the theatre that holds the centre, and with no other', () => {
    expect(basemap?.attributions).toContain('© OpenStreetMap contributors')
    expect(theatreBasemap([30, 4])).toBeNull()
  })

  it('stand inside the view', () => {
    const features = namesAt(-11.6, 4.3, 4.4)
    const countries = features.filter(({ properties }) => properties?.['kind'] === 'country')
    expect(countries.map(({ properties }) => properties?.['name'])).toContain('Guinea')
    for (const { geometry } of countries) {
      const [lon = 0, lat = 0] = geometry.coordinates
      expect(lon).toBeGreaterThan(-11.6)
      expect(lon).toBeLessThan(-7.2)
      expect(lat).toBeGreaterThan(4.3)
      expect(lat).toBeLessThan(8.7)
    }
  })

  it('are left out where the view does not reach', () => {
    const names = namesAt(-9.6, 6.2, 0.5).map(({ properties }) => properties?.['name'])
    expect(names).not.toContain('Guinea')
  })
})
