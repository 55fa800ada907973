import { expect, it } from 'vitest'
import { inHierarchy } from '#core/zoning/zone-levels.ts'
import { aZone } from '#support/build.ts'

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
