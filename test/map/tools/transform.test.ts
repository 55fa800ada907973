import { describe, expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import { reshapeZone } from '#core/commands/zones/reshape-zone.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import { closedRing } from '#core/geo/ring-edits.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import { groundOutside } from '#core/zoning/ground-outside.ts'
import { transformTool } from '#map/tools/edit/transform-tool.ts'
import { aBox, anOperation, aZone } from '#support/build.ts'
import { aBench, aKey } from './a-bench.ts'

const SELECTED = { type: 'row', table: 'zones', id: 'zone-1' } as const
/** A zone with a dent: no turn but a whole one brings it back. */
const DENTED: Polygon = [
  closedRing([
    [-9.3, 6.7],
    [-9.1, 6.7],
    [-9.1, 6.8],
    [-9.2, 6.76],
    [-9.3, 6.85],
  ]),
]

function started(zones: readonly Zone[] = [aZone({ outline: DENTED })]) {
  let document = anOperation({ zones })
  const ground = aBench({ document, selection: SELECTED })
  const session = transformTool(ground.bench)
  const key = (name: string, parts = {}) => session.keyed(aKey(name, parts), null)
  const drag = (from: LonLat, ...trail: LonLat[]) => {
    if (!(session.takes?.(ground.pressAt(from)) ?? false)) return false
    for (const at of trail) session.dragged?.(ground.pressAt(at, session))
    session.dropped?.(ground.pressAt(trail.at(-1)!, session))
    return true
  }
  /** Does to the document what was asked last. */
  const keep = () => {
    const asked = ground.asked.reshaped.at(-1)!
    const args = { id: asked.zoneId, outline: asked.outline, along: asked.along ?? new Map() }
    const reason = reshapeZone.blocked(document, args)
    if (reason !== null) throw new Error(reason)
    document = applyChange(document, reshapeZone.change(document, args))
    ground.setScene({ document })
    session.sceneChanged?.()
    return document.tables.zones
  }
  return { ...ground, session, key, drag, keep }
}

const farthest = (one: Polygon, other: Polygon) =>
  Math.max(
    ...one
      .flat()
      .map((corner) => Math.min(...other.flat().map((each) => metresBetween(corner, each)))),
  )

describe('a zone as a whole, by keys', () => {
  it('is moved by arrows, kept by Enter, and lies so far away as the keys said', () => {
    const { key, asked } = started()
    for (let i = 0; i < 5; i++) key('ArrowRight')
    key('ArrowUp', { shiftKey: true })
    expect(asked.reshaped, 'nothing is kept before Enter').toEqual([])
    key('Enter')
    const [moved] = asked.reshaped
    expect(moved?.verb).toBe('Move')
    const [lon, lat] = moved!.outline[0]![0]!
    expect(lon).toBeCloseTo(-9.3 + 0.01, 6)
    expect(lat).toBeCloseTo(6.7 + 0.02, 3)
    expect(areaSquareKilometres([moved!.outline])).toBeCloseTo(areaSquareKilometres([DENTED]), -1)
  })

  it('comes back to where it was after four quarter turns, each kept', () => {
    const { key, keep, asked } = started()
    for (let quarter = 1; quarter <= 4; quarter++) {
      for (let i = 0; i < 6; i++) key('PageDown', { shiftKey: true })
      key('Enter')
      expect(asked.reshaped.at(-1)?.verb).toBe('Turn')
      const off = farthest(DENTED, keep().get('zone-1')!.outline)
      if (quarter < 4) expect(off).toBeGreaterThan(1000)
      else expect(off).toBeLessThan(1)
    }
  })

  it('comes back after as much smaller as larger, with the minus key itself', () => {
    const { key, keep, asked, session } = started()
    for (let i = 0; i < 10; i++) key('+')
    expect(session.sketch().spoken).toContain('× 1.22')
    key('Enter')
    expect(asked.reshaped[0]?.verb).toBe('Scale')
    keep()
    for (let i = 0; i < 10; i++) expect(key('-')).toBe(true)
    key('Enter')
    expect(farthest(DENTED, keep().get('zone-1')!.outline)).toBeLessThan(1)
  })

  it('is put back by Esc, then left; what was not kept is told when the tool ends', () => {
    const { key, asked, session } = started()
    key('ArrowRight')
    key('Escape')
    expect([asked.previews.at(-1), asked.tools]).toEqual([null, []])
    key('ArrowRight')
    session.end()
    expect(asked.told.at(-1)).toContain('Enter keeps')
    key('Escape')
    key('Escape')
    expect(asked.tools).toEqual(['select'])
  })

  it('goes where it is typed, and by a bearing from its middle', () => {
    const { session, key, asked } = started()
    expect(session.typing?.()).toBe('Middle of the zone')
    const from = session.wayFrom?.()
    expect(from?.[0]).toBeCloseTo(-9.2, 9)
    session.typed?.([-9.25, 6.7])
    key('Enter')
    const lons = asked.reshaped[0]!.outline[0]!.map(([lon]) => lon)
    expect((Math.min(...lons) + Math.max(...lons)) / 2).toBeCloseTo(-9.25, 6)
  })
})

describe('what goes along with a zone', () => {
  const child = aZone({
    id: 'child',
    name: 'Child',
    kind: 'aor',
    parentId: 'zone-1',
    outline: aBox([-9.24, 6.76], 0.05),
  })
  const zone = aZone({ outline: aBox([-9.25, 6.75], 0.1) })
  const beside = aZone({ id: 'beside', name: 'Beside', outline: aBox([-9.15, 6.75], 0.1) })

  it('is what lies in it, and the corners that it shares', () => {
    const { key, keep } = started([zone, child, beside])
    for (let i = 0; i < 4; i++) key('ArrowRight')
    key('Enter')
    const after = keep()
    expect(after.get('child')!.outline[0]![0]![0]).toBeCloseTo(-9.24 + 0.008, 6)
    const next = after.get('beside')!.outline
    expect(Math.min(...next[0]!.map(([lon]) => lon))).toBeCloseTo(-9.15 + 0.008, 6)
    expect(Math.max(...next[0]!.map(([lon]) => lon)), 'its far side stays').toBeCloseTo(-9.05, 6)
    expect(groundOutside(next, after.get('zone-1')!.outline, 'inside')).toBe(0)
  })

  it('stops where a locked zone shares a corner, in a sentence, once', () => {
    const { key, asked } = started([zone, { ...beside, isLocked: true }])
    key('ArrowRight')
    key('ArrowRight')
    key('Enter')
    expect(asked.told).toEqual(['Beside is locked and shares this corner. Unlock it first.'])
    expect(asked.reshaped).toEqual([])
    expect(started([{ ...zone, isLocked: true }]).asked.told).toEqual([
      'Sector North is locked. Unlock it first.',
    ])
  })
})

describe('a zone as a whole, by the pointer', () => {
  it('is moved from inside, scaled by a corner of its box, turned by the handle above', () => {
    const zone = aZone({ outline: aBox([-9.25, 6.75], 0.1) })
    const move = started([zone])
    expect(move.drag([-9.2, 6.8], [-9.18, 6.8], [-9.15, 6.8])).toBe(true)
    expect(move.asked.reshaped[0]?.outline[0]?.[0]?.[0]).toBeCloseTo(-9.2, 6)
    const scale = started([zone])
    expect(scale.drag([-9.15, 6.85], [-9.1, 6.9])).toBe(true)
    const lons = scale.asked.reshaped[0]!.outline[0]!.map(([lon]) => lon)
    expect(Math.max(...lons) - Math.min(...lons)).toBeGreaterThan(0.19)
    const turn = started([zone])
    expect(turn.drag([-9.2, 6.884], [-9.1, 6.8])).toBe(true)
    expect(turn.asked.reshaped[0]?.verb).toBe('Turn')
    expect(started([zone]).drag([-9.4, 6.5], [-9.3, 6.5]), 'outside it the map moves').toBe(false)
  })
})
