import { describe, expect, it } from 'vitest'
import { boxInCorner, cameraBesideLegend, legendCorner } from '#briefing/facts/legend-corner.ts'
import { cameraOfExtent, pixelIn } from '#briefing/facts/slot-camera.ts'

const SLOT = { widthPixels: 1200, heightPixels: 600 }
const LEGEND = { widthPixels: 300, heightPixels: 200 }
const EXTENT = [-10, 5, -8, 7] as const

/** Land along a line, from one corner of the extent to the other. */
function landBetween(from: readonly [number, number], to: readonly [number, number]) {
  const at = (i: 0 | 1) =>
    Float64Array.from({ length: 101 }, (_, step) => from[i] + ((to[i] - from[i]) * step) / 100)
  return { lonDegrees: at(0), latDegrees: at(1) }
}

describe('legendCorner', () => {
  it('lies where no land is, bottom left first', () => {
    const camera = cameraOfExtent([-9.4, 5, -8.6, 5.8], SLOT, 0)
    const falling = landBetween([-10.2, 5.8], [-7.8, 5])
    expect(legendCorner(falling, { camera, slot: SLOT }, LEGEND)).toEqual({
      corner: 'bottom-left',
      hiddenCount: 0,
    })
    const rising = landBetween([-10.2, 5], [-7.8, 5.8])
    expect(legendCorner(rising, { camera, slot: SLOT }, LEGEND).corner).toBe('bottom-right')
  })

  it('gives boxes that touch their corner', () => {
    expect(boxInCorner('top-right', SLOT, LEGEND)).toEqual({
      left: 900,
      top: 0,
      right: 1200,
      bottom: 200,
    })
  })
})

describe('cameraBesideLegend', () => {
  const slot = { ...SLOT, paddingPixels: 20 }

  it('stands in the middle where nothing is hidden', () => {
    const land = landBetween([-9.5, 6], [-8.5, 6])
    const camera = cameraBesideLegend(EXTENT, slot, { land, legend: LEGEND })
    expect(camera).toEqual(cameraOfExtent(EXTENT, SLOT, 20))
  })

  it('moves aside from a legend, and keeps the whole extent in sight', () => {
    const everywhere = {
      lonDegrees: Float64Array.from({ length: 441 }, (_, i) => -10 + (i % 21) / 10),
      latDegrees: Float64Array.from({ length: 441 }, (_, i) => 5 + Math.floor(i / 21) / 10),
    }
    const wide = { widthPixels: 400, heightPixels: 500 }
    const camera = cameraBesideLegend(EXTENT, slot, { land: everywhere, legend: wide })
    const { hiddenCount } = legendCorner(everywhere, { camera, slot }, wide)
    const middle = cameraOfExtent(EXTENT, SLOT, 20)
    expect(hiddenCount).toBeLessThan(
      legendCorner(everywhere, { camera: middle, slot }, wide).hiddenCount,
    )
    expect(pixelIn([-10, 6], camera, SLOT).x).toBeGreaterThanOrEqual(20)
    expect(pixelIn([-8, 6], camera, SLOT).x).toBeLessThanOrEqual(1180)
  })
})
