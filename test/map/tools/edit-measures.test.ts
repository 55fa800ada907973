// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { LonLat } from '#core/place.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import { editTool } from '#map/tools/edit/edit-tool.ts'
import { aCommunity, aControlMeasure, anOperation } from '#support/build.ts'
import { aBench, aKey } from './a-bench.ts'

const RINGS = aControlMeasure({
  kind: 'rangeRings',
  geometry: { type: 'rings', centre: [-9.3, 6.6], radiiMetres: [5000, 10_000] },
})

function aDesk(measure: ControlMeasure = aControlMeasure()) {
  const document = anOperation({
    controlMeasures: [measure],
    communities: [aCommunity({ position: [-9.25, 6.75] })],
  })
  const selection = { type: 'row', table: 'controlMeasures', id: measure.id } as const
  const desk = aBench({ document, selection })
  const session = editTool(desk.bench)
  const drag = (from: LonLat, to: LonLat) => {
    const isTaken = session.takes?.(desk.pressAt(from)) ?? false
    session.dragged?.(desk.pressAt(to, session))
    session.dropped?.(desk.pressAt(to, session))
    return isTaken
  }
  const kept = () => desk.asked.movedMeasures.map(({ geometry }) => geometry)
  return { ...desk, session, drag, kept }
}

const [A, B, C]: readonly LonLat[] = [
  [-9.5, 6.6],
  [-9.3, 6.6],
  [-9.1, 6.6],
]

describe('the points of a control measure', () => {
  it('move, one step for each drag, and only they', () => {
    const { drag, kept } = aDesk()
    expect(drag(B!, [-9.3, 6.7])).toBe(true)
    expect(kept()).toEqual([{ type: 'line', line: [A, [-9.3, 6.7], C] }])
  })

  it('snap to what is near', () => {
    const { drag, kept } = aDesk()
    drag(B!, [-9.252, 6.751])
    expect(kept()).toEqual([{ type: 'line', line: [A, [-9.25, 6.75], C] }])
  })

  it('come between two by the middle of a stretch, none between the ends', () => {
    const { drag, kept } = aDesk()
    expect(drag([-9.4, 6.6], [-9.4, 6.5])).toBe(true)
    expect(kept()[0]).toMatchObject({ line: { length: 4 } })
    const short: ControlMeasure['geometry'] = { type: 'line', line: [A!, [-9.3, 6.8]] }
    const { session } = aDesk(aControlMeasure({ geometry: short }))
    expect(session.sketch().corners).toHaveLength(3)
  })

  it('move by keys, and where they are typed; Enter keeps, Escape puts back', () => {
    const { session, kept } = aDesk()
    for (const key of ['Tab', 'ArrowUp', 'ArrowUp', 'Escape']) session.keyed(aKey(key), null)
    expect(kept()).toEqual([])
    expect(session.sketch().lines).toEqual([])
    session.typed?.([-9.55, 6.65])
    expect(session.sketch().lines[0]?.points).toEqual([[-9.55, 6.65], B, C])
    session.keyed(aKey('Enter'), null)
    expect(kept()).toEqual([{ type: 'line', line: [[-9.55, 6.65], B, C] }])
  })

  it('stay two at least', () => {
    const { session, kept, asked, pressAt, setScene } = aDesk()
    session.clickedAside?.(pressAt(B!))
    expect(kept()).toEqual([{ type: 'line', line: [A, C] }])
    const document = anOperation({
      controlMeasures: [aControlMeasure({ geometry: kept()[0]! })],
    })
    setScene({ document })
    session.sceneChanged?.()
    session.clickedAside?.(pressAt(A!))
    expect(asked.told).toEqual(['A line needs two ends.'])
    expect(kept()).toHaveLength(1)
  })

  it('are put back where all would lie in one place', () => {
    const geometry: ControlMeasure['geometry'] = { type: 'line', line: [A!, B!] }
    const { session, asked, kept } = aDesk(aControlMeasure({ geometry }))
    session.keyed(aKey('Tab'), null)
    session.typed?.(B!)
    session.keyed(aKey('Enter'), null)
    expect([kept(), asked.told]).toEqual([[], ['A line needs two different points.']])
  })

  it('of rings are the centre alone; circles go along', () => {
    const { drag, kept, session, pressAt } = aDesk(RINGS)
    expect(session.sketch().corners).toHaveLength(1)
    session.takes?.(pressAt([-9.3, 6.6]))
    session.dragged?.(pressAt([-9.2, 6.5]))
    expect(session.sketch().lines.map(({ points }) => points.length)).toEqual([65, 65])
    session.dropped?.(pressAt([-9.2, 6.5]))
    expect(kept()).toEqual([{ type: 'rings', centre: [-9.2, 6.5], radiiMetres: [5000, 10_000] }])
    expect(drag([-9.4, 6.6], [-9.4, 6.5])).toBe(false)
  })

  it('of a locked one stay, and it says so', () => {
    const { drag, kept, asked } = aDesk(aControlMeasure({ isLocked: true }))
    expect(drag(B!, [-9.3, 6.7])).toBe(false)
    expect([kept(), asked.told]).toEqual([[], ['PL IRON is locked. Unlock it first.']])
  })

  it('keep their selection when a press goes beside them', () => {
    const { session, asked, pressAt } = aDesk()
    session.clicked?.(pressAt([-9.4, 6.7]))
    expect(asked.selected).toEqual([])
  })
})
