import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineFault } from '#core/commands/zones/zone-guard.ts'
import { cornersOf } from '#core/geo/ring-edits.ts'
import type { LonLat } from '#core/place.ts'
import { editTool } from '#map/tools/edit/edit-tool.ts'
import { type Handle, handleAt, handlesOf } from '#map/tools/edit/handles.ts'
import { aBox, anOperation, aZone } from '#support/build.ts'
import { aBench, aKey } from './a-bench.ts'

const ZONE = aZone({ outline: aBox([-9.25, 6.75], 0.15) })
const SELECTED = { type: 'row', table: 'zones', id: 'zone-1' } as const

function started(zone = ZONE, others: readonly (typeof ZONE)[] = []) {
  const document = anOperation({ zones: [zone, ...others] })
  const ground = aBench({ document, selection: SELECTED })
  const session = editTool(ground.bench)
  const drag = (from: LonLat, ...trail: LonLat[]) => {
    const isTaken = session.takes?.(ground.pressAt(from)) ?? false
    if (!isTaken) return false
    for (const at of trail) session.dragged?.(ground.pressAt(at, session))
    session.dropped?.(ground.pressAt(trail.at(-1) ?? from, session))
    return true
  }
  const key = (name: string, parts = {}) => session.keyed(aKey(name, parts), null)
  return { ...ground, session, drag, key }
}

describe('moving a border', () => {
  it('shows it live and gives it once the corner is let go of', () => {
    const { drag, asked } = started()
    expect(drag([-9.25, 6.75], [-9.27, 6.74], [-9.28, 6.73])).toBe(true)
    expect(asked.previews[0]?.zoneId).toBe('zone-1')
    expect(asked.reshaped).toHaveLength(1)
    const [ring] = asked.reshaped[0]?.outline ?? []
    expect(ring?.[0]).toEqual([-9.28, 6.73])
    expect(ring?.at(-1)).toEqual([-9.28, 6.73])
    expect(asked.previews.at(-1)).toBeNull()
  })

  it('makes a corner of a middle that is dragged', () => {
    const { drag, asked } = started()
    drag([-9.175, 6.75], [-9.17, 6.7])
    const [ring] = asked.reshaped[0]?.outline ?? []
    expect(cornersOf(ring)).toHaveLength(5)
    expect(ring?.[1]).toEqual([-9.17, 6.7])
  })

  it('snaps to other zones but never to itself', () => {
    const other = aZone({ id: 'zone-2', name: 'Other', outline: aBox([-9.5, 6.5], 0.1) })
    const { drag, asked } = started(ZONE, [other])
    drag([-9.25, 6.75], [-9.405, 6.605])
    expect(asked.reshaped[0]?.outline[0]?.[0]).toEqual([-9.4, 6.6])
    const alone = started()
    alone.drag([-9.25, 6.75], [-9.105, 6.755])
    expect(alone.asked.reshaped[0]?.outline[0]?.[0]).toEqual([-9.105, 6.755])
  })

  it('puts back a border that crosses itself and says so', () => {
    const { drag, asked, session } = started()
    drag([-9.25, 6.75], [-9.2, 6.8], [-9.05, 6.85])
    expect(asked.reshaped).toEqual([])
    expect(asked.told).toEqual([expect.stringContaining('The border crosses itself')])
    expect(session.sketch().lines).toEqual([])
    expect(asked.previews.at(-1)).toBeNull()
  })

  it('takes a corner out with the second button, down to three', () => {
    const { session, pressAt, asked, setScene } = started()
    session.clickedAside?.(pressAt([-9.25, 6.75]))
    const outline = asked.reshaped[0]?.outline
    expect(cornersOf(outline?.[0])).toHaveLength(3)
    if (!outline) return
    setScene({ document: anOperation({ zones: [{ ...ZONE, outline }] }) })
    session.sceneChanged?.()
    session.clickedAside?.(pressAt([-9.1, 6.75]))
    expect(asked.reshaped).toHaveLength(1)
    expect(asked.told).toEqual(['Sector North needs at least three corners.'])
  })

  it('refuses a locked zone in one sentence and shows no handles', () => {
    const { drag, asked, session } = started({ ...ZONE, isLocked: true })
    expect(asked.told).toEqual(['Sector North is locked. Unlock it first.'])
    expect(drag([-9.25, 6.75], [-9.3, 6.7])).toBe(false)
    expect(session.sketch().corners).toEqual([])
    expect(asked.reshaped).toEqual([])
  })

  it('selects another zone that is clicked', () => {
    const other = aZone({ id: 'zone-2', name: 'Other', outline: aBox([-9.5, 6.5], 0.1) })
    const { session, pressAt, asked } = started(ZONE, [other])
    session.clicked?.(pressAt([-9.45, 6.55]))
    expect(asked.selected).toEqual([{ type: 'row', table: 'zones', id: 'zone-2' }])
  })

  it('never commits an outline that a zone may not have, whatever is dragged where', () => {
    const position = fc.tuple(
      fc.double({ min: -9.5, max: -9.05, noNaN: true }),
      fc.double({ min: 6.45, max: 6.95, noNaN: true }),
    )
    const drags = fc.array(fc.record({ grip: fc.nat({ max: 7 }), to: position }), { maxLength: 6 })
    fc.assert(
      fc.property(drags, (all) => {
        const ground = started()
        for (const { grip, to } of all) {
          const { corners } = ground.session.sketch()
          const from = corners[grip % corners.length]?.at
          if (!from) continue
          ground.drag(from, to)
          const outline = ground.asked.reshaped.at(-1)?.outline
          if (outline) ground.setScene({ document: anOperation({ zones: [{ ...ZONE, outline }] }) })
          ground.session.sceneChanged?.()
        }
        for (const { outline } of ground.asked.reshaped) expect(outlineFault(outline)).toBeNull()
      }),
    )
  })
})

describe('a border by keys', () => {
  it('goes from corner to corner, moves by two pixels or twenty, and is kept by Enter', () => {
    const { key, asked } = started()
    key('Tab')
    key('Tab')
    key('ArrowRight')
    key('ArrowUp', { shiftKey: true })
    expect(asked.reshaped).toEqual([])
    key('Enter')
    const [lon, lat] = asked.reshaped[0]?.outline[0]?.[1] ?? [0, 0]
    expect(lon).toBeCloseTo(-9.1 + 0.002, 9)
    expect(lat).toBeCloseTo(6.75 + 0.02, 9)
  })

  it('lets the focus go on after the last corner and before the first', () => {
    const forward = started()
    expect([1, 2, 3, 4, 5].map(() => forward.key('Tab'))).toEqual([true, true, true, true, false])
    expect(started().key('Tab', { shiftKey: true })).toBe(true)
  })

  it('adds and takes out corners, and sets one where it is typed', () => {
    const { key, asked, session } = started()
    key('Tab')
    expect(session.typing?.()).toBe('Corner 1 of 4')
    key('Insert')
    expect(session.typing?.()).toBe('Corner 2 of 5')
    session.typed?.([-9.2, 6.7])
    key('Enter')
    expect(asked.reshaped[0]?.outline[0]?.[1]).toEqual([-9.2, 6.7])
  })

  it('goes back step by step: the border, the corner, the tool', () => {
    const { key, asked, session } = started()
    key('Tab')
    key('ArrowLeft')
    key('Escape')
    expect(session.sketch().lines).toEqual([])
    key('Escape')
    expect(session.typing?.()).toBeNull()
    key('Escape')
    expect([asked.tools, asked.reshaped]).toEqual([['select'], []])
  })

  it('goes back to the corner that was chosen before one was added', () => {
    const { key, session } = started()
    for (let i = 0; i < 4; i++) key('Tab')
    key('Insert')
    expect(session.typing?.()).toBe('Corner 5 of 5')
    key('Escape')
    expect(session.typing?.()).toBe('Corner 4 of 4')
    key('ArrowLeft')
    key('Tab', { shiftKey: true })
    key('ArrowLeft')
    expect(session.typing?.(), 'what was moved before is still in hand').toBe('Corner 3 of 4')
    expect(session.sketch().lines).toHaveLength(1)
  })

  it('says that moved corners were put back when the tool is left without Enter', () => {
    const { key, asked, session } = started()
    key('Tab')
    key('ArrowLeft')
    session.end()
    expect(asked.told.at(-1)).toContain('Enter keeps')
    expect(asked.previews.at(-1)).toBeNull()
  })
})

describe('handles', () => {
  const view = {
    pixelOf: ([lon, lat]: LonLat) => ({ x: 1000 * lon, y: 1000 * lat }),
    positionOf: ({ x, y }: { readonly x: number; readonly y: number }): LonLat => [
      x / 1000,
      y / 1000,
    ],
    widthPixels: 600,
    heightPixels: 600,
  }

  function count(handles: readonly Handle[], type: Handle['type']): number {
    return handles.filter((handle) => handle.type === type).length
  }

  it('are every corner in view, and the middle of every side long enough for one', () => {
    const large = handlesOf(aBox([0.1, 0.1], 0.2), view)
    expect([count(large, 'corner'), count(large, 'middle')]).toEqual([4, 4])
    const small = handlesOf(aBox([0.1, 0.1], 0.02), view)
    expect([count(small, 'corner'), count(small, 'middle')]).toEqual([4, 0])
    const outside = handlesOf(aBox([0.5, 0.5], 0.3), view)
    expect([count(outside, 'corner'), count(outside, 'middle')]).toEqual([1, 0])
  })

  it('lie under the pointer within eleven pixels, corners before middles', () => {
    const handles = handlesOf(aBox([0.1, 0.1], 0.04), view)
    expect(handleAt(handles, { x: 108, y: 100 })).toMatchObject({
      type: 'corner',
      ref: { index: 0 },
    })
    expect(handleAt(handles, { x: 111, y: 100 })?.type).toBe('corner')
    expect(handleAt(handles, { x: 120, y: 104 })?.type).toBe('middle')
    expect(handleAt(handles, { x: 120, y: 120 })).toBeNull()
  })

  it('are thinned out where a border has very many', () => {
    const round = Array.from({ length: 2000 }, (_, i): LonLat => {
      const turn = (2 * Math.PI * i) / 2000
      return [0.3 + 0.2 * Math.cos(turn), 0.3 + 0.2 * Math.sin(turn)]
    })
    const handles = handlesOf([[...round, round[0]!]], view)
    expect(count(handles, 'corner')).toBeLessThan(160)
    expect(count(handles, 'corner')).toBeGreaterThan(100)
  })
})
