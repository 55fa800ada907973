import { describe, expect, it } from 'vitest'
import { takePlace } from '#app/places/picked-place.ts'
import { createDocumentStore } from '#state/document-store.ts'
import { createResultsStore } from '#state/results-store.ts'
import { createScreenStore, type Selection } from '#state/screen-store.ts'
import { aPosting, someContents } from '#support/build.ts'

function standPicking(isPicking = true) {
  const told: string[] = []
  const screen = createScreenStore({
    place: 'plan',
    planOverride: { index: 0, way: 'elsewhere', placeId: null, isPicking },
  })
  const documents = createDocumentStore(someContents({ postings: [aPosting()] }))
  const results = createResultsStore()
  const ground = {
    communityCell: Int32Array.from([3, 3, 4]),
    communityPeopleCount: Float64Array.from([10, 90, 500]),
    communityIds: ['small', 'large', 'other'],
  }
  results.setState({ ground: { ...results.getState().ground, value: ground as never } })
  const room = { screen, documents, results, tell: (text: string) => void told.push(text) }
  return { screen, told, click: (selection: Selection | null) => takePlace(room, selection) }
}

const row = (table: string, id: string): Selection => ({ type: 'row', table, id })

describe('a click on the map', () => {
  it('is a selection as any other unless a place was asked for', () => {
    const { click, screen } = standPicking(false)
    expect(click(row('bases', 'base-1'))).toBe(false)
    expect(screen.getState().planOverride!.placeId).toBeNull()
  })

  it.each([
    ['a base', row('bases', 'base-1'), 'base-1'],
    ['a unit', row('units', 'unit-1'), 'base-1'],
    ['a posting', row('postings', 'posting-1'), 'town-1'],
    ['a community', row('communities', 'town-1'), 'town-1'],
    ['a hexagon', { type: 'cell', cell: 3 } as const, 'large'],
  ])('on %s says where a suggestion goes', (_, selection, placeId) => {
    const { click, screen } = standPicking()
    expect(click(selection)).toBe(true)
    expect(screen.getState().planOverride).toMatchObject({ placeId, isPicking: false })
  })

  it('where nobody lives says so and waits for another; one beside everything lets go', () => {
    const { click, screen, told } = standPicking()
    expect(click({ type: 'cell', cell: 9 })).toBe(true)
    expect(told).toEqual(['There is no base or community just there. Click nearer to one.'])
    expect(screen.getState().planOverride!.isPicking).toBe(true)
    expect(click(null)).toBe(true)
    expect(screen.getState().planOverride!.isPicking).toBe(false)
    expect(told.at(-1)).toBe('No place was chosen on the map.')
  })
})
