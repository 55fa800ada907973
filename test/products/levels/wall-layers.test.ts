import { describe, expect, it } from 'vitest'
import { STUDIES } from '#analysis/studies/registry.ts'
import type { SlideMap } from '#briefing/slides/slide-map.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { everOnWall, wallLayers } from '#products/levels/wall-layers.ts'

const WANTED = ['county-borders', 'need', 'incidents', 'patrols', 'units', 'moves', 'towns']
const EXERCISE = { isExercise: true, gridResolution: 5 }

describe('wallLayers', () => {
  it('shows no live positions to a room, and says so', () => {
    const { shownIds, note } = wallLayers(WANTED, { isExercise: false, gridResolution: 6 })
    expect(shownIds).toEqual(['county-borders', 'need', 'towns'])
    expect(note).toContain('No live positions')
  })

  it('shows no grid finer than resolution 6', () => {
    const { shownIds, note } = wallLayers(WANTED, { isExercise: false, gridResolution: 7 })
    expect(shownIds).toEqual(['county-borders', 'towns'])
    expect(note).toContain('Grid too fine')
  })

  it('shows everything of an exercise, and has nothing to say where nothing was left out', () => {
    const exercise = wallLayers(WANTED, { isExercise: true, gridResolution: 8 })
    expect(exercise).toEqual({ shownIds: WANTED, note: null })
    expect(wallLayers(['towns'], { isExercise: false, gridResolution: 8 }).note).toBeNull()
  })
})

describe('what no wall shows', () => {
  const never = [
    'protectedIncidents',
    'grievances',
    'engagement',
    'perception',
    'signals',
    'patrolRoutes',
    'casevac',
    'route',
    'restrictionCosts',
    'criticalStretches',
  ]

  it.each(never)('%s: not in an exercise either, nor is it kept in a slide', (id) => {
    expect(STUDIES.find((study) => study.id === id)?.isForWall).toBe(false)
    expect(wallLayers([`study-${id}`, 'towns'], EXERCISE)).toEqual({
      shownIds: ['towns'],
      note: null,
    })
    expect(everOnWall([`study-${id}`, 'towns'])).toEqual(['towns'])
  })

  it('is a layer that nobody has said anything about', () => {
    expect(wallLayers(['new-layer'], EXERCISE).shownIds).toEqual([])
  })

  it('is nothing else: every other layer type is known', () => {
    const ids = LAYER_TYPES.map(({ id }) => id)
    const left = ids.filter((id) => !wallLayers(ids, EXERCISE).shownIds.some((one) => one === id))
    const studies = [...never.map((id) => `study-${id}`), 'study-paths']
    // What is weighed and decided while planning is for planners: a wall shows what came of it.
    // Numbers of a list are nothing where that does not stand beside the map.
    const planning = ['decided', 'plan-choices', 'change-numbers']
    expect(left.filter((id) => ![...studies, ...planning].includes(id))).toEqual([])
    expect(left).toEqual(expect.arrayContaining(planning))
    expect(left).toContain('study-protectedIncidents')
    expect(left).toContain('study-grievances')
  })

  it('cannot be put on the map of a slide past the guard', () => {
    // @ts-expect-error: only wallLayers makes ids that a slide's map takes
    const layers: SlideMap['layers'] = ['study-grievances']
    expect(layers).toHaveLength(1)
  })
})
