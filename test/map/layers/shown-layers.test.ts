import { describe, expect, it } from 'vitest'
import { orderedTypes, shownLayers } from '#map/layers/shown-layers.ts'
import { aType } from '../a-type.ts'

const TYPES = [
  aType('towns', { group: 'Base' }),
  aType('need', { group: 'Need and coverage', opacityShareAtFirst: 0.92 }),
  aType('reach', {
    group: 'Need and coverage',
    isVisibleAtFirst: (place) => place === 'plan',
  }),
  aType('zones', { group: 'Planning' }),
]

const NO_CHOICE = { layers: {}, layerOrder: [] }

function idsOf(order: readonly string[]): string[] {
  return orderedTypes(TYPES, order).map(({ id }) => id)
}

describe('the order of layers', () => {
  it('is that of the groups until a person moves one', () => {
    expect(idsOf([])).toEqual(['zones', 'need', 'reach', 'towns'])
  })

  it('is kept as it was left', () => {
    expect(idsOf(['need', 'zones', 'towns', 'reach'])).toEqual(['need', 'zones', 'towns', 'reach'])
  })

  it('takes in a type that came since, under the one it usually follows', () => {
    expect(idsOf(['towns', 'need', 'zones'])).toEqual(['towns', 'need', 'reach', 'zones'])
    expect(idsOf(['need', 'reach', 'towns'])[0]).toBe('zones')
  })

  it('forgets types that are gone', () => {
    expect(idsOf(['gone', 'need', 'zones', 'towns', 'reach'])).toHaveLength(4)
  })
})

describe('what is seen', () => {
  it('is bottom first, as each type is at first in that place', () => {
    expect(shownLayers(TYPES, NO_CHOICE, 'situation')).toEqual([
      { id: 'towns', opacityShare: 1 },
      { id: 'need', opacityShare: 0.92 },
      { id: 'zones', opacityShare: 1 },
    ])
    expect(shownLayers(TYPES, NO_CHOICE, 'plan').map(({ id }) => id)).toContain('reach')
  })

  it('is what a person chose', () => {
    const layers = {
      need: { isVisible: false, opacityShare: 0.92 },
      towns: { isVisible: true, opacityShare: 0.4 },
    }
    expect(shownLayers(TYPES, { layers, layerOrder: [] }, 'situation')).toEqual([
      { id: 'towns', opacityShare: 0.4 },
      { id: 'zones', opacityShare: 1 },
    ])
  })
})
