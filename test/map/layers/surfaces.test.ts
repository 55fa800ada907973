import { describe, expect, it } from 'vitest'
import { operationOf } from '#core/document.ts'
import type { CellsData } from '#map/layers/cells/cells-layer.ts'
import { DIFFERENCE, minutesGained } from '#map/layers/difference/index.ts'
import { DIFFERENCE_NEED, needGained } from '#map/layers/difference-need/index.ts'
import { EVIDENCE } from '#map/layers/evidence/index.ts'
import type { Legend } from '#map/layers/layer-type.ts'
import { NEED } from '#map/layers/need/index.ts'
import { PLAN_COVERAGE } from '#map/layers/plan-coverage/index.ts'
import { PRESENCE } from '#map/layers/presence/index.ts'
import { REACH } from '#map/layers/reach/index.ts'
import { UNDERSERVED } from '#map/layers/underserved/index.ts'
import { agedRamp, NEED_COLORS, REACH_COLORS } from '#map/palette.ts'
import type { Scene } from '#map/scene.ts'
import { aDataset, anOperation, PLANNING_AT } from '#support/build.ts'
import { anEmptyScene, aScene, aSituation } from './small-scene.ts'

const SURFACES = [
  NEED,
  UNDERSERVED,
  EVIDENCE,
  REACH,
  PRESENCE,
  PLAN_COVERAGE,
  DIFFERENCE,
  DIFFERENCE_NEED,
]

function compared(): ReturnType<typeof aScene> {
  const scene = aScene()
  const before = aSituation(scene.ground)
  return { ...scene, against: { scenarioId: 'current', situation: before } }
}

function total(legend: Legend | null): number {
  return (legend?.ramp?.counts ?? []).reduce((a, b) => a + b, 0) + (legend?.lines[0]?.count ?? 0)
}

describe('every surface', () => {
  it('counts in its classes and its unknowns all cells there are', () => {
    const scene = compared()
    for (const surface of SURFACES) {
      const legend = surface.legend(scene, [-180, -90, 180, 90])
      expect(total(legend), surface.id).toBe(scene.ground.grid.cells.length)
      expect(legend?.counts, surface.id).toEqual({
        inView: scene.ground.grid.cells.length,
        all: scene.ground.grid.cells.length,
      })
    }
  })

  it('has one break more than colours, no two alike', () => {
    for (const surface of SURFACES) {
      const ramp = surface.legend(compared(), null)?.ramp
      expect(ramp?.breaks, surface.id).toHaveLength((ramp?.colors.length ?? 0) + 1)
      expect(new Set(ramp?.breaks).size, surface.id).toBe(ramp?.breaks.length)
      expect(new Set(ramp?.colors).size, surface.id).toBe(ramp?.colors.length)
    }
  })

  it('is not listed where there is nothing of it', () => {
    for (const surface of SURFACES) expect(surface.legend(anEmptyScene(), null)).toBeNull()
    expect(DIFFERENCE.legend(aScene(), null)).toBeNull()
    expect(DIFFERENCE_NEED.legend(aScene(), null)).toBeNull()
  })

  it('is listed without counts, and not drawn, while it is worked out', () => {
    const scene: Scene = { ...aScene(), situation: null }
    expect(NEED.legend(scene, null)).toMatchObject({ counts: null, ramp: { counts: null } })
    expect(NEED.draw(scene, 1)).toEqual([])
  })

  it('draws the same layer object for the same parts, and another for a new surface', () => {
    const scene = compared()
    for (const surface of SURFACES) {
      const [first] = surface.draw(scene, 0.9)
      expect(first?.id).toBe(surface.id)
      expect(surface.draw({ ...scene, selection: null }, 0.9)[0], surface.id).toBe(first)
    }
    const other = { ...scene, situation: aSituation(scene.ground) }
    expect(NEED.draw(other, 0.9)[0]).not.toBe(NEED.draw(scene, 0.9)[0])
  })

  it('keeps its geometry when only its values change, so that only colours are sent', () => {
    const scene = aScene()
    const attributesOf = (each: Scene) =>
      (NEED.draw(each, 1)[0]!.props.data as CellsData).attributes
    const before = attributesOf(scene)
    const after = attributesOf({ ...scene, situation: aSituation(scene.ground) })
    expect(after.places).toBe(before.places)
    expect(after.indices).toBe(before.indices)
    expect(after.fills).not.toBe(before.fills)
  })

  it('finds the cell that was selected elsewhere', () => {
    const scene = aScene()
    expect(NEED.find?.(scene, { type: 'cell', cell: 3 })).toEqual({
      index: 3,
      deckLayerId: 'need',
      position: [scene.ground.grid.lonDegrees[3], scene.ground.grid.latDegrees[3]],
    })
    expect(NEED.find?.(scene, { type: 'cell', cell: 99_999 })).toBeNull()
  })
})

describe('facts of a cell', () => {
  const picked = { index: 0, deckLayerId: 'need', position: [0, 0] } as const

  it('say need with its range, people, response and the last visit', () => {
    const facts = NEED.facts(aScene(), picked)
    expect(facts?.title).toBe('Village 0')
    expect(facts?.about).toMatch(/^Hexagon of \d+ km² · (West|East) County · 29N/)
    expect(facts?.rows).toEqual([
      { label: 'Need', value: '5.0 (4.0–6.0)' },
      { label: 'Rank', value: '1' },
      { label: 'Has data', value: '80 %' },
      { label: 'People', value: '1\u202f000' },
      { label: 'Response', value: '1 h 15' },
      { label: 'Last visit', value: '3 d ago' },
    ])
    expect(facts?.selection).toEqual({ type: 'cell', cell: 0 })
  })

  it('warn where need is not known, and say between what it may lie', () => {
    const scene = aScene()
    scene.situation?.need.score.fill(Number.NaN)
    scene.situation?.need.rank.fill(0)
    const facts = NEED.facts(scene, picked)
    expect(facts?.rows[0]?.value).toBe('not known (4.0–6.0)')
    expect(facts?.rows[1]?.value).toBe('not ranked')
    expect(facts?.warning).toContain('Too little is known here')
  })

  it('warn where no unit comes, and where one comes too late', () => {
    const scene = aScene()
    const standard = operationOf(scene.document).responseStandardMinutes
    scene.situation?.responseMinutes.fill(standard + 30)
    expect(REACH.facts(scene, picked)?.warning).toMatch(/^30 min over the response standard/)
    scene.situation?.responseMinutes.fill(Number.NaN)
    expect(REACH.facts(scene, picked)?.warning).toBe('No posted unit can reach it as things stand.')
    expect(REACH.facts(scene, picked)?.rows[0]?.value).toBe('cannot be reached')
  })

  it('are none beyond the grid', () => {
    expect(NEED.facts(aScene(), { ...picked, index: -1 })).toBeNull()
    expect(NEED.facts(aScene(), { ...picked, index: 1e6 })).toBeNull()
  })
})

describe('change in time to help', () => {
  it('is what was minus what is; newly reached and lost are infinite, neither is not known', () => {
    const nan = Number.NaN
    const before = Float64Array.of(100, 40, nan, 60, nan)
    const after = Float64Array.of(40, 100, 30, nan, nan)
    expect([...minutesGained(before, after)]).toEqual([60, -60, Infinity, -Infinity, nan])
  })

  it('puts the newly reached into the best class and tells them apart', () => {
    const scene = compared()
    scene.against?.situation.responseMinutes.fill(Number.NaN, 0, 2)
    scene.situation?.responseMinutes.fill(Number.NaN, 5, 6)
    const legend = DIFFERENCE.legend(scene, null)
    const all = scene.ground.grid.cells.length
    expect(legend?.ramp?.counts).toEqual([1, 0, 0, all - 3, 0, 0, 2])
    const named = legend?.lines.map(({ label, count, peopleCount }) => [label, count, peopleCount])
    expect(named).toEqual([
      ['Reached in neither', 0, 0],
      ['Newly reached', 2, 2000],
      ['No longer reached', 1, 1000],
    ])
    const facts = DIFFERENCE.facts(scene, { index: 0, deckLayerId: 'difference', position: [0, 0] })
    expect(facts?.rows[0]).toEqual({ label: 'Change', value: 'newly reached' })
  })

  it('says nothing of changes that are not material', () => {
    const scene = compared()
    scene.situation?.responseMinutes.fill(70)
    const at = { index: 0, deckLayerId: 'difference', position: [0, 0] } as const
    expect(DIFFERENCE.facts(scene, at)?.rows[0]?.value).toBe('not material')
    const later = { ...scene, situation: aSituation(scene.ground) }
    later.situation.responseMinutes.fill(10)
    expect(DIFFERENCE.facts(later, at)?.rows[0]?.value).toBe('1 h 05 sooner')
  })
})

it('change in need met is need times the change of what is served', () => {
  const gained = needGained(
    Float64Array.of(8, 8, Number.NaN),
    Float64Array.of(0.2, 0.6, 0),
    Float64Array.of(0.7, 0.1, 1),
  )
  expect(gained[0]).toBeCloseTo(4)
  expect(gained[1]).toBeCloseTo(-4)
  expect(gained[2]).toBeNaN()
})

describe('stale data', () => {
  const roads = (asOf: string) =>
    aDataset(
      { rowCount: 0, geometry: { type: 'none' }, fields: {} },
      { id: 'roads-1', kind: 'roads', title: 'Roads', asOf, expectedEveryHours: 72 },
    )

  it('is drawn with less colour, the same on the map and in the legend, and told', () => {
    const scene = aScene({ document: anOperation({ datasets: [roads('2026-11-13T12:00:00Z')] }) })
    const legend = REACH.legend(scene, null)
    expect(legend?.ramp?.colors).toEqual(agedRamp(REACH_COLORS.light.toReversed(), 'stale'))
    scene.situation?.responseMinutes.fill(10)
    const facts = REACH.facts(scene, { index: 0, deckLayerId: 'reach', position: [0, 0] })
    expect(facts?.warning).toBe('Roads: 9 d old, expected every 3 d.')
  })

  it('keeps its colours while it is fresh', () => {
    const scene = aScene({ document: anOperation({ datasets: [roads(PLANNING_AT)] }) })
    expect(REACH.legend(scene, null)?.ramp?.colors).toEqual(REACH_COLORS.light.toReversed())
    expect(NEED.legend(aScene(), null)?.ramp?.colors).toBe(NEED_COLORS.light)
  })
})
