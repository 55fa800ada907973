import { describe, expect, it } from 'vitest'
import { wallLayers } from '#briefing/facts/wall-layers.ts'

const WANTED = ['county-borders', 'need', 'incidents', 'patrols', 'units', 'moves', 'towns']

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
