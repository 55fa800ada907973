import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineFault } from '#core/commands/zones/zone-guard.ts'
import { distanceText } from '#core/figures.ts'
import type { LonLat } from '#core/place.ts'
import { freehandOutline, freehandTool } from '#map/tools/draw/freehand-tool.ts'
import { polygonTool } from '#map/tools/draw/polygon-tool.ts'
import { boxBetween, rectangleTool } from '#map/tools/draw/rectangle-tool.ts'
import { legText, measureTool } from '#map/tools/measure-tool.ts'
import type { ToolSession } from '#map/tools/tool.ts'
import { aBench, aKey } from './a-bench.ts'

const TRIANGLE: readonly LonLat[] = [
  [-9.2, 6.9],
  [-9.1, 6.9],
  [-9.15, 6.8],
]

function started(start: (bench: ReturnType<typeof aBench>['bench']) => ToolSession) {
  const ground = aBench()
  const session = start(ground.bench)
  const click = (at: LonLat) => session.clicked?.(ground.pressAt(at, session))
  const drag = (...trail: LonLat[]) => {
    const [first, ...rest] = trail.map((at) => ground.pressAt(at, session))
    if (!first || !session.takes?.(first)) return
    for (const press of rest) session.dragged?.(press)
    session.dropped?.(rest.at(-1) ?? first)
  }
  const key = (name: string, parts = {}) => session.keyed(aKey(name, parts), null)
  return { ...ground, session, click, drag, key }
}

describe('a zone corner by corner', () => {
  it('is closed by its first corner, by Enter and by a double click alike', () => {
    const ways = [
      ({ click }: ReturnType<typeof started>) => click([-9.2, 6.9]),
      ({ key }: ReturnType<typeof started>) => key('Enter'),
      ({ session }: ReturnType<typeof started>) => session.doubleClicked?.(),
    ]
    for (const finish of ways) {
      const tool = started(polygonTool)
      for (const at of TRIANGLE) tool.click(at)
      finish(tool)
      expect(tool.asked.drawn).toEqual([[[...TRIANGLE, TRIANGLE[0]]]])
      expect(tool.asked.previews.at(-1)).toBeNull()
      expect(tool.session.sketch().corners).toEqual([])
    }
  })

  it('is shown from three corners on, the pointer counted', () => {
    const { session, click, pressAt, asked } = started(polygonTool)
    click(TRIANGLE[0]!)
    session.pointed?.(pressAt(TRIANGLE[1]!, session))
    expect(asked.previews.every((preview) => preview === null)).toBe(true)
    click(TRIANGLE[1]!)
    session.pointed?.(pressAt(TRIANGLE[2]!, session))
    expect(asked.previews.at(-1)).toEqual({
      zoneId: null,
      outline: [[...TRIANGLE, TRIANGLE[0]]],
    })
  })

  it('gives back corners one by one, sets them again, and then leaves the tool', () => {
    const { click, key, session, asked } = started(polygonTool)
    const count = () => session.sketch().corners.length
    for (const at of TRIANGLE) click(at)
    key('Backspace')
    key('z', { ctrlKey: true })
    expect(count()).toBe(1)
    key('z', { ctrlKey: true, shiftKey: true })
    key('y', { ctrlKey: true })
    expect(count()).toBe(3)
    for (let i = 0; i < 3; i++) key('Escape')
    expect([count(), asked.tools]).toEqual([0, []])
    key('Escape')
    expect(asked.tools).toEqual(['select'])
  })

  it('leaves undo to the document while it has no corner', () => {
    expect(started(polygonTool).key('z', { ctrlKey: true })).toBe(false)
  })

  it('refuses a border that crosses itself in a sentence, and keeps the corners', () => {
    const { click, key, asked, session } = started(polygonTool)
    for (const at of [
      [-9.3, 6.9],
      [-9.1, 6.7],
      [-9.1, 6.9],
      [-9.3, 6.7],
    ] as const)
      click(at)
    key('Enter')
    expect(asked.drawn).toEqual([])
    expect(asked.told).toEqual([expect.stringContaining('The border crosses itself')])
    expect(session.sketch().corners).toHaveLength(4)
  })

  it('refuses what is too small or has too few corners', () => {
    const two = started(polygonTool)
    two.click(TRIANGLE[0]!)
    two.click(TRIANGLE[1]!)
    two.key('Enter')
    expect(two.asked.told).toEqual(['A zone needs at least three corners.'])
    const tiny = started(polygonTool)
    for (const [east, north] of [
      [0, 0],
      [0.0005, 0],
      [0, 0.0005],
    ])
      tiny.session.typed?.([-9.2 + east!, 6.9 + north!])
    tiny.key('Enter')
    expect(tiny.asked.told[0]).toContain('at least one hectare')
  })

  it('is drawn with the crosshair: Enter sets, and finishes where it has just set', () => {
    const { session, pressAt, asked } = started(polygonTool)
    for (const at of TRIANGLE) session.keyed(aKey('Enter'), pressAt(at, session))
    session.keyed(aKey('Enter'), pressAt(TRIANGLE[2]!, session))
    expect(asked.drawn).toEqual([[[...TRIANGLE, TRIANGLE[0]]]])
  })

  it('shows what a press would snap to before it is made, and then is there to the bit', () => {
    const { session, pressAt, click } = started(polygonTool)
    const near: LonLat = [-9.295, 6.604]
    session.pointed?.(pressAt(near, session))
    expect(session.sketch().snap).toEqual({ at: [-9.3, 6.6], text: 'snapped: Market Town' })
    click(near)
    expect(session.sketch().corners).toEqual([{ at: [-9.3, 6.6], look: 'corner' }])
  })

  it('never gives an outline that a zone may not have, whatever is clicked', () => {
    const position = fc.tuple(
      fc.double({ min: -9.6, max: -9, noNaN: true }),
      fc.double({ min: 6.4, max: 7, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(position, { minLength: 3, maxLength: 8 }), (clicks) => {
        const { click, key, asked } = started(polygonTool)
        for (const at of clicks) click(at)
        key('Enter')
        for (const outline of asked.drawn) expect(outlineFault(outline)).toBeNull()
        expect(asked.drawn.length + asked.told.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a rectangle', () => {
  const box = boxBetween([-9.3, 6.9], [-9.1, 6.75])

  it('is drawn by one drag, by two clicks and by two typed corners alike', () => {
    const dragged = started(rectangleTool)
    dragged.drag([-9.3, 6.9], [-9.2, 6.8], [-9.1, 6.75])
    const clicked = started(rectangleTool)
    clicked.drag([-9.3, 6.9])
    clicked.drag([-9.1, 6.75])
    const typed = started(rectangleTool)
    expect(typed.session.typing?.()).toBe('First corner')
    typed.session.typed?.([-9.3, 6.9])
    expect(typed.session.typing?.()).toBe('Opposite corner')
    typed.session.typed?.([-9.1, 6.75])
    for (const { asked } of [dragged, clicked, typed]) expect(asked.drawn).toEqual([box])
  })

  it('is closed, counter-clockwise and the same from any two opposite corners', () => {
    expect(boxBetween([-9.1, 6.75], [-9.3, 6.9])).toEqual(box)
    expect(box?.[0]).toHaveLength(5)
    expect(box?.[0]?.[1]).toEqual([-9.1, 6.75])
    expect(boxBetween([-9.1, 6.75], [-9.1, 6.9])).toBeNull()
  })
})

describe('a zone by free hand', () => {
  const circle = Array.from({ length: 120 }, (_, i): LonLat => {
    const turn = (2 * Math.PI * i) / 120
    return [-9.2 + 0.08 * Math.sin(turn), 6.85 + 0.08 * Math.cos(turn)]
  })

  it('follows the drag with fewer corners', () => {
    const { drag, asked } = started(freehandTool)
    drag(...circle)
    const [ring] = asked.drawn[0] ?? []
    expect(ring?.length).toBeGreaterThan(8)
    expect(ring?.length).toBeLessThan(60)
    expect(ring?.[0]).toEqual(ring?.at(-1))
  })

  it('refuses a loop in the line, and a click that is no drag', () => {
    const looped = started(freehandTool)
    looped.drag([-9.3, 6.9], [-9.1, 6.7], [-9.1, 6.9], [-9.3, 6.7])
    expect(looped.asked.told[0]).toContain('crosses itself')
    const clicked = started(freehandTool)
    clicked.drag([-9.3, 6.9])
    expect(clicked.asked.told).toEqual(['Hold the button down and draw round the zone.'])
    expect([looped.asked.drawn, clicked.asked.drawn]).toEqual([[], []])
  })

  it('has no outline before it has three corners', () => {
    expect(freehandOutline(circle.slice(0, 2), 9)).toBeNull()
  })
})

describe('measuring', () => {
  it('gives distance and bearing of each leg, and the whole', () => {
    const { click, session, key } = started(measureTool)
    click([-9.2, 6.9])
    click([-9.1, 6.9])
    click([-9.1, 6.8])
    key('Enter')
    const { chips } = session.sketch()
    expect(chips.map(({ text }) => text)).toEqual([
      '11.0 km · 090°',
      '11.1 km · 180°',
      '22.2 km in all',
    ])
  })

  it('begins anew after its end, and Esc takes it away before it leaves the tool', () => {
    const { click, session, key, asked } = started(measureTool)
    click([-9.2, 6.9])
    click([-9.1, 6.9])
    session.doubleClicked?.()
    click([-9.15, 6.75])
    expect(session.sketch().corners).toHaveLength(1)
    key('Escape')
    expect([session.sketch().corners.length, asked.tools]).toEqual([0, []])
    key('Escape')
    expect(asked.tools).toEqual(['select'])
  })

  it('says distances in three figures and bearings in three digits', () => {
    expect([0, 12, 999, 1240, 12_400, 124_000].map(distanceText)).toEqual([
      '0 m',
      '12 m',
      '999 m',
      '1.24 km',
      '12.4 km',
      '124 km',
    ])
    expect(legText([-9, 6], [-9.0001, 6.5])).toMatch(/ · 000°$/)
  })
})
