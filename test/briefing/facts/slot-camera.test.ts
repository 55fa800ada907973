import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cameraInSlot, cameraOfExtent, cameraOfView, pixelIn } from '#briefing/facts/slot-camera.ts'

const SLOT = { widthPixels: 1264, heightPixels: 720 }

describe('cameraOfExtent', () => {
  it('shows the whole extent inside its padding, and touches it on one axis', () => {
    const degrees = fc.double({ min: 0.5, max: 20, noNaN: true })
    fc.assert(
      fc.property(
        degrees,
        degrees,
        fc.double({ min: -50, max: 40, noNaN: true }),
        (w, h, south) => {
          const extent = [-11, south, -11 + w, south + h] as const
          const camera = cameraOfExtent(extent, SLOT, 30)
          const low = pixelIn([extent[0], extent[1]], camera, SLOT)
          const high = pixelIn([extent[2], extent[3]], camera, SLOT)
          const gaps = [low.x, SLOT.widthPixels - high.x, high.y, SLOT.heightPixels - low.y]
          for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(30 - 1e-6)
          expect(Math.min(...gaps)).toBeCloseTo(30, 4)
        },
      ),
    )
  })
})

describe('cameraInSlot', () => {
  it('shows all that a desktop map shows, in any slot', () => {
    const camera = { centre: [-8.2, 6.1], zoom: 7.4 } as const
    const desk = { widthPixels: 776, heightPixels: 684 }
    expect(cameraInSlot(camera, desk)).toEqual(camera)
    expect(cameraInSlot(camera, { widthPixels: 1552, heightPixels: 1368 }).zoom).toBeCloseTo(8.4)
    expect(cameraInSlot(camera, { widthPixels: 1552, heightPixels: 684 }).zoom).toBeCloseTo(7.4)
  })

  it('keeps what a wider map showed: the stored zoom is that of a desktop map', () => {
    const view = [-10, 5, -8, 7] as const
    const kept = cameraOfView({ centre: [-9, 6], zoom: 9 }, view)
    const width = 2 * pixelIn([-8, 6], kept, { widthPixels: 776, heightPixels: 684 }).x - 776
    expect(width).toBeCloseTo(776, 6)
  })
})
