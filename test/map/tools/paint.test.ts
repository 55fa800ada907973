import { describe, expect, it } from 'vitest'
import { cellOutline } from '#core/geo/cells-outline.ts'
import { cellAt, cellCentre, cellsBeside } from '#core/geo/grid.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import type { LonLat } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import { paintTool } from '#map/tools/paint/paint-tool.ts'
import type { Brush } from '#state/screen-store.ts'
import { aBox, anOperation, aZone } from '#support/build.ts'
import { twoCounties } from '../../analysis/small-ground.ts'
import { aBench, aKey } from './a-bench.ts'

const GROUND = twoCounties()
const BRUSH: Brush = { by: 'cell', ringCount: 0, isErasing: false }
const SELECTED = { type: 'row', table: 'zones', id: 'zone-1' } as const
const AT: LonLat = [-9.3, 6.7]
const CELL = cellAt(AT, GROUND.grid.resolution)
const cellAreaOf = (cells: readonly string[]) =>
  cells.reduce((sum, cell) => sum + areaSquareKilometres([cellOutline(cell)]), 0)

function started(brush: Partial<Brush> = {}, zones: readonly Zone[] = []) {
  const document = anOperation({ zones })
  const selection = zones.length > 0 ? SELECTED : null
  const ground = aBench({ document, selection, ground: GROUND, brush: { ...BRUSH, ...brush } })
  const session = paintTool(ground.bench)
  const key = (name: string, at: LonLat | null = null) =>
    session.keyed(aKey(name), at && { ...ground.pressAt(at, session), isByKey: true })
  const stroke = (...trail: LonLat[]) => {
    const [first, ...rest] = trail.map((at) => ground.pressAt(at, session))
    const isTaken = first ? (session.takes?.(first) ?? false) : false
    for (const press of rest) session.dragged?.(press)
    if (isTaken) session.dropped?.(rest.at(-1) ?? first!)
    return isTaken
  }
  return { ...ground, session, key, stroke }
}

const areaOf = ({ asked }: ReturnType<typeof started>, stroke = 0) =>
  areaSquareKilometres(asked.painted[stroke]?.ground ?? [])

describe('painting', () => {
  it('gives the cells under the brush, by a press of the pointer', () => {
    const tool = started()
    expect(tool.stroke(AT)).toBe(true)
    expect(tool.asked.painted[0]?.zoneId, 'a new zone where none is selected').toBeNull()
    expect(areaOf(tool)).toBeCloseTo(cellAreaOf([CELL]), 6)
    expect(tool.asked.previews.at(-1)).toBeNull()
  })

  it('gives more with a larger brush, and leaves nothing out for a fast hand', () => {
    const large = started({ ringCount: 1 })
    large.stroke(AT)
    expect(areaOf(large)).toBeCloseTo(cellAreaOf([CELL, ...cellsBeside(CELL)]), 6)
    const fast = started()
    fast.stroke([-9.5, 6.7], [-9.1, 6.7])
    expect(fast.asked.painted[0]?.ground, 'one piece').toHaveLength(1)
    const isUnder = [-9.5, -9.4, -9.3, -9.2, -9.1].map((lon) =>
      areaSquareKilometres([cellOutline(cellAt([lon, 6.7], GROUND.grid.resolution))]),
    )
    expect(areaOf(fast)).toBeGreaterThan(isUnder.reduce((sum, each) => sum + each, 0) - 1e-6)
  })

  it('off the theatre moves the map instead, and by keys says that there is no ground', () => {
    const tool = started()
    expect(tool.stroke([-8, 9])).toBe(false)
    tool.key(' ', [-8, 9])
    expect(tool.asked.told).toEqual(['There is no ground to paint here.'])
  })

  it('lays with Space, keeps with Enter what was laid, wherever the crosshair is then', () => {
    const tool = started()
    const next = cellCentre(cellsBeside(CELL)[0]!)
    tool.key(' ', AT)
    tool.key(' ', next)
    expect(tool.session.sketch().spoken).toBe('2 in this stroke. Enter keeps it.')
    expect(tool.asked.painted).toEqual([])
    tool.key('Enter', [-8, 9])
    expect(tool.asked.told).toEqual([])
    expect(areaOf(tool)).toBeCloseTo(cellAreaOf([CELL, cellsBeside(CELL)[0]!]), 6)
    tool.key('Enter', AT)
    expect(areaOf(tool, 1), 'with nothing laid, Enter lays and keeps').toBeCloseTo(
      cellAreaOf([CELL]),
      6,
    )
    tool.key(' ', AT)
    tool.key('Enter')
    expect(tool.asked.painted, 'also once the pointer leads').toHaveLength(3)
  })

  it('lets go of a stroke by Esc and Backspace, and then of the tool by Esc', () => {
    const tool = started()
    tool.key(' ', AT)
    tool.key('Backspace')
    expect([tool.asked.previews.at(-1), tool.session.sketch().spoken]).toEqual([null, ''])
    tool.key(' ', AT)
    tool.key('Escape')
    expect(tool.asked.tools).toEqual([])
    tool.key('Escape')
    expect([tool.asked.tools, tool.asked.painted]).toEqual([['select'], []])
  })

  it('takes districts whole, the smallest areas that there are', () => {
    const county = [...anOperation().tables.areas.values()][0]!
    const district = { ...county, id: 'd', level: 2, outline: [aBox([-9.35, 6.65], 0.1)] }
    const tool = started({ by: 'district' })
    tool.setScene({ document: anOperation({ areas: [county, district] }) })
    tool.stroke(AT)
    expect(areaOf(tool)).toBeCloseTo(areaSquareKilometres(district.outline), 6)
  })

  it('says in pieces what was laid in pieces', () => {
    const tool = started()
    tool.key(' ', [-9.5, 6.5])
    tool.key(' ', [-9.1, 6.9])
    tool.key('Enter')
    expect(tool.asked.painted[0]?.ground).toHaveLength(2)
  })

  it('sets size and eraser by keys', () => {
    const tool = started()
    for (const key of ['1', '4', 'x']) tool.key(key)
    expect(tool.asked.brushes).toEqual([{ ringCount: 0 }, { ringCount: 4 }, { isErasing: true }])
  })
})

describe('painting a zone', () => {
  const zone = aZone({ outline: aBox([-9.4, 6.6], 0.2) })
  const other = aZone({ id: 'other', name: 'Other', outline: aBox([-9.2, 6.6], 0.2) })
  const LATER: LonLat = [-9.12, 6.7]

  it('shows what it takes from others while it takes it, and nothing of locked ones', () => {
    const tool = started({}, [zone, other])
    tool.session.takes?.(tool.pressAt(LATER))
    const shown = tool.asked.previews.at(-1)
    expect(shown?.zoneId).toBe('zone-1')
    expect([...(shown?.along?.keys() ?? [])]).toEqual(['other'])
    const locked = started({}, [zone, { ...other, isLocked: true }])
    locked.session.takes?.(locked.pressAt(LATER))
    expect(locked.asked.previews.at(-1)?.along?.size).toBe(0)
  })

  it('gives to the selected zone, and erases from it', () => {
    const tool = started({}, [zone, other])
    tool.stroke(LATER)
    expect(tool.asked.painted[0]?.zoneId).toBe('zone-1')
    const eraser = started({ isErasing: true }, [zone])
    eraser.session.takes?.(eraser.pressAt(AT))
    const shown = eraser.asked.previews.at(-1)!
    expect(areaSquareKilometres([shown.outline])).toBeLessThan(areaSquareKilometres([zone.outline]))
    const alone = started({ isErasing: true })
    alone.stroke(AT)
    expect(alone.asked.told).toEqual(['Select the zone to take ground from.'])
  })
})
