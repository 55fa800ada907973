import { describe, expect, it } from 'vitest'
import type { Facts, Picked } from '#map/layers/layer-type.ts'
import { heldAmong, heldOfSelection, typeOf } from '#map/view/picking.ts'
import { aScene } from '../a-scene.ts'
import { aType } from '../a-type.ts'

function factsOf(title: string): () => Facts {
  return () => ({ title, about: '', rows: [], warning: null, selection: null })
}

const TYPES = [
  aType('units', { facts: factsOf('unit') }),
  aType('need', { group: 'Need and coverage', facts: factsOf('cell') }),
  aType('need-change', { group: 'Need and coverage', facts: factsOf('change') }),
  aType('towns', { group: 'Base', facts: factsOf('town') }),
  aType('mute'),
]

function hit(deckLayerId: string): Picked {
  return { index: 0, deckLayerId, position: [0, 0] }
}

function titleAt(...ids: readonly string[]): string | undefined {
  return heldAmong(aScene(), ids.map(hit), TYPES)?.facts.title
}

describe('what was hit', () => {
  it('belongs to the type whose id it begins with, up to a slash', () => {
    expect(typeOf('need', TYPES)?.id).toBe('need')
    expect(typeOf('need/edge', TYPES)?.id).toBe('need')
    expect(typeOf('need-change', TYPES)?.id).toBe('need-change')
    expect(typeOf('water', TYPES)).toBeNull()
  })

  it('is a mark before a place, and a place before a surface', () => {
    expect(titleAt('need', 'towns/village', 'units')).toBe('unit')
    expect(titleAt('need', 'towns/village')).toBe('town')
    expect(titleAt('need')).toBe('cell')
  })

  it('is passed over where nothing is known of it', () => {
    expect(titleAt('mute', 'need')).toBe('cell')
    expect(titleAt('mute')).toBeUndefined()
    expect(titleAt()).toBeUndefined()
  })

  it('is found from a selection by the type that knows it', () => {
    const picked = hit('towns')
    const types = [aType('other'), aType('towns', { find: () => picked, facts: factsOf('town') })]
    const selection = { type: 'row', table: 'communities', id: 'a' } as const
    expect(heldOfSelection(aScene({ selection }), types)).toMatchObject({ picked })
    expect(heldOfSelection(aScene(), types)).toBeNull()
  })
})
