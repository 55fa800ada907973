import { describe, expect, it } from 'vitest'
import type { Facility } from '#core/records/facility.ts'
import { FACILITIES } from '#map/layers/facilities/index.ts'
import { selectionMark } from '#map/selection/selection-mark.ts'
import { anOperation } from '#support/build.ts'
import { anEmptyScene, aScene } from './small-scene.ts'

function aFacility(parts: Partial<Facility> = {}): Facility {
  return {
    id: 'facility-1',
    name: 'Market Town clinic',
    position: [-9.3, 6.6],
    class: 'health',
    status: 'open',
    capacityCount: 12,
    aliases: [],
    source: 'survey',
    lastVerifiedAt: '2026-06-01T00:00:00Z',
    ...parts,
  }
}

const SCENE = aScene({
  document: anOperation({
    facilities: [
      aFacility(),
      aFacility({ id: 'facility-2', class: 'water', status: 'unknown', position: [-9.5, 6.9] }),
    ],
  }),
})

describe('facilities', () => {
  it('are counted in view and by class', () => {
    const legend = FACILITIES.legend(SCENE, [-9.4, 6.5, -9.2, 6.7])
    expect(legend?.counts).toEqual({ inView: 1, all: 2 })
    expect(legend?.lines.map(({ label, count }) => [label, count])).toEqual([
      ['Health: H', 1],
      ['Water: W', 1],
    ])
    expect(FACILITIES.legend(anEmptyScene(), null)).toBeNull()
    expect(FACILITIES.draw(anEmptyScene(), 1)).toEqual([])
  })

  it('tell what they are, and that nobody has looked', () => {
    const selection = { type: 'row', table: 'facilities', id: 'facility-2' } as const
    const found = FACILITIES.find?.(SCENE, selection)
    const facts = found && FACILITIES.facts(SCENE, found)
    expect(facts?.about).toContain('Water')
    expect(facts?.warning).toContain('Nobody')
    expect(facts?.selection).toEqual(selection)
    expect(selectionMark({ ...SCENE, selection })).toEqual({ type: 'point', position: [-9.5, 6.9] })
  })
})
