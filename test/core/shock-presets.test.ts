import { expect, it } from 'vitest'
import {
  baseLostShock,
  bridgeOutShock,
  closedShock,
  copiedShock,
  roadDeniedShock,
  shockRows,
  wetSeasonShock,
} from '#core/shock-presets.ts'
import { aBase, aRestriction } from '#support/build.ts'

const SEASONAL = aRestriction({ id: 'wet-track', name: 'Western track', months: [5, 6, 7] })

it('a wet season brings the season alone: what recurs follows it', () => {
  expect(wetSeasonShock()).toMatchObject({ season: 'wet', restrictions: [], lostBaseIds: [] })
})

it('a bridge out closes the middle of its crossing, a road denied every line of its name', () => {
  const straight = bridgeOutShock({
    name: 'Saint Paul crossing',
    line: [
      [-10, 6],
      [-9, 7],
    ],
  })
  expect(straight.name).toBe('Saint Paul crossing out')
  expect(straight.restrictions[0]).toMatchObject({
    kind: 'brokenBridge',
    effect: { type: 'closed' },
    geometry: { type: 'point', position: [-9.5, 6.5] },
  })
  const line = [
    [-10, 6],
    [-9, 7],
  ] as const
  const denied = roadDeniedShock('Highway 1', [
    { name: 'Highway 1', line },
    { name: 'Highway 1', line },
  ])
  expect(denied.restrictions.map(({ geometry }) => geometry.type)).toEqual(['segment', 'segment'])
})

it('a base lost names the base and nothing else', () => {
  expect(baseLostShock(aBase())).toMatchObject({
    name: 'Camp Alpha lost',
    lostBaseIds: ['base-1'],
    restrictions: [],
    season: null,
  })
})

it('what is copied holds whatever the date; what is put out lets nobody pass', () => {
  const past = { ...SEASONAL, validTo: '2020-01-01T00:00:00Z' }
  const copied = copiedShock([past]).restrictions[0]
  expect(copied).toMatchObject({ validFrom: null, validTo: null, months: null, hours: null })
  const out = closedShock(aRestriction({ effect: { type: 'massLimit', maxTonnes: 5 } }), {
    kind: 'brokenBridge',
    ending: 'out',
  })
  expect(out).toMatchObject({ name: 'Broken bridge out' })
  expect(out.restrictions[0]?.effect).toEqual({ type: 'closed' })
})

it('facts of one name that are copied together stay two measures', () => {
  const copied = copiedShock([SEASONAL, { ...SEASONAL, id: 'other' }])
  expect(copied.restrictions.map(({ name }) => name)).toEqual(['Western track', 'Western track 2'])
})

it('rows bear the shock, and ids of their own', () => {
  let count = 0
  const newId = () => `r-${++count}`
  const rows = shockRows(copiedShock([SEASONAL, aRestriction()]), { id: 's', orderKey: 'a', newId })
  expect(rows.restrictions.map(({ id, shockId }) => [id, shockId])).toEqual([
    ['r-1', 's'],
    ['r-2', 's'],
  ])
})
