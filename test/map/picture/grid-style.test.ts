import { describe, expect, it } from 'vitest'
import { ANCHORS } from '#map/basemap/anchors.ts'
import { EMPTY_STYLE } from '#map/basemap/map-style.ts'
import { withGrid } from '#map/picture/grid-style.ts'
import { mgrsGrid } from '#products/furniture/mgrs-grid.ts'
import { shareOf } from '#products/furniture/picture-view.ts'

const VIEW = { centre: [-9.4, 6.4], zoom: 8, widthPixels: 1311, heightPixels: 752 } as const
const NAME = { id: 'name', type: 'symbol', source: 'names' } as const

describe('the grid in a picture', () => {
  const style = withGrid({ ...EMPTY_STYLE, layers: [...EMPTY_STYLE.layers, NAME] }, VIEW, {
    textPixels: 18,
    theme: 'light',
  })

  it('has its lines under every mark, and its labels under every name', () => {
    expect(style.layers.map(({ id }) => id)).toEqual([
      ANCHORS.surfaces,
      'grid-lines',
      ANCHORS.marks,
      'grid-labels',
      'name',
    ])
  })

  it('lies where the furniture of products has it', () => {
    const { lines, labels } = mgrsGrid(VIEW, 18)
    const drawn = style.sources['grid-labels']!.features.map(({ geometry }) => geometry)
    expect(drawn).toHaveLength(labels.length)
    expect(style.sources['grid-lines']!.features).toHaveLength(lines.length)
    for (const [i, { at }] of labels.entries()) {
      const geometry = drawn[i]!
      if (geometry.type !== 'Point') throw new Error('a label is no point')
      const [lon = 0, lat = 0] = geometry.coordinates
      const [right, down] = shareOf(VIEW, [lon, lat])
      expect(right).toBeCloseTo(at[0], 9)
      expect(down).toBeCloseTo(at[1], 9)
    }
  })
})
