import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mgrs } from '#core/geo/mgrs.ts'
import { toUtm } from '#core/geo/utm.ts'
import type { LonLat } from '#core/place.ts'
import { gridLinesIn } from '#products/furniture/grid-lines.ts'
import { zonePartsIn } from '#products/furniture/grid-zones.ts'
import { gridSpacingMetres, mgrsGrid } from '#products/furniture/mgrs-grid.ts'
import { extentOf, type PictureView, positionAt } from '#products/furniture/picture-view.ts'

const LIBERIA: PictureView = {
  centre: [-9.4, 6.4],
  zoom: 6.9,
  widthPixels: 1200,
  heightPixels: 800,
}
const MONROVIA: PictureView = { ...LIBERIA, centre: [-10.75, 6.33], zoom: 10 }

const views = fc
  .record({
    lon: fc.double({ min: -179, max: 179, noNaN: true }),
    lat: fc.double({ min: -75, max: 78, noNaN: true }),
    zoom: fc.double({ min: 6, max: 15, noNaN: true }),
    widthPixels: fc.integer({ min: 300, max: 3840 }),
    heightPixels: fc.integer({ min: 300, max: 2160 }),
  })
  .map(({ lon, lat, ...rest }): PictureView => ({ ...rest, centre: [lon, lat] }))

/** Figures of the package that judges: zone, metres east and north within the square. */
function judged([lon, lat]: LonLat) {
  const turned = ((((lon + 180) % 360) + 360) % 360) - 180
  const text = mgrs.forward([turned, lat], 5).padStart(15, '0')
  return {
    zone: Number(text.slice(0, 2)),
    square: text.slice(0, 5),
    east: Number(text.slice(5, 10)),
    north: Number(text.slice(10)),
  }
}

/** How far a figure is from the next multiple, both ways. */
function offMultiple(metres: number, spacing: number): number {
  const rest = ((metres % spacing) + spacing) % spacing
  return Math.min(rest, spacing - rest)
}

describe('the military grid', () => {
  it('has lines at every multiple of its spacing, to a metre, by the package that people check with', () => {
    fc.assert(
      fc.property(views, (view) => {
        const spacing = gridSpacingMetres(view)
        if (spacing === null) return
        for (const part of zonePartsIn(extentOf(view))) {
          for (const { axis, points } of gridLinesIn(part, view, spacing)) {
            for (const point of points) {
              const [lon, lat] = positionAt(view, point)
              const toBorder = Math.min(lon - part.west, part.east - lon)
              if (toBorder < 1e-5 || Math.abs(lat) < 1e-4) continue
              const { zone, east, north } = judged([lon, lat])
              expect(zone).toBe(part.zone)
              const off = offMultiple(axis === 'easting' ? east : north, spacing)
              expect(off).toBeLessThanOrEqual(1)
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('keeps straight pieces within half a pixel of the true line', () => {
    fc.assert(
      fc.property(views, (view) => {
        const spacing = gridSpacingMetres(view)
        if (spacing === null) return
        for (const part of zonePartsIn(extentOf(view))) {
          for (const { axis, metres, points } of gridLinesIn(part, view, spacing)) {
            points.slice(1).forEach((b, i) => {
              const a = points[i]!
              const [lon, lat] = positionAt(view, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
              const utm = toUtm([lon - part.turnDegrees, lat], part.zone)
              const is = axis === 'easting' ? utm.eastingMetres : utm.northingMetres
              const meant = axis === 'northing' && utm.isSouth ? metres + 10_000_000 : metres
              const pixelMetres =
                (40_030_000 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** view.zoom)
              expect(Math.abs(is - meant) / pixelMetres).toBeLessThan(0.5)
            })
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('puts three to ten lines across the longer side', () => {
    fc.assert(
      fc.property(views, (view) => {
        const spacing = gridSpacingMetres(view)
        if (spacing === null || spacing === 100_000) return
        const [part] = zonePartsIn(extentOf(view))
        const pixelMetres =
          (40_030_000 * Math.cos((view.centre[1] * Math.PI) / 180)) / (512 * 2 ** view.zoom)
        const across = (Math.max(view.widthPixels, view.heightPixels) * pixelMetres) / spacing
        expect(across).toBeGreaterThanOrEqual(3)
        expect(across).toBeLessThanOrEqual(10.001)
        expect(part).toBeDefined()
      }),
    )
  })

  it('shows the 100 km squares of Liberia, whose border of zones lies at 12° W', () => {
    const { name, labels, lines } = mgrsGrid(LIBERIA, 11)
    expect(name).toBe('MGRS, 100 km squares')
    const texts = labels.map(({ text }) => text)
    expect(texts).toContain('29N LH')
    expect(texts).toContain('29P LK')
    expect(texts.some((text) => text.startsWith('28'))).toBe(true)
    const border = lines.filter((line) =>
      line.every((point) => Math.abs(positionAt(LIBERIA, point)[0] + 12) < 1e-9),
    )
    expect(border).toHaveLength(1)
  })

  it('puts the figures of a reference where that reference is', () => {
    const { labels } = mgrsGrid(MONROVIA, 11)
    const spacing = gridSpacingMetres(MONROVIA)!
    expect(spacing).toBe(10_000)
    const figures = labels.filter(({ text }) => /^\d\d$/.test(text))
    expect(figures.length).toBeGreaterThan(5)
    for (const { at, text } of figures) {
      const { east, north } = judged(positionAt(MONROVIA, at))
      const metres = Number(text) * 1000
      const offs = [east, north].map((figure) => offMultiple(figure - metres, 100_000))
      expect(Math.min(...offs)).toBeLessThan(400)
    }
  })

  it('labels each square with its own letters, nowhere over another label', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { labels } = mgrsGrid(view, 11)
        const boxes = labels.map(({ at, text }) => {
          const half = 0.31 * 11 * text.length
          const [x, y] = [at[0] * view.widthPixels, at[1] * view.heightPixels]
          if (text.length === 6) {
            expect(judged(positionAt(view, at)).square).toBe(text.replace(' ', ''))
          }
          return [x - half, y - 6, x + half, y + 6] as const
        })
        boxes.forEach((a, i) => {
          expect(a[0]).toBeGreaterThanOrEqual(0)
          expect(a[2]).toBeLessThanOrEqual(view.widthPixels)
          const isApart = (b: typeof a) =>
            a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1]
          expect(boxes.slice(i + 1).every(isApart)).toBe(true)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('knows the wide zones of Norway and Svalbard and the date line', () => {
    const norway = zonePartsIn([1, 58, 11, 63])
    expect(norway.map(({ zone, west, east }) => [zone, west, east])).toEqual([
      [31, 1, 3],
      [32, 3, 11],
    ])
    const svalbard = zonePartsIn([8, 76, 22, 79]).map(({ zone, west, east }) => [zone, west, east])
    expect(svalbard).toEqual([
      [31, 8, 9],
      [33, 9, 21],
      [35, 21, 22],
    ])
    const fiji = zonePartsIn([176, -19, 184, -15]).map(({ zone }) => zone)
    expect(fiji).toEqual([60, 1])
  })

  it('tells zones alone where a picture shows a continent', () => {
    const { name, labels } = mgrsGrid({ ...LIBERIA, zoom: 3 }, 11)
    expect(name).toBe('MGRS, grid zones')
    expect(labels.map(({ text }) => text)).toContain('29N')
  })
})
