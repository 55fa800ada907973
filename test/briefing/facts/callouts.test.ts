import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalloutRoom, calloutBox, placeCallouts } from '#briefing/facts/callouts.ts'

const ROOM: Omit<CalloutRoom, 'land'> = {
  widthPixels: 1200,
  heightPixels: 700,
  taken: [{ left: 0, top: 520, right: 320, bottom: 700 }],
  linePixels: 40,
}

/** A square of land in the middle of the slot. */
const LAND = Array.from({ length: 400 }, (_, i) => ({
  x: 400 + 20 * (i % 20),
  y: 150 + 20 * Math.floor(i / 20),
}))

const wish = fc.record({
  x: fc.integer({ min: 400, max: 780 }),
  y: fc.integer({ min: 150, max: 530 }),
  widthPixels: fc.integer({ min: 60, max: 260 }),
  heightPixels: fc.constantFrom(40, 80),
})

describe('placeCallouts', () => {
  it('keeps every name inside the slot, off every other, and off the land or at its thing', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 6 }), (wishes) => {
        const placed = placeCallouts(
          wishes.map((each, i) => ({ id: String(i), ...each })),
          { ...ROOM, land: LAND },
        )
        const boxes = placed.map(calloutBox)
        boxes.forEach((box, i) => {
          expect(box.left).toBeGreaterThanOrEqual(0)
          expect(box.right).toBeLessThanOrEqual(ROOM.widthPixels)
          const isOff = box.right < 400 || box.left > 780 || box.bottom < 150 || box.top > 530
          const { isOnLand, x, textX } = placed[i] ?? { isOnLand: false, x: 0, textX: 0 }
          expect(isOff || (isOnLand && Math.abs(textX - x) < 40)).toBe(true)
          for (const other of [...boxes.slice(i + 1), ...ROOM.taken]) {
            const isApart =
              box.right <= other.left ||
              other.right <= box.left ||
              box.bottom <= other.top ||
              other.bottom <= box.top
            expect(isApart).toBe(true)
          }
        })
      }),
    )
  })

  it('takes the shorter way, and leaves out what has no room', () => {
    const [east] = placeCallouts(
      [{ id: 'east', x: 760, y: 300, widthPixels: 200, heightPixels: 40 }],
      {
        ...ROOM,
        land: LAND,
      },
    )
    expect(east).toMatchObject({ side: 'right', textY: 300, isOnLand: false })
    const wide = [{ id: 'wide', x: 500, y: 300, widthPixels: 900, heightPixels: 40 }]
    expect(placeCallouts(wide, { ...ROOM, land: LAND })).toEqual([])
  })
})
