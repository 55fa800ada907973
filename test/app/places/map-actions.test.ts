import { describe, expect, it } from 'vitest'
import { mapActions } from '#app/places/use-map-actions.ts'
import { newZone } from '#app/places/zone-actions.ts'
import type { Polygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import { createDocumentStore } from '#state/document-store.ts'
import { createResultsStore } from '#state/results-store.ts'
import { createScreenStore } from '#state/screen-store.ts'
import { aBox, anOperation, aZone, someContents } from '#support/build.ts'
import type { Room } from '#ui/room.tsx'

function aRoom(zones: readonly Zone[] = []) {
  const documents = createDocumentStore(someContents({ zones }))
  const screen = createScreenStore({ scenarioId: 'coa-1', tool: 'polygon' })
  const told: string[] = []
  const room: Room = {
    documents,
    screen,
    results: createResultsStore(),
    tell: (sentence) => told.push(sentence),
    now: () => '2026-11-22T12:00:00Z',
    newId: () => 'zone-new',
  }
  return { actions: mapActions(room), documents, screen, told }
}

const CROSSED: Polygon = [
  [
    [0, 0],
    [1, 1],
    [1, 0],
    [0, 1],
    [0, 0],
  ],
]

describe('drawing a zone on the map', () => {
  it('puts it in the document as one step, selects it and goes back to selecting', () => {
    const { actions, documents, screen } = aRoom()
    actions.onZonePreview?.({ zoneId: null, outline: aBox([-9.4, 6.5]) })
    actions.onZoneDrawn?.(aBox([-9.4, 6.5]))
    const { document, done } = documents.getState()
    expect(document.tables.zones.get('zone-new')).toMatchObject({
      scenarioId: 'coa-1',
      name: 'Zone 1',
    })
    expect(done).toHaveLength(1)
    expect(screen.getState()).toMatchObject({
      tool: 'select',
      zonePreview: null,
      selection: { type: 'row', table: 'zones', id: 'zone-new' },
    })
  })

  it('says why a border that crosses itself is not kept', () => {
    const { actions, documents, told } = aRoom()
    actions.onZoneDrawn?.(CROSSED)
    expect(documents.getState().document.tables.zones.size).toBe(0)
    expect(told).toEqual([expect.stringContaining('The border crosses itself')])
  })

  it('keeps a border that was moved, and says why a locked one stays', () => {
    const { actions, documents, told } = aRoom([
      aZone({ id: 'free' }),
      aZone({ id: 'locked', name: 'Sector South', isLocked: true }),
    ])
    const moved = aBox([-9, 6.1])
    actions.onZoneReshaped?.('free', moved)
    actions.onZoneReshaped?.('locked', moved)
    expect(documents.getState().document.tables.zones.get('free')?.outline).toEqual(moved)
    expect(documents.getState().document.tables.zones.get('locked')?.outline).not.toEqual(moved)
    expect(told).toEqual(['Sector South is locked. Unlock it first.'])
  })

  it('takes the next free number and the tint used least in that COA', () => {
    const document = anOperation({
      zones: [
        aZone({ id: 'a', name: 'Zone 1', tint: 0 }),
        aZone({ id: 'b', name: 'Zone 3', tint: 1 }),
        aZone({ id: 'c', name: 'Zone 2', tint: 2, scenarioId: 'other' }),
      ],
    })
    const drawn = { kind: 'sector' as const, id: 'd', scenarioId: 'coa-1', outline: aBox([0, 0]) }
    expect(newZone(document, drawn)).toMatchObject({ name: 'Zone 2', tint: 2, isLocked: false })
  })
})

describe('drawing a restriction on the map', () => {
  const geometry = { type: 'area', polygon: aBox([-9.4, 6.5]) } as const

  it('shows a draft that nothing keeps, then one step, selected and with its sheet open', () => {
    const { actions, documents, screen } = aRoom()
    actions.onRestrictionDraft?.({ restrictionId: null, geometry })
    expect(screen.getState().draftRestriction).toMatchObject({ geometry, shockId: null })
    expect(documents.getState().done).toEqual([])
    actions.onRestrictionDrawn?.(geometry)
    const { document, done } = documents.getState()
    expect(done).toHaveLength(1)
    expect(document.tables.restrictions.get('zone-new')).toMatchObject({
      name: 'Closed area 1',
      effect: { type: 'closed' },
      lastVerifiedAt: null,
    })
    expect(screen.getState()).toMatchObject({
      tool: 'select',
      draftRestriction: null,
      editedRestrictionId: 'zone-new',
      selection: { type: 'row', table: 'restrictions', id: 'zone-new' },
    })
    documents.getState().undo()
    expect(documents.getState().document.tables.restrictions.size).toBe(0)
  })

  it('drawn again gives the one whose sheet is open another shape, and nothing else', () => {
    const { actions, documents, screen } = aRoom()
    actions.onRestrictionDrawn?.(geometry)
    const before = documents.getState().document.tables.restrictions.get('zone-new')!
    const other = { type: 'area', polygon: aBox([-9.3, 6.6]) } as const
    actions.onRestrictionDraft?.({ restrictionId: null, geometry: other })
    expect(screen.getState().draftRestriction).toEqual({ ...before, geometry: other })
    actions.onRestrictionDrawn?.(other)
    const { restrictions } = documents.getState().document.tables
    expect([...restrictions.values()]).toEqual([{ ...before, geometry: other }])
  })

  it('says why a shape that crosses itself is not kept', () => {
    const { actions, documents, told, screen } = aRoom()
    actions.onRestrictionDrawn?.({ type: 'area', polygon: CROSSED })
    expect(documents.getState().document.tables.restrictions.size).toBe(0)
    expect(told).toEqual([expect.stringContaining('The border crosses itself')])
    expect(screen.getState().draftRestriction).toBeNull()
  })
})
