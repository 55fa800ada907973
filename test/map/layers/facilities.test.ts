// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { Facility } from '#core/records/facility.ts'
import { FACILITIES } from '#map/layers/facilities/index.ts'
import { selectionMark } from '#map/selection/selection-mark.ts'
import { aBox, anOperation, aRestriction } from '#support/build.ts'
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
      ['Health', 1],
      ['Water', 1],
      ['not known whether open', 1],
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

describe('facilities by whether people can come and go', () => {
  const closed = (parts = {}) =>
    aRestriction({
      name: 'Northern hills',
      kind: 'closedArea',
      geometry: { type: 'area', polygon: aBox([-9.35, 6.55], 0.1) },
      effect: { type: 'closed' },
      ...parts,
    })
  const sceneOf = (facility: Facility, restriction = closed()) =>
    aScene({ document: anOperation({ facilities: [facility], restrictions: [restriction] }) })
  const statesOf = (scene: ReturnType<typeof aScene>) =>
    (FACILITIES.legend(scene, null)?.lines ?? [])
      .map(({ label }) => label)
      .filter((label) => label === 'closed' || label === 'restricted')

  it('are closed by the ground that they lie in, while that acts', () => {
    const scene = sceneOf(aFacility())
    expect(statesOf(scene)).toEqual(['closed'])
    const facts = FACILITIES.facts(scene, { index: 0, deckLayerId: 'facilities', position: [0, 0] })
    expect(facts?.rows).toContainEqual({ label: 'Ground', value: 'closed: Northern hills' })
    const over = closed({ validTo: '2026-11-01T00:00:00Z' })
    expect(statesOf(sceneOf(aFacility(), over))).toEqual([])
    expect(statesOf(sceneOf(aFacility(), closed({ kind: 'noFlyArea' })))).toEqual([])
    expect(statesOf(sceneOf(aFacility({ position: [-9.5, 6.9] })))).toEqual([])
  })

  it('are restricted where an escort is needed, and by their own record', () => {
    const escort = closed({ effect: { type: 'escortOnly', delayMinutes: 30 } })
    expect(statesOf(sceneOf(aFacility(), escort))).toEqual(['restricted'])
    const away = closed({ geometry: { type: 'point', position: [0, 0], radiusMetres: 10 } })
    expect(statesOf(sceneOf(aFacility({ status: 'damaged' }), away))).toEqual(['restricted'])
    expect(statesOf(sceneOf(aFacility({ status: 'closed' }), away))).toEqual(['closed'])
  })

  it('have an icon of its own for each class, status and state', () => {
    const [layer] = FACILITIES.draw(sceneOf(aFacility()), 1)
    expect(
      Object.keys((layer?.props as { iconMapping?: object } | undefined)?.iconMapping ?? {}),
    ).toEqual(['health open closed'])
  })
})
