import { describe, expect, it } from 'vitest'
import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import { circleTool, ringsTool } from '#map/tools/draw/circle-tool.ts'
import { cutTool, lineTool, splitTool } from '#map/tools/draw/line-tool.ts'
import { polygonTool } from '#map/tools/draw/polygon-tool.ts'
import { rectangleTool } from '#map/tools/draw/rectangle-tool.ts'
import { measureTool } from '#map/tools/measure-tool.ts'
import type { StartTool } from '#map/tools/tool.ts'
import { readTypedPlace } from '#map/tools/typed-place.ts'
import { aBox, anOperation, aZone } from '#support/build.ts'
import { aBench, aKey } from './a-bench.ts'

const CENTRE: LonLat = [-9.3, 6.7]
const ZONE = aZone({ outline: aBox([-9.25, 6.75], 0.15) })
const SELECTED = { type: 'row', table: 'zones', id: 'zone-1' } as const

function started(
  start: StartTool,
  { isRefusing = false, hasZone = false }: { isRefusing?: boolean; hasZone?: boolean } = {},
) {
  const document = anOperation({ communities: [], bases: [], zones: hasZone ? [ZONE] : [] })
  const ground = aBench({ document, selection: hasZone ? SELECTED : null }, isRefusing)
  const session = start(ground.bench)
  const press = (at: LonLat) => ground.pressAt(at, session)
  const click = (at: LonLat) => {
    if (!session.takes?.(press(at))) session.clicked?.(press(at))
    else session.dropped?.(press(at))
  }
  const drag = (from: LonLat, to: LonLat) => {
    session.takes?.(press(from))
    session.dragged?.(press(to))
    session.dropped?.(press(to))
  }
  const key = (name: string, at: LonLat | null = null) =>
    session.keyed(aKey(name), at && { ...press(at), isByKey: true })
  return { ...ground, session, press, click, drag, key }
}

describe('a circle', () => {
  const ways: readonly [string, (tool: ReturnType<typeof started>) => void][] = [
    [
      'two clicks',
      ({ click }) => {
        click(CENTRE)
        click([-9.2, 6.7])
      },
    ],
    ['one drag', ({ drag }) => drag(CENTRE, [-9.2, 6.7])],
    [
      'Enter at the crosshair, twice',
      ({ key }) => {
        key('Enter', CENTRE)
        key('Enter', [-9.2, 6.7])
      },
    ],
    [
      'a typed centre and radius',
      ({ session }) => {
        session.typed?.(CENTRE)
        session.typedMetres?.(metresBetween(CENTRE, [-9.2, 6.7]))
      },
    ],
  ]
  it.each(ways)('is drawn by %s', (_, draw) => {
    const tool = started(circleTool)
    draw(tool)
    expect(tool.asked.told).toEqual([])
    const [ring] = tool.asked.drawn[0] ?? []
    expect(ring).toHaveLength(65)
    const radius = metresBetween(CENTRE, [-9.2, 6.7])
    for (const corner of ring!) {
      expect(Math.abs(metresBetween(CENTRE, corner) - radius)).toBeLessThan(0.01)
    }
    expect(tool.session.sketch().corners).toEqual([])
    expect(tool.asked.previews.at(-1)).toBeNull()
  })

  it('without a radius is refused in its own words, and its centre stays', () => {
    const { key, asked, session } = started(circleTool)
    key('Enter', CENTRE)
    key('Enter', CENTRE)
    expect(asked.told).toEqual([
      'A circle needs a radius. Press away from the centre, or type one, such as 12 km.',
    ])
    expect(session.sketch().corners).toHaveLength(1)
    session.typedMetres?.(20)
    expect(asked.told.at(-1)).toContain('at least one hectare')
    expect([session.sketch().corners.length, asked.drawn]).toEqual([1, []])
  })

  it('shows and says its radius while it is drawn', () => {
    const { session, click, press } = started(circleTool)
    click(CENTRE)
    session.pointed?.(press([-9.2, 6.7]))
    const { chips, spoken } = session.sketch()
    expect(chips.map(({ text }) => text)).toEqual(['11.0 km'])
    expect(spoken).toBe('Centre set. Radius 11.0 km.')
  })
})

describe('range rings', () => {
  it('are as many as are set, each once and the smallest first, and Enter ends them', () => {
    const { session, click, key, asked } = started(ringsTool)
    click(CENTRE)
    session.typedMetres?.(12_000)
    session.typedMetres?.(5000)
    session.typedMetres?.(12_000)
    key('Enter')
    expect(asked.measures).toEqual([{ type: 'rings', centre: CENTRE, radiiMetres: [5000, 12_000] }])
  })

  it('are given back by Esc one at a time, then the centre, then the tool', () => {
    const { session, click, key, asked } = started(ringsTool)
    click(CENTRE)
    session.typedMetres?.(5000)
    session.typedMetres?.(12_000)
    expect(session.sketch().spoken).toBe('Centre set. 2 rings.')
    const lines = () => session.sketch().lines.length
    key('Escape')
    expect(lines()).toBe(1)
    key('Escape')
    expect([lines(), session.sketch().corners.length]).toEqual([0, 1])
    key('Escape')
    expect([session.sketch().corners.length, asked.tools]).toEqual([0, []])
    key('Escape')
    expect(asked.tools).toEqual(['select'])
  })
})

describe('a line', () => {
  const LINE: readonly LonLat[] = [
    [-9.3, 6.7],
    [-9.1, 6.9],
  ]

  it('is drawn point by point, and refused as long as it is one point', () => {
    const { click, key, asked, session } = started(lineTool)
    session.typed?.(LINE[0]!)
    session.typed?.(LINE[0]!)
    key('Enter')
    expect(asked.told).toEqual(['A line needs two different points.'])
    expect(session.sketch().corners).toHaveLength(2)
    key('Backspace')
    click(LINE[1]!)
    key('Enter')
    expect(asked.measures).toEqual([{ type: 'line', line: LINE }])
  })

  it('splits the zone that is selected', () => {
    const { click, key, asked } = started(splitTool, { hasZone: true })
    click([-9.3, 6.8])
    click([-9.05, 6.81])
    key('Enter')
    expect(asked.split).toEqual([
      {
        zoneId: 'zone-1',
        line: [
          [-9.3, 6.8],
          [-9.05, 6.81],
        ],
      },
    ])
    const alone = started(splitTool)
    expect(alone.asked.told).toEqual(['Select the zone to split, then draw a line through it.'])
    alone.click([-9.3, 6.8])
    alone.click([-9.05, 6.81])
    alone.key('Enter')
    expect(alone.asked.told.at(-1)).toBe('Select the zone to split first.')
    expect(alone.session.sketch().corners, 'the line is kept').toHaveLength(2)
  })

  it('cuts ground out of the zone that is selected', () => {
    const { click, key, asked } = started(cutTool, { hasZone: true })
    const corners: readonly LonLat[] = [
      [-9.2, 6.79],
      [-9.15, 6.79],
      [-9.17, 6.83],
    ]
    click(corners[0]!)
    click(corners[1]!)
    key('Enter')
    expect(asked.told).toEqual(['A cut needs at least three corners.'])
    click(corners[2]!)
    key('Enter')
    expect(asked.cut).toEqual([{ zoneId: 'zone-1', ground: [[...corners, corners[0]]] }])
  })
})

describe('what the document refuses', () => {
  const box: readonly LonLat[] = [
    [-9.25, 6.8],
    [-9.15, 6.8],
    [-9.15, 6.85],
    [-9.25, 6.85],
  ]
  const corners = (tool: ReturnType<typeof started>) => {
    for (const at of box) tool.click(at)
    tool.key('Enter')
  }
  it.each<[string, StartTool, boolean, (tool: ReturnType<typeof started>) => void, number]>([
    ['a polygon', polygonTool, false, corners, 4],
    ['a line', lineTool, false, corners, 4],
    ['a split', splitTool, true, corners, 4],
    ['a cut', cutTool, true, corners, 4],
    ['a rectangle', rectangleTool, false, ({ click }) => [box[0]!, box[2]!].forEach(click), 1],
    ['a circle', circleTool, false, ({ click }) => [box[0]!, box[2]!].forEach(click), 1],
  ])('stays in hand, to be mended: %s', (_, start, hasZone, draw, cornerCount) => {
    const tool = started(start, { isRefusing: true, hasZone })
    draw(tool)
    const { drawn, split, cut, measures } = tool.asked
    expect([drawn, split, cut, measures].flat()).toHaveLength(1)
    expect(tool.session.sketch().corners).toHaveLength(cornerCount)
    draw(started(start, { hasZone }))
    const kept = started(start, { hasZone })
    draw(kept)
    expect(kept.session.sketch().corners).toEqual([])
  })
})

describe('a typed place', () => {
  const document = anOperation()
  const read = (typed: string, from: LonLat | null = CENTRE, takesMetres = false) =>
    readTypedPlace(typed, { document, from, takesMetres })

  it('beyond the theatre is refused with the distance, and the drawing stays', () => {
    expect(read('29NLH 204 408')).toEqual({
      ok: false,
      why: 'That lies outside the theatre, 58 km beyond it. Check the digits.',
    })
    expect(read('045 900 km')).toMatchObject({ ok: false })
    const { session, click } = started(polygonTool)
    click([-9.25, 6.8])
    expect(session.typing?.()).toBe('Corner 2')
    expect(session.sketch().corners).toHaveLength(1)
  })

  it('is a bearing and distance from the last corner', () => {
    const reading = read('045 2.5 km')
    if (!reading.ok || !reading.centre) throw new Error('refused')
    expect(metresBetween(CENTRE, reading.centre)).toBeCloseTo(2500, 2)
    expect(reading.precision).toBe('bearing and distance')
  })

  it('says what a bearing or a distance lacks', () => {
    expect(read('045 2.5 km', null)).toEqual({
      ok: false,
      why: 'A bearing and distance begin at a place. Set the first one.',
    })
    expect(read('12 km')).toEqual({
      ok: false,
      why: 'Type a bearing before the distance: 045 2.5 km.',
    })
    expect(read('12 km', CENTRE, true)).toMatchObject({ ok: true, centre: null, metres: 12_000 })
    expect(read('400 2 km')).toEqual({ ok: false, why: 'A bearing ends at 360.' })
  })

  it('begins where the hand is, with every tool that has a place to begin at', () => {
    for (const start of [polygonTool, lineTool, measureTool, circleTool, rectangleTool]) {
      const { session, click } = started(start)
      expect(session.wayFrom?.()).toBeNull()
      click(CENTRE)
      expect(session.wayFrom?.()).toEqual(CENTRE)
    }
  })
})
