import { describe, expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import { deleteZone } from '#core/commands/zones/delete-zone.ts'
import { mergeZones } from '#core/commands/zones/merge-zones.ts'
import { takeProposal } from '#core/commands/zones/take-proposal.ts'
import type { Zone } from '#core/records/zone.ts'
import { inHierarchy, withDescendants } from '#core/zoning/zone-levels.ts'
import { aBase, aBox, anOperation, aZone } from '#support/build.ts'

it('lists each zone before what lies in it, by name, and leaves none out whose parent is missing', () => {
  const zones = [
    aZone({ id: 'b', name: 'Sector 10' }),
    aZone({ id: 'a', name: 'Sector 2' }),
    aZone({ id: 'c', name: 'AOR 1', kind: 'aor', parentId: 'a' }),
    aZone({ id: 'd', name: 'Box 1', kind: 'patrolBox', parentId: 'c' }),
    aZone({ id: 'e', name: 'AOR 9', kind: 'aor', parentId: 'gone' }),
  ]
  expect(inHierarchy(zones).map(({ zone, depth }) => `${zone.id}${depth}`)).toEqual([
    'e0',
    'a0',
    'c1',
    'd2',
    'b0',
  ])
})

describe('zones that a file says lie in each other in a ring', () => {
  const ring = [
    aZone({ id: 'a', name: 'A', parentId: 'b' }),
    aZone({ id: 'b', name: 'B', parentId: 'c', outline: aBox([-9.3, 6.5]) }),
    aZone({ id: 'c', name: 'C', parentId: 'a', outline: aBox([-9.1, 6.5]) }),
    aZone({ id: 'self', name: 'Self', parentId: 'self', outline: aBox([-8, 6.5]) }),
    aZone({ id: 'in', name: 'In', kind: 'aor', parentId: 'b', outline: aBox([-8.5, 6.5]) }),
  ]
  const idsIn = (zones: readonly Zone[]) => zones.map(({ id }) => id).sort()

  it('are listed once each, and found once each', () => {
    const listed = inHierarchy(ring).map(({ zone }) => zone)
    expect(idsIn(listed)).toEqual(['a', 'b', 'c', 'in', 'self'])
    expect(idsIn(withDescendants(ring, 'b'))).toEqual(['a', 'b', 'c', 'in'])
    expect(idsIn(withDescendants(ring, 'self'))).toEqual(['self'])
  })

  it('are deleted one after the other, and none comes to lie in itself', () => {
    let document = anOperation({ zones: ring })
    for (const id of ['self', 'a', 'b']) {
      document = applyChange(document, deleteZone.change(document, { id }))
      for (const zone of document.tables.zones.values()) expect(zone.parentId).not.toBe(zone.id)
    }
    expect(idsIn([...document.tables.zones.values()])).toEqual(['c', 'in'])
  })

  it('give way to a proposal, and none comes to lie in itself or in one that went', () => {
    const document = anOperation({ bases: [aBase()], zones: ring })
    const zone = { name: 'New', outline: aBox([-9, 7]), tint: 1, baseId: aBase().id }
    const { scenarioId } = ring[0]!
    const after = applyChange(
      document,
      takeProposal.change(document, {
        scenarioId,
        kind: 'sector',
        zones: [zone],
        way: 'replace',
        ids: ['new'],
      }),
    )
    const left = [...after.tables.zones.values()]
    expect(left.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['in', null],
      ['new', null],
    ])
  })

  it('are merged to one that does not lie in what went', () => {
    const pair = [
      aZone({ id: 'a', parentId: 'b' }),
      aZone({ id: 'b', parentId: 'b', outline: aBox([-9.3, 6.5]) }),
    ]
    const document = anOperation({ zones: pair })
    const after = applyChange(document, mergeZones.change(document, { ids: ['a', 'b'] }))
    expect([...after.tables.zones.values()].map(({ parentId }) => parentId)).toEqual([null])
  })

  it('leave to one that is merged of them what lay in either, however far away', () => {
    const pair = [
      aZone({ id: 'a', name: 'A' }),
      aZone({ id: 'b', name: 'B', outline: aBox([-9.3, 6.5]) }),
      aZone({ id: 'in', kind: 'aor', parentId: 'b', outline: aBox([-3, 8]) }),
    ]
    const before = anOperation({ zones: pair })
    const after = applyChange(before, mergeZones.change(before, { ids: ['a', 'b'] }))
    expect(after.tables.zones.get('in')?.parentId).toBe('a')
  })
})
