import { describe, expect, it } from 'vitest'
import type { Situation } from '#analysis/situation.ts'
import { layerEntries } from '#app/places/layer-entries.ts'
import { reachAlone } from '#app/places/reach-in-hand.ts'
import { comparedScene, mainScene, type Stores } from '#app/places/scenes.ts'
import { staleEntries } from '#app/places/stale-banner.tsx'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import type { Plan } from '#planner/plan.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { createResultsStore, IDLE } from '#state/results-store.ts'
import { createScreenStore } from '#state/screen-store.ts'
import { aDataset, anOperation, aRestriction, PLANNING_AT } from '#support/build.ts'
import { aScene } from '../../map/a-scene.ts'
import { aType } from '../../map/a-type.ts'

const NO_ROWS = { rowCount: 0, geometry: { type: 'none' }, fields: {} } as const
const DOCUMENT = anOperation({ restrictions: [aRestriction()] })
const COLUMNS = new Map()

function stores(parts: {
  readonly results?: Partial<Stores['results']>
  readonly screen?: Partial<Stores['screen']>
}): Stores {
  return {
    facts: { document: DOCUMENT, columns: COLUMNS },
    results: { ...createResultsStore().getState(), ...parts.results },
    screen: { ...createScreenStore({ scenarioId: 'coa-1' }).getState(), ...parts.screen },
  }
}

const PLAN = { postings: [] } as unknown as Plan
const PLANNED = { plan: { ...IDLE, value: PLAN }, planScenarioId: 'coa-1' }

it('reach is shown alone of its group, at the opacity that was chosen for it', () => {
  const reach = { isVisible: false, opacityShare: 0.4 }
  const views = reachAlone(LAYER_TYPES, { layers: { reach }, layerOrder: [] })
  expect(views['reach']).toEqual({ isVisible: true, opacityShare: 0.4 })
  const seen = Object.entries(views).filter(([, { isVisible }]) => isVisible)
  expect(seen.map(([id]) => id)).toEqual(['reach'])
  expect(views['need']).toBeDefined()
  expect(views['restrictions']).toBeUndefined()
})

describe('scenes', () => {
  it('are one object as long as their parts are', () => {
    const scene = mainScene(stores({}))
    expect(mainScene(stores({}))).toBe(scene)
    expect(mainScene(stores({ screen: { theme: 'dark' } }))).not.toBe(scene)
    expect(mainScene(stores({}))).toBe(scene)
  })

  it('fall back to the current posture', () => {
    const { scenarioId } = mainScene(stores({ screen: { scenarioId: null } }))
    expect(DOCUMENT.tables.scenarios.get(scenarioId)?.isBaseline).toBe(true)
  })

  it('hold a plan only in Plan, and only for the scenario on screen', () => {
    const at = (place: 'plan' | 'situation', planScenarioId = 'coa-1') =>
      mainScene(stores({ results: { ...PLANNED, planScenarioId }, screen: { place } })).plan
    expect(at('plan')).toBe(PLAN)
    expect(at('situation')).toBeNull()
    expect(at('plan', 'coa-2')).toBeNull()
  })

  it('show minutes as they are under a restriction in hand, and only while it is', () => {
    const minutes = Float64Array.from([1, 2])
    const value = { responseMinutes: minutes, travelToTownMinutes: minutes }
    const results = { travel: { 'coa-1': { ...IDLE, value } } }
    const at = (screen: Partial<Stores['screen']>) =>
      mainScene(stores({ results, screen: { isAccessOpen: true, ...screen } })).reachMinutes
    expect(at({ tool: 'restrictionStretch' })).toBe(minutes)
    expect(at({ editedRestrictionId: 'restriction-1' })).toBe(minutes)
    expect(at({ editedRestrictionId: 'undone' })).toBeNull()
    expect(at({})).toBeNull()
    expect(at({ editedRestrictionId: 'restriction-1', place: 'plan' })).toBeNull()
    expect(at({ editedRestrictionId: 'restriction-1', studyId: 'travelTime' })).toBeNull()
  })

  it('hold the other side of a comparison once it is worked out', () => {
    const situation = {} as Situation
    const results = { situations: { base: { ...IDLE, value: situation } } }
    const scene = comparedScene(stores({ results }), 'coa-1', 'base')
    expect(scene.against).toEqual({ scenarioId: 'base', situation })
    expect(comparedScene(stores({ results }), 'coa-1', 'other').against).toBeNull()
    expect(comparedScene(stores({ results }), 'coa-1', null).against).toBeNull()
  })
})

describe('the layer list', () => {
  const types = [
    aType('need', { group: 'Need and coverage', opacityShareAtFirst: 0.92 }),
    aType('zones', { group: 'Planning', isVisibleAtFirst: (place) => place === 'zones' }),
    aType('nothing', { legend: () => null }),
  ]
  const entries = (place: 'situation' | 'zones', layers = {}) =>
    layerEntries({
      types,
      scene: aScene(),
      view: null,
      nowAt: PLANNING_AT,
      place,
      layers,
      layerOrder: [],
    })

  it('is top first by group, without what this operation has nothing of', () => {
    expect(entries('situation').map(({ id, group }) => [id, group])).toEqual([
      ['zones', 'Planning'],
      ['need', 'Need and coverage'],
    ])
  })

  it('says how each is seen: at first by place, then as chosen', () => {
    expect(entries('situation').map(({ isVisible }) => isVisible)).toEqual([false, true])
    expect(entries('zones').map(({ isVisible }) => isVisible)).toEqual([true, true])
    const chosen = entries('zones', { need: { isVisible: false, opacityShare: 0.3 } })
    expect(chosen[1]).toMatchObject({ isVisible: false, opacityShare: 0.3 })
  })

  it('lists every layer type once, under a group that the list knows', () => {
    expect(new Set(LAYER_TYPES.map(({ id }) => id)).size).toBe(LAYER_TYPES.length)
  })
})

describe('overdue layers', () => {
  const entry = (id: string, asOf: string | null, expectedEveryHours: number | null) => {
    const [made] = layerEntries({
      types: [
        aType(
          id,
          id === 'behind' ? { restsOn: { ...LAYER_BASES.incidents, isBackground: true } } : {},
        ),
      ],
      scene: aScene({
        document: anOperation({
          datasets: [aDataset(NO_ROWS, { kind: 'incidents', asOf, expectedEveryHours })],
        }),
      }),
      view: null,
      nowAt: PLANNING_AT,
      place: 'situation',
      layers: id === 'hidden' ? { hidden: { isVisible: false, opacityShare: 1 } } : {},
      layerOrder: [],
    })
    if (!made) throw new Error('no entry')
    return made
  }

  it('are those seen that are past twice their interval, the most overdue first', () => {
    const entries = [
      entry('fresh', '2026-11-22T00:00:00Z', 24),
      entry('old', '2026-11-10T00:00:00Z', 72),
      entry('older', '2026-11-10T00:00:00Z', 24),
      entry('hidden', '2026-10-01T00:00:00Z', 24),
      entry('undated', null, 24),
      entry('unexpected', '2020-01-01T00:00:00Z', null),
      entry('behind', '2026-10-01T00:00:00Z', 24),
    ]
    const ids = staleEntries(entries, PLANNING_AT).map(({ id }) => id)
    expect(ids).toEqual(['older', 'old'])
  })
})
