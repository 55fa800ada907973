import { describe, expect, it } from 'vitest'
import type { Ground } from '#analysis/ground.ts'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { editTool } from '#map/tools/edit/edit-tool.ts'
import {
  restrictionAreaTool,
  restrictionPointTool,
  restrictionStretchTool,
} from '#map/tools/restriction-tools.ts'
import { typedToRoad } from '#map/tools/snapping.ts'
import type { StartTool } from '#map/tools/tool.ts'
import { aBox, anOperation, aRestriction } from '#support/build.ts'
import { roadColumns } from '../../analysis/reach/small-roads.ts'
import { aBench, aKey } from './a-bench.ts'

const LINE: readonly LonLat[] = [
  [-9.2, 6.9],
  [-9.1, 6.9],
  [-9.1, 6.8],
]

function started(start: StartTool, geometry?: Restriction['geometry'], roads?: Ground) {
  const selection = { type: 'row', table: 'restrictions', id: 'restriction-1' } as const
  const document = anOperation({ restrictions: geometry ? [aRestriction({ geometry })] : [] })
  const ground = aBench({
    document,
    selection: geometry ? selection : null,
    ground: roads ?? null,
  })
  const session = start(ground.bench)
  const click = (at: LonLat) => session.clicked?.(ground.pressAt(at, session))
  const key = (name: string) => session.keyed(aKey(name), null)
  const drag = (from: LonLat, to: LonLat) => {
    const isTaken = session.takes?.(ground.pressAt(from)) ?? false
    if (isTaken) session.dragged?.(ground.pressAt(to, session))
    if (isTaken) session.dropped?.(ground.pressAt(to, session))
    return isTaken
  }
  return { ...ground, session, click, key, drag }
}

describe('drawing where a restriction lies', () => {
  it('makes an area of three corners, shown live before it is kept', () => {
    const { session, asked, click, key, pressAt } = started(restrictionAreaTool)
    click(LINE[0]!)
    click(LINE[1]!)
    expect(asked.drafts.every((draft) => draft === null)).toBe(true)
    session.pointed?.(pressAt(LINE[2]!, session))
    const polygon = [[...LINE, LINE[0]!]]
    const geometry = { type: 'area', polygon }
    expect(asked.drafts.at(-1)).toEqual({ restrictionId: null, geometry })
    expect(asked.drawnRestrictions).toEqual([])
    click(LINE[2]!)
    key('Enter')
    expect(asked.drawnRestrictions).toEqual([geometry])
    expect(asked.drafts.at(-1)).toBeNull()
  })

  it('shows no draft of an outline that crosses itself, and keeps none', () => {
    const { asked, session, key } = started(restrictionAreaTool)
    const bow: readonly LonLat[] = [
      [-9.2, 6.8],
      [-9.1, 6.9],
      [-9.1, 6.8],
      [-9.2, 6.9],
    ]
    for (const at of bow) session.typed?.(at)
    expect(asked.drafts.at(-1)).toBeNull()
    key('Enter')
    expect(asked.drawnRestrictions).toEqual([])
    expect(asked.told[0]).toContain('crosses itself')
  })

  it('ends a stretch with Enter, never at its first point, and not with one', () => {
    const { asked, click, key } = started(restrictionStretchTool)
    click(LINE[0]!)
    key('Enter')
    expect(asked.told).toEqual(['A stretch needs two ends. Set another point.'])
    click(LINE[1]!)
    click(LINE[2]!)
    key('Enter')
    expect(asked.drawnRestrictions).toEqual([{ type: 'segment', line: LINE }])
  })

  it('sets a point with one press, or by an exact position', () => {
    const { asked, session, click } = started(restrictionPointTool)
    click(LINE[0]!)
    session.typed?.(LINE[1]!)
    expect(asked.drawnRestrictions).toEqual([
      { type: 'point', position: LINE[0], radiusMetres: 500 },
      { type: 'point', position: LINE[1], radiusMetres: 500 },
    ])
  })
})

describe('moving a restriction', () => {
  it('moves a corner of an area', () => {
    const polygon = aBox([-9.25, 6.75], 0.15)
    const { drag, asked } = started(editTool, { type: 'area', polygon })
    expect(drag([-9.25, 6.75], [-9.27, 6.73])).toBe(true)
    const [moved] = asked.moved
    expect(moved?.id).toBe('restriction-1')
    expect(moved?.geometry.type === 'area' && moved.geometry.polygon[0]?.[0]).toEqual([-9.27, 6.73])
    expect(asked.drafts[0]?.restrictionId).toBe('restriction-1')
    expect(asked.drafts.at(-1)).toBeNull()
  })

  it('keeps a stretch open: its ends move, and no middle lies between them', () => {
    const { drag, asked } = started(editTool, { type: 'segment', line: LINE })
    expect(drag([-9.15, 6.85], [-9.16, 6.86])).toBe(false)
    drag([-9.1, 6.8], [-9.08, 6.78])
    expect(asked.moved[0]?.geometry).toEqual({
      type: 'segment',
      line: [LINE[0], LINE[1], [-9.08, 6.78]],
    })
  })

  it('moves a point and keeps how far it reaches', () => {
    const geometry = { type: 'point', position: LINE[0]!, radiusMetres: 300 } as const
    const { drag, asked } = started(editTool, geometry)
    drag(LINE[0]!, [-9.18, 6.88])
    expect(asked.moved[0]?.geometry).toEqual({ ...geometry, position: [-9.18, 6.88] })
  })

  it('puts back a stretch that is drawn together to nothing, and says why', () => {
    const line = [LINE[0]!, LINE[1]!]
    const { session, asked, key } = started(editTool, { type: 'segment', line })
    key('Tab')
    session.typed?.(LINE[1]!)
    key('Enter')
    expect(asked.moved).toEqual([])
    expect(asked.told[0]).toContain('no length')
  })
})

describe('drawing a stretch where roads are', () => {
  /** East, then north. */
  const BEND: readonly LonLat[] = [
    [-9.3, 6.6],
    [-9.1, 6.6],
    [-9.1, 6.9],
  ]
  const network = roadNetwork([roadColumns([{ line: BEND }])])
  const roads = { network } as Ground
  const lineOf = (geometry: Restriction['geometry'] | undefined) =>
    geometry?.type === 'segment' ? geometry.line : []

  it('snaps to the road and follows it round its bend, live as when it is kept', () => {
    const { session, asked, click, key, pressAt } = started(
      restrictionStretchTool,
      undefined,
      roads,
    )
    click([-9.2, 6.605])
    session.pointed?.(pressAt([-9.107, 6.8], session))
    const line = lineOf(asked.drafts.at(-1)?.geometry)
    expect(line).toHaveLength(3)
    for (const [i, [lon, lat]] of [[-9.2, 6.6], BEND[1]!, [-9.1, 6.8]].entries()) {
      expect(line[i]?.[0]).toBeCloseTo(lon!, 5)
      expect(line[i]?.[1]).toBeCloseTo(lat!, 5)
    }
    expect(session.sketch().snap?.text).toBe('snapped: a road without a name')
    click([-9.107, 6.8])
    key('Enter')
    expect(lineOf(asked.drawnRestrictions[0])).toEqual(line)
  })

  it('goes straight to a point that lies free of roads', () => {
    const { session, asked, click, key, pressAt } = started(
      restrictionStretchTool,
      undefined,
      roads,
    )
    click([-9.2, 6.605])
    const free: LonLat = [-9.107, 6.8]
    session.clicked?.({ ...pressAt(free), road: null })
    key('Enter')
    expect(lineOf(asked.drawnRestrictions[0])).toHaveLength(2)
    expect(lineOf(asked.drawnRestrictions[0])[1]).toEqual(free)
  })

  it('moves a typed position to a road within 250 m and says how far, and else leaves it', () => {
    const scene = aBench({ ground: roads }).bench.scene()
    const near = typedToRoad(scene, [-9.2, 6.602])
    expect(near.position[1]).toBeCloseTo(6.6, 6)
    expect(near.sentence).toBe('Moved 222 m, to a road without a name.')
    const far = typedToRoad(scene, [-9.2, 6.603])
    expect(far).toMatchObject({ position: [-9.2, 6.603], road: null })
    expect(far.sentence).toContain('within 250 m')
  })
})
