import { describe, expect, it } from 'vitest'
import type { StudyPath } from '#analysis/studies/study.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { STUDY_PATHS } from '#map/layers/study-paths/index.ts'
import { wallLayers } from '#products/levels/wall-layers.ts'
import { aScene } from './small-scene.ts'

const PATH: StudyPath = {
  name: 'Team A',
  positions: Float64Array.from([-9.5, 6.5, -9.4, 6.5, -9.4, 6.6, -9.5, 6.5]),
  stops: [
    { label: 'A1', place: { name: 'Ladle Bank', position: [-9.4, 6.5] }, text: 'stop 1' },
    { label: 'A2', place: { name: 'Ford', position: [-9.4, 6.6] }, text: 'stop 2' },
  ],
}

function sceneWith(paths: readonly StudyPath[], id = 'patrolRoutes') {
  const scene = aScene()
  const values = new Float64Array(scene.ground.grid.cells.length)
  return { ...scene, study: { id, values, paths } }
}

describe('routes of a study', () => {
  it('have a line of the legend each, with how many stops', () => {
    const legend = STUDY_PATHS.legend(sceneWith([PATH, { ...PATH, name: 'Team B' }]), null)
    expect(legend?.lines.map(({ label, count }) => [label, count])).toEqual([
      ['Team A', 2],
      ['Team B', 2],
    ])
    expect(legend?.lines[0]?.swatch).not.toEqual(legend?.lines[1]?.swatch)
  })

  it('are titled as ranks and have one colour where a study ranks them', () => {
    const paths = [1, 2, 3, 4, 5].map((rank) => ({ ...PATH, name: `${rank} Bridge` }))
    const legend = STUDY_PATHS.legend(sceneWith(paths, 'criticalStretches'), null)
    expect(legend?.title).toBe('Stretches by rank')
    expect(new Set(legend?.lines.map(({ swatch }) => JSON.stringify(swatch))).size).toBe(1)
    expect(STUDY_PATHS.legend(sceneWith([PATH]), null)?.title).toBeUndefined()
  })

  it('tell of a stop under the pointer, and that it stays with planners', () => {
    const facts = STUDY_PATHS.facts(sceneWith([PATH]), {
      index: 1,
      deckLayerId: 'study-paths/stops',
      position: [-9.4, 6.6],
    })
    expect(facts?.title).toBe('Ford')
    expect(facts?.warning).toContain('planners')
  })

  it('are not there without a study, or with one that has none', () => {
    expect(STUDY_PATHS.legend(aScene(), null)).toBeNull()
    expect(STUDY_PATHS.legend(sceneWith([]), null)).toBeNull()
    expect(STUDY_PATHS.draw(aScene(), 1)).toEqual([])
  })

  it('are seen in Situation alone until a person chooses', () => {
    const places = ['situation', 'zones', 'plan', 'compare', 'brief'] as const
    expect(places.filter((place) => STUDY_PATHS.isVisibleAtFirst(place))).toEqual(['situation'])
  })
})

it.each([true, false])('no wall shows routes of patrols (exercise: %s)', (isExercise) => {
  const ids = LAYER_TYPES.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(['study-paths', 'study-patrolRoutes']))
  const { shownIds } = wallLayers(ids, { isExercise, gridResolution: 6 })
  expect(shownIds).toContain('need')
  expect(shownIds).not.toContain('study-paths')
  expect(shownIds).not.toContain('study-patrolRoutes')
})
