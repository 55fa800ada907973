import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapFurniture } from '#products/furniture/furniture-of.ts'
import { shareOf } from '#products/furniture/picture-view.ts'
import { furnitureSvg } from '#products/svg/map/furniture-svg.ts'
import { fractionPrinted, pointOn } from '#products/svg/map/picture-place.ts'
import { rampSvg, safeColor, swatchSvg } from '#products/svg/swatch.ts'
import { FURNITURE } from '../html/fixture.ts'
import { HOSTILE } from '../html/hostile.ts'

describe('pointOn', () => {
  it('finds places where the map has them, from its furniture alone', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: -120, max: 120, noNaN: true }),
        fc.double({ min: 5, max: 12, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (lat, lon, zoom, off) => {
          const view = { centre: [lon, lat] as const, zoom, widthPixels: 1200, heightPixels: 800 }
          const furniture = mapFurniture(view, 1200, 800, {
            extentDegrees: [lon - 3, lat - 3, lon + 3, lat + 3],
            outline: [],
            printWidthMetres: 0.2,
          })
          const place = [lon + off, lat + off / 2] as const
          const [right, down] = pointOn(furniture, view, place)
          const [trueRight, trueDown] = shareOf(view, place)
          expect(Math.abs(right - trueRight)).toBeLessThan(1e-6 * Math.max(1, Math.abs(trueRight)))
          expect(Math.abs(down - trueDown)).toBeLessThan(1e-6 * Math.max(1, Math.abs(trueDown)))
          expect(fractionPrinted(furniture, 200)).toBe(furniture.fraction)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('has no fraction where the scale bar says nothing', () => {
    expect(fractionPrinted({ scaleBar: { metres: 0, text: '', widthShare: 0 } }, 200)).toBeNull()
  })
})

describe('furnitureSvg', () => {
  const drawn = (part: Partial<typeof FURNITURE>, fraction: string | null = null) =>
    String(
      furnitureSvg(
        { ...FURNITURE, ...part },
        { fraction, rings: [{ at: [0.5, 0.25], number: 7 }] },
      ),
    )

  it('draws every line and label of the grid, the bar at its share, and the arrow to the north', () => {
    const text = drawn({ northDegrees: 12 }, '1 : 500 000 on A4 landscape')
    const segments = FURNITURE.grid.lines.reduce((sum, line) => sum + line.length - 1, 0)
    expect(text.match(/<line /g)).toHaveLength(2 * segments)
    for (const { text: label } of FURNITURE.grid.labels) expect(text).toContain(`>${label}<`)
    expect(text).toContain('<rect width="20%" height="5"')
    expect(text).toContain('100 km · 1 : 500 000 on A4 landscape')
    expect(text).toContain('rotate(12)')
    expect(text).toMatch(/cx="50%" cy="25%"[^>]*\/><text[^>]*>7</)
  })

  it('leaves the locator out where the map shows all of the theatre', () => {
    expect(drawn({})).toContain('class="locator"')
    expect(drawn({ locator: null })).not.toContain('class="locator"')
  })
})

describe('swatchSvg', () => {
  const SHAPES = [
    'dot',
    'ring',
    'looseRing',
    'square',
    'hex',
    'line',
    'fill',
    'dashed',
    'hatch',
    'backHatch',
    'dots',
    'frame',
    'diamond',
    'halfDiamond',
    'cross',
    'plus',
    'minus',
    'up',
    'down',
    'padlock',
    'barred',
    'noEntry',
  ]

  it('has a drawing of its own for each shape of the map', () => {
    const drawings = SHAPES.map((shape) => String(swatchSvg({ shape, color: '#123456' })))
    expect(new Set(drawings).size).toBe(SHAPES.length)
  })

  it('draws a square for what it does not know, and takes no colour and no path that is none', () => {
    const square = String(swatchSvg({ shape: 'square', color: '#123456' }))
    for (const shape of ['constructor', '__proto__', 'new shape', ...HOSTILE]) {
      expect(String(swatchSvg({ shape, color: '#123456' }))).toBe(square)
    }
    for (const color of ['url(#x)', 'red;background:url(x)', 'var(--x)', ...HOSTILE]) {
      expect(safeColor(color)).toBe('currentColor')
      expect(String(rampSvg([color]))).toContain('fill="currentColor"')
    }
    for (const color of ['#fff', '#0b62a6', 'rgb(1, 2, 3)', 'rgba(1 2 3 / 50%)', 'teal']) {
      expect(safeColor(color)).toBe(color)
    }
    const sign = { shape: 'sign', color: '#123', sizeUnits: 15, plate: 'round', fill: 'half' }
    expect(String(swatchSvg({ ...sign, path: 'M0 0h5z' }))).toContain('d="M0 0h5z"')
    expect(String(swatchSvg({ ...sign, path: 'M0"0<' }))).not.toContain('M0')
  })
})
