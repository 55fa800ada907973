import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Columns } from '#core/columns/columns.ts'
import type { LonLat } from '#core/place.ts'
import { PATROLS } from '#map/layers/patrols/index.ts'
import { patrolStretches } from '#map/layers/patrols/patrol-stretches.ts'
import { shownPatrols, widthClass } from '#map/layers/patrols/shown-patrols.ts'
import type { Scene } from '#map/scene.ts'
import { aDataset, anOperation } from '#support/build.ts'
import { patrolColumns } from '../../analysis/small-ground.ts'
import { anEmptyScene, aScene, NOW_MINUTES } from './small-scene.ts'

const A: LonLat = [-9.5, 6.5]
const B: LonLat = [-9.4, 6.5]
const C: LonLat = [-9.4, 6.6]
const DAY = 1440

/** Out to C and back, the same to B only, and an old one. */
const PATROL_ROWS = patrolColumns([
  { line: [A, B, C, B, A], endedDaysAgo: 2 },
  { line: [A, B, A], endedDaysAgo: 1 },
  { line: [A, B], endedDaysAgo: 100 },
])

function aSceneOf(columns: Columns, parts: Partial<Scene> = {}): Scene {
  const dataset = aDataset(columns, { id: 'patrols-1', kind: 'patrols', title: 'Patrols' })
  return aScene({
    document: anOperation({ datasets: [dataset] }),
    columns: new Map([['patrols-1', columns]]),
    ...parts,
  })
}

describe('stretches of patrols', () => {
  it('stand once, whichever way and however often they were gone along', () => {
    const { count, ofFix } = patrolStretches(PATROL_ROWS)
    expect(count).toBe(2)
    expect([...ofFix]).toEqual([0, 1, 1, 0, -1, 0, 0, -1, 0, -1])
  })

  it('count a patrol once, and know the last along them', () => {
    const stretches = patrolStretches(PATROL_ROWS)
    const month = shownPatrols(PATROL_ROWS, stretches, NOW_MINUTES - 30 * DAY, NOW_MINUTES)
    expect([...month.rows]).toEqual([0, 1])
    expect([...month.patrolCount]).toEqual([2, 1])
    expect([...month.lastRow]).toEqual([1, 0])
    expect(month.data.attributes.corners.value).toHaveLength(2 * 4 * 3)
    const all = shownPatrols(PATROL_ROWS, stretches, null, null)
    expect([...all.patrolCount]).toEqual([3, 1])
  })

  it('show exactly the patrols that started in the window', () => {
    const patrols = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(patrols, fc.nat(40), fc.nat(40), (ages, a, b) => {
        const columns = patrolColumns(ages.map((endedDaysAgo) => ({ line: [A, B], endedDaysAgo })))
        const [from, to] = [NOW_MINUTES - Math.max(a, b) * DAY, NOW_MINUTES - Math.min(a, b) * DAY]
        const { rows, patrolCount } = shownPatrols(columns, patrolStretches(columns), from, to)
        const started = (row: number) => NOW_MINUTES - ages[row]! * DAY - 50
        const filtered = [...ages.keys()].filter((row) => started(row) >= from && started(row) < to)
        expect([...rows]).toEqual(filtered)
        expect([...patrolCount]).toEqual(filtered.length > 0 ? [filtered.length] : [])
      }),
    )
  })

  it('grow wider in three steps', () => {
    expect([1, 5, 6, 15, 16, 400].map(widthClass)).toEqual([0, 0, 1, 1, 2, 2])
  })
})

describe('patrols on the map', () => {
  const month = [NOW_MINUTES - 30 * DAY, NOW_MINUTES] as const

  it('draw nothing where none started in the window', () => {
    expect(PATROLS.draw(aSceneOf(PATROL_ROWS, { windowEpochMinutes: month }), 1)).toHaveLength(1)
    expect(PATROLS.draw(aSceneOf(PATROL_ROWS, { windowEpochMinutes: [0, 1] }), 1)).toEqual([])
  })

  it('are counted in the window and in view; none are not listed', () => {
    const scene = aSceneOf(PATROL_ROWS, { windowEpochMinutes: month })
    expect(PATROLS.legend(scene, [-9.41, 6.55, -9.39, 6.65])?.counts).toEqual({ inView: 1, all: 2 })
    expect(PATROLS.legend(scene, null)?.counts).toEqual({ inView: null, all: 2 })
    expect(PATROLS.legend(anEmptyScene(), null)).toBeNull()
  })

  it('tell the latest patrol along a stretch and how many there were', () => {
    const scene = aSceneOf(PATROL_ROWS, { windowEpochMinutes: month })
    const facts = PATROLS.facts(scene, {
      index: 0,
      deckLayerId: 'patrols/patrols-1',
      position: [0, 0],
    })
    expect(facts?.title).toBe('Short-range patrol')
    expect(facts?.about).toBe('the latest along this stretch')
    expect(facts?.rows).toEqual([
      { label: 'Left', value: '211020Z NOV 26' },
      { label: 'Back', value: '211200Z NOV 26' },
      { label: 'Lasted', value: '1 h 40' },
      { label: 'Length', value: '22 km' },
      { label: 'This stretch', value: '2 patrols in the window' },
      { label: 'Sensitivity', value: 'low' },
    ])
    expect(facts?.selection).toEqual({ type: 'observation', datasetId: 'patrols-1', row: 1 })
  })

  it('are found by their row, also outside the window', () => {
    const scene = aSceneOf(PATROL_ROWS, { windowEpochMinutes: month })
    const found = PATROLS.find?.(scene, { type: 'observation', datasetId: 'patrols-1', row: 2 })
    expect(found?.position).toEqual(B)
    const facts = found && PATROLS.facts(scene, found)
    expect(facts?.selection).toEqual({ type: 'observation', datasetId: 'patrols-1', row: 2 })
    expect(
      PATROLS.find?.(scene, { type: 'observation', datasetId: 'incidents-1', row: 0 }),
    ).toBeNull()
  })
})
