import { expect, it } from 'vitest'
import { medicalUnitsOf, postedTeamsOf } from '#analysis/compare/posture.ts'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import { aBase, aPosting, aUnit } from '#support/build.ts'
import { situationInput, twoCounties } from './small-ground.ts'

const ground = twoCounties()
const hospital = aUnit({ id: 'h', name: 'Level 2 Hospital', kind: 'medical', elements: [] })
const facts = situationInput(ground, {
  bases: [aBase(), aBase({ id: 'shut', validTo: '2026-01-01T00:00:00Z' })],
  units: [aUnit(), hospital, { ...hospital, id: 'gone', baseId: 'shut' }],
  resourceTypes: DEFAULT_RESOURCE_TYPES,
  postings: [aPosting({ placeId: ground.communityIds[3]! })],
})

it('tells people by type and place once postings are carried out, and no materials', () => {
  expect(postedTeamsOf(facts).map(({ name, typeName, count }) => [name, typeName, count])).toEqual([
    ['Camp Alpha', 'Infantry platoon', 2],
    ['Village 3', 'Infantry platoon', 1],
  ])
})

it('knows medical units that are in place at a base that is, by their own name', () => {
  expect(medicalUnitsOf(facts)).toEqual([
    { id: 'h', name: 'Level 2 Hospital', position: aBase().position },
  ])
})
