import { describe, expect, it } from 'vitest'
import { RELEASE_LEVELS } from '#core/records/deck.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { releasedLayers } from '#products/levels/released-layers.ts'
import { wallLayers } from '#products/levels/wall-layers.ts'

const ALL = LAYER_TYPES.map(({ id }) => id)
const EXERCISE = { isExercise: true, gridResolution: 6 }
const REAL = { isExercise: false, gridResolution: 6 }

describe('releasedLayers', () => {
  it('is on a wall of the staff what a wall shows', () => {
    for (const operation of [EXERCISE, REAL]) {
      const shown = releasedLayers(ALL, operation, { level: 'internal', isWall: true })
      expect(shown).toEqual(wallLayers(ALL, operation))
    }
  })

  it('shows outsiders no unit, move, patrol or incident, in an exercise neither', () => {
    for (const level of ['partners', 'public'] as const) {
      for (const isWall of [true, false]) {
        const { shownIds, note } = releasedLayers(ALL, EXERCISE, { level, isWall })
        for (const id of [
          'units',
          'moves',
          'patrols',
          'incidents',
          'control-measures',
          'evidence',
        ]) {
          expect(shownIds).not.toContain(id)
        }
        expect(shownIds.filter((id) => id.startsWith('study-'))).toEqual([])
        expect(note).toContain('not for')
      }
    }
    const open = releasedLayers(ALL, REAL, { level: 'public', isWall: false }).shownIds
    expect([...open].sort()).toEqual(
      [
        'county-borders',
        'facilities',
        'land-cover',
        'projects',
        'roads',
        'towns',
        'waterways',
      ].sort(),
    )
  })

  it('shows the more readers the less, and nobody what no wall ever shows', () => {
    for (const isWall of [true, false]) {
      const [internal, partners, everybody] = RELEASE_LEVELS.map(
        (level) => releasedLayers(ALL, REAL, { level, isWall }).shownIds,
      )
      expect(internal).toEqual(expect.arrayContaining([...partners!]))
      expect(partners).toEqual(expect.arrayContaining([...everybody!]))
      expect(internal).not.toContain('study-grievances')
      expect(internal).not.toContain('study-protectedIncidents')
    }
  })

  it('keeps a fine grid from partners, and says so', () => {
    const fine = { isExercise: true, gridResolution: 7 }
    const { shownIds, note } = releasedLayers(['need', 'towns'], fine, {
      level: 'partners',
      isWall: false,
    })
    expect(shownIds).toEqual(['towns'])
    expect(note).toContain('too fine')
  })
})
