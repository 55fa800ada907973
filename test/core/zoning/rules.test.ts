import { describe, expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import type { Command } from '#core/commands/command.ts'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { deleteZone } from '#core/commands/zones/delete-zone.ts'
import { editZone } from '#core/commands/zones/edit-zone.ts'
import { clipZone, fillHoles, giveGround, takeGround } from '#core/commands/zones/give-ground.ts'
import { lockAllZones } from '#core/commands/zones/lock-zone.ts'
import { mergeZones } from '#core/commands/zones/merge-zones.ts'
import { reshapeZone } from '#core/commands/zones/reshape-zone.ts'
import { simplifyZone } from '#core/commands/zones/simplify-zone.ts'
import { splitZone } from '#core/commands/zones/split-zone.ts'
import { outlineFault } from '#core/commands/zones/zone-guard.ts'
import type { OperationDocument } from '#core/document.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import { closedRing } from '#core/geo/ring-edits.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import { groundOutside } from '#core/zoning/ground-outside.ts'
import { aBase, aBox, anOperation, aUnit, aZone } from '#support/build.ts'

const NEW_IDS = ['new-1', 'new-2', 'new-3', 'new-4']

/** One sector from -9.5 to -9.3, in it a western and an eastern area, each with a base and a company. */
function aSector(zones: readonly Partial<Zone>[] = []): OperationDocument {
  const half = (west: number): Polygon => [
    closedRing([
      [west, 6.5],
      [west + 0.1, 6.5],
      [west + 0.1, 6.7],
      [west, 6.7],
    ]),
  ]
  return anOperation({
    bases: [
      aBase({ id: 'base-w', name: 'Camp West', position: [-9.48, 6.52] }),
      aBase({ id: 'base-e', name: 'Camp East', position: [-9.35, 6.65] }),
    ],
    units: [
      aUnit({ id: 'unit-w', name: 'A Company', baseId: 'base-w', strengthCount: 140 }),
      aUnit({ id: 'unit-e', name: 'B Company', baseId: 'base-e', strengthCount: 90 }),
      aUnit({ id: 'unit-0', name: 'C Company', baseId: 'base-e', strengthCount: 60 }),
    ],
    zones: [
      aZone({ id: 'sector', unitIds: ['unit-0'] }),
      aZone({
        id: 'west',
        name: 'West',
        kind: 'aor',
        tint: 2,
        parentId: 'sector',
        baseId: 'base-w',
        unitIds: ['unit-w'],
        outline: half(-9.5),
      }),
      aZone({
        id: 'east',
        name: 'East',
        kind: 'aor',
        tint: 3,
        parentId: 'sector',
        baseId: 'base-e',
        unitIds: ['unit-e'],
        outline: half(-9.4),
      }),
      ...zones.map((parts) => aZone(parts)),
    ],
  })
}

function ran<A>(document: OperationDocument, command: Command<A>, args: A): OperationDocument {
  const reason = command.blocked(document, args)
  if (reason !== null) throw new Error(reason)
  return applyChange(document, command.change(document, args))
}

const zoneOf = ({ tables }: OperationDocument, id: string): Zone => {
  const zone = tables.zones.get(id)
  if (!zone) throw new Error(`no zone ${id}`)
  return zone
}

const size = ({ outline }: Zone) => areaSquareKilometres([outline])

const strengths = (document: OperationDocument) =>
  [...document.tables.zones.values()]
    .flatMap(({ unitIds }) => unitIds)
    .reduce((sum, id) => sum + (document.tables.units.get(id)?.strengthCount ?? 0), 0)

const isSameGround = (one: Zone, other: Zone) =>
  groundOutside(one.outline, other.outline) + groundOutside(other.outline, one.outline) < 1e-4

describe('who keeps what', () => {
  const across: readonly LonLat[] = [
    [-9.55, 6.58],
    [-9.25, 6.58],
  ]

  it('when a zone is split: the larger part the name, each part the base and units in it', () => {
    const before = aSector()
    const after = ran(before, splitZone, { id: 'east', line: across, newIds: NEW_IDS })
    const [large, small] = [zoneOf(after, 'east'), zoneOf(after, 'new-1')]
    expect(size(large)).toBeGreaterThan(size(small))
    expect(size(large) + size(small)).toBeCloseTo(size(zoneOf(before, 'east')), 6)
    expect([large.name, large.baseId, large.unitIds]).toEqual(['East', 'base-e', ['unit-e']])
    expect([small.name, small.baseId, small.unitIds]).toEqual(['East (2)', null, []])
    expect([small.kind, small.tint, small.parentId]).toEqual(['aor', 3, 'sector'])
    expect(isSameGround(zoneOf(after, 'west'), zoneOf(before, 'west'))).toBe(true)
  })

  it('also where the base stands in the smaller part', () => {
    const after = ran(aSector(), splitZone, { id: 'west', line: across, newIds: NEW_IDS })
    const [large, small] = [zoneOf(after, 'west'), zoneOf(after, 'new-1')]
    expect([large.baseId, large.unitIds]).toEqual([null, []])
    expect([small.baseId, small.unitIds]).toEqual(['base-w', ['unit-w']])
  })

  it('when what lies in it is split too: children go with the part that holds them', () => {
    const before = aSector()
    const line: LonLat[] = [
      [-9.38, 6.45],
      [-9.38, 6.75],
    ]
    const after = ran(before, splitZone, { id: 'sector', line, newIds: NEW_IDS })
    const zones = [...after.tables.zones.values()]
    const sectors = zones.filter(({ kind }) => kind === 'sector')
    expect(sectors).toHaveLength(2)
    for (const child of zones.filter(({ kind }) => kind === 'aor')) {
      const parent = zoneOf(after, child.parentId ?? '')
      expect(1e6 * groundOutside(child.outline, parent.outline)).toBeLessThan(1)
    }
    expect(
      new Set(zones.filter(({ kind }) => kind === 'aor').map(({ parentId }) => parentId)),
    ).toEqual(new Set(sectors.map(({ id }) => id)))
    expect(strengths(after)).toBe(strengths(before))
  })

  it('when zones are merged: the first its name and base, all units, all children', () => {
    const before = aSector([
      {
        id: 'box',
        name: 'Box',
        kind: 'patrolBox',
        parentId: 'west',
        outline: aBox([-9.48, 6.55], 0.02),
      },
    ])
    const after = ran(before, mergeZones, { ids: ['east', 'west'] })
    const whole = zoneOf(after, 'east')
    expect(after.tables.zones.has('west')).toBe(false)
    expect([whole.name, whole.baseId, whole.tint]).toEqual(['East', 'base-e', 3])
    expect([...whole.unitIds].sort()).toEqual(['unit-e', 'unit-w'])
    expect(zoneOf(after, 'box').parentId).toBe('east')
    expect(isSameGround(whole, zoneOf(after, 'sector'))).toBe(true)
    expect(strengths(after)).toBe(strengths(before))
  })

  it('when a zone is split and merged again: the same ground, as before', () => {
    const before = aSector()
    const split = ran(before, splitZone, { id: 'east', line: across, newIds: NEW_IDS })
    const after = ran(split, mergeZones, { ids: ['east', 'new-1'] })
    expect(isSameGround(zoneOf(after, 'east'), zoneOf(before, 'east'))).toBe(true)
    expect(strengths(after)).toBe(strengths(before))
  })

  it('when a zone is deleted: its children lie in what it lay in', () => {
    const before = aSector([
      { id: 'box', kind: 'patrolBox', parentId: 'west', outline: aBox([-9.48, 6.55], 0.02) },
    ])
    const after = ran(before, deleteZone, { id: 'west' })
    expect(zoneOf(after, 'box').parentId).toBe('sector')
    expect(zoneOf(ran(before, deleteZone, { id: 'sector' }), 'west').parentId).toBeNull()
  })
})

describe('zones that cannot be one', () => {
  it.each([
    ['a second one', ['west'], 'Choose a second zone to merge with.'],
    ['one of another kind', ['west', 'sector'], 'West is a area of responsibility'],
    ['one in another parent', ['west', 'apart'], 'lie in different zones'],
    ['one that does not touch', ['sector', 'far'], 'do not touch'],
    ['a locked one', ['west', 'locked'], 'Locked is locked. Unlock it first.'],
  ])('are refused in a sentence: %s', (_, ids, why) => {
    const document = aSector([
      { id: 'apart', name: 'Apart', kind: 'aor', outline: aBox([-9.3, 6.5], 0.1) },
      { id: 'far', name: 'Far', outline: aBox([-9.15, 6.8], 0.05) },
      {
        id: 'locked',
        name: 'Locked',
        kind: 'aor',
        parentId: 'sector',
        isLocked: true,
        outline: aBox([-9.2, 6.5], 0.05),
      },
    ])
    const said = mergeZones.blocked(document, { ids }) ?? ''
    if (why.startsWith('West is a area'))
      expect(said).toContain('only zones of one kind can be merged')
    else expect(said).toContain(why)
  })
})

describe('ground cut out, filled, clipped and given', () => {
  const hole = aBox([-9.46, 6.56], 0.03)

  it('leaves a hole, which is filled again as it was', () => {
    const before = aSector()
    const cut = ran(before, takeGround, { id: 'sector', ground: [hole], note: 'Cut' })
    expect(zoneOf(cut, 'sector').outline).toHaveLength(2)
    const child = zoneOf(cut, 'west')
    expect(child.outline, 'what lies in it loses it too').toHaveLength(2)
    const filled = ran(cut, fillHoles, { id: 'sector' })
    expect(isSameGround(zoneOf(filled, 'sector'), zoneOf(before, 'sector'))).toBe(true)
    expect(fillHoles.blocked(filled, { id: 'sector' })).toBe('Sector North has no holes.')
  })

  it('is not filled with what belongs to another', () => {
    const other = { id: 'other', name: 'Other', kind: 'aor', outline: hole } as const
    const document = ran(aSector(), takeGround, { id: 'west', ground: [hole], note: 'Cut' })
    const withOther = ran(document, addZone, { row: aZone({ ...other, parentId: 'sector' }) })
    expect(fillHoles.blocked(withOther, { id: 'west' })).toBe(
      'What lies in the holes of West belongs to other zones.',
    )
  })

  it('is clipped to another zone, and refused where nothing would be left or nothing changes', () => {
    const document = aSector([{ id: 'far', name: 'Far', outline: aBox([-9.15, 6.8], 0.05) }])
    const note = 'Clip'
    const ground = [aBox([-9.5, 6.5], 0.15)]
    const after = ran(document, clipZone, { id: 'sector', ground, note })
    expect(1e6 * groundOutside(zoneOf(after, 'sector').outline, ground[0]!)).toBeLessThan(1)
    for (const id of ['west', 'east']) {
      const { outline } = zoneOf(after, id)
      expect(1e6 * groundOutside(outline, zoneOf(after, 'sector').outline)).toBeLessThan(1)
    }
    const nothing = { id: 'far', ground, note }
    expect(clipZone.blocked(document, nothing)).toBe('Far would have no ground left.')
    const all = { id: 'far', ground: [aBox([-9.6, 6.4], 0.6)], note }
    expect(clipZone.blocked(document, all)).toBe('That changes nothing of Far.')
    expect(clipZone.blocked(document, { id: 'far', ground: [], note })).toBe(
      'There is no ground to give or take.',
    )
  })

  it('passes from one to the other, and from nobody where others shall keep theirs', () => {
    const before = aSector()
    const ground = [aBox([-9.42, 6.55], 0.04)]
    const given = ran(before, giveGround, { id: 'east', ground, note: 'Paint' })
    expect(size(zoneOf(given, 'east')) + size(zoneOf(given, 'west'))).toBeCloseTo(
      size(zoneOf(before, 'sector')),
      6,
    )
    expect(size(zoneOf(given, 'east'))).toBeGreaterThan(size(zoneOf(before, 'east')))
    const free = { id: 'east', ground, note: 'Paint', isFreeOnly: true }
    expect(giveGround.blocked(before, free)).toBe('That changes nothing of East.')
  })

  it('comes apart into zones of their own, or is refused without ids for them', () => {
    const stripe: Polygon = [
      closedRing([
        [-9.55, 6.58],
        [-9.25, 6.58],
        [-9.25, 6.6],
        [-9.55, 6.6],
      ]),
    ]
    const args = { id: 'west', ground: [stripe], note: 'Cut' }
    expect(takeGround.blocked(aSector(), args)).toContain('1 piece beside')
    const after = ran(aSector(), takeGround, { ...args, newIds: NEW_IDS })
    expect(zoneOf(after, 'new-1').name).toBe('West (2)')
    expect(strengths(after)).toBe(strengths(aSector()))
  })

  it('a new zone gives way, or takes, and lies in the zone that it was drawn in', () => {
    const row = aZone({
      id: 'drawn',
      name: 'Drawn',
      kind: 'aor',
      outline: aBox([-9.45, 6.55], 0.1),
    })
    const inSector = aSector()
    expect(addZone.blocked(inSector, { row })).toContain('Let the new zone take ground')
    const after = ran(inSector, addZone, { row, takesGround: true })
    expect(isSameGround(zoneOf(after, 'drawn'), row)).toBe(true)
    expect(zoneOf(after, 'drawn').parentId).toBe('sector')
    const sum = ['west', 'east', 'drawn'].reduce((all, id) => all + size(zoneOf(after, id)), 0)
    expect(sum).toBeCloseTo(size(zoneOf(after, 'sector')), 6)
  })
})

describe('a border with fewer corners', () => {
  it('stays shared, and says so where no corner could go', () => {
    const wavy: LonLat[] = Array.from({ length: 21 }, (_, i) => [
      -9.4 + (i % 2 && i < 20 ? 0.0004 : 0),
      6.5 + i * 0.01,
    ])
    const west: Polygon = [closedRing([[-9.5, 6.5], ...wavy, [-9.5, 6.7]])]
    const east: Polygon = [closedRing([...wavy, [-9.3, 6.7], [-9.3, 6.5]])]
    const document = anOperation({
      zones: [
        aZone({ id: 'west', name: 'West', outline: west }),
        aZone({ id: 'east', name: 'East', outline: east }),
      ],
    })
    const after = ran(document, simplifyZone, { id: 'west', toleranceMetres: 250 })
    expect(zoneOf(after, 'west').outline[0]!.length).toBeLessThan(8)
    expect(zoneOf(after, 'east').outline[0]!.length).toBeLessThan(8)
    expect(
      groundOutside(zoneOf(after, 'west').outline, zoneOf(after, 'east').outline, 'inside'),
    ).toBe(0)
    expect(simplifyZone.blocked(after, { id: 'west', toleranceMetres: 50 })).toBe(
      'West has no corner that could go. Choose a larger tolerance.',
    )
  })
})

describe('an outline that encloses nothing or crosses itself', () => {
  const [a, b, c, d]: readonly [LonLat, LonLat, LonLat, LonLat] = [
    [-9.2, 6.8],
    [-9.1, 6.8],
    [-9.1, 6.9],
    [-9.2, 6.9],
  ]
  it.each([
    ['crosses itself', [closedRing([a, c, b, d])], 'The border crosses itself'],
    ['runs back over itself', [closedRing([a, b, c, b])], 'crosses itself'],
    ['lies in a line', [closedRing([a, [-9.15, 6.8], b])], 'crosses itself'],
    ['has two corners', [[a, b, a]], 'at least three corners'],
    ['has two different corners', [closedRing([a, b, a, b])], 'at least three corners'],
    ['is not closed', [[a, b, c, d]], 'not closed'],
    ['is nothing', [[]], 'at least three corners'],
  ])('is refused: it %s', (_, outline: Polygon, why) => {
    expect(outlineFault(outline)).toContain(why)
    expect(addZone.blocked(anOperation(), { row: aZone({ outline }) })).toContain(why)
    const document = anOperation({ zones: [aZone()] })
    expect(reshapeZone.blocked(document, { id: 'zone-1', outline })).toContain(why)
  })

  it('is cleaned where a corner is only set twice', () => {
    const row = aZone({ outline: [[a, b, b, c, c, c, d, a, a]] })
    const { outline } = zoneOf(ran(anOperation(), addZone, { row }), 'zone-1')
    expect(outline[0]).toHaveLength(5)
  })
})

describe('ties that cannot be', () => {
  it('are refused in a sentence', () => {
    const document = aSector()
    const said = (id: string, fields: Partial<Zone>) => editZone.blocked(document, { id, fields })
    expect(said('sector', { parentId: 'west' })).toContain('A zone lies in one of a larger kind')
    expect(said('west', { parentId: 'nobody' })).toContain('no longer there')
    expect(said('west', { baseId: 'nobody' })).toBe('That base is no longer there.')
    expect(said('west', { unitIds: ['unit-e'] })).toBe(
      'B Company answers for East already. Take it out there first.',
    )
    expect(said('west', { kind: 'sector' })).not.toBeNull()
  })
})

describe('a locked zone', () => {
  it('is named by every edit that would change it', () => {
    const document = ran(aSector(), lockAllZones, { scenarioId: 'coa-1', isLocked: true })
    const line: LonLat[] = [
      [-9.55, 6.6],
      [-9.25, 6.6],
    ]
    const ground = [aBox([-9.46, 6.56], 0.03)]
    const locked = 'West is locked. Unlock it first.'
    const id = 'west'
    expect(splitZone.blocked(document, { id, line, newIds: NEW_IDS })).toBe(locked)
    expect(takeGround.blocked(document, { id, ground, note: '' })).toBe(locked)
    expect(giveGround.blocked(document, { id, ground, note: '' })).toBe(locked)
    expect(clipZone.blocked(document, { id, ground, note: '' })).toBe(locked)
    expect(simplifyZone.blocked(document, { id, toleranceMetres: 50 })).toBe(locked)
    expect(reshapeZone.blocked(document, { id, outline: ground[0]! })).toBe(locked)
    expect(deleteZone.blocked(document, { id })).toBe(locked)
    expect(editZone.blocked(document, { id, fields: { name: 'Other' } })).toBe(locked)
  })

  it('keeps its ground when the zone that it lies in would lose it', () => {
    const open = aSector()
    const west = { ...zoneOf(open, 'west'), isLocked: true }
    const document = anOperation({
      zones: [
        zoneOf(open, 'sector'),
        west,
        { ...zoneOf(open, 'east'), unitIds: [], baseId: null },
      ].map((zone) => ({ ...zone, unitIds: [], baseId: null })),
    })
    const why = 'West is locked, and this would change its ground. Unlock it first.'
    const ground = [aBox([-9.46, 6.56], 0.03)]
    expect(takeGround.blocked(document, { id: 'sector', ground, note: '' })).toBe(why)
    const outline = aBox([-9.45, 6.5], 0.15)
    expect(reshapeZone.blocked(document, { id: 'sector', outline })).toBe(why)
    expect(
      takeGround.blocked(document, { id: 'east', ground: [aBox([-9.38, 6.56], 0.03)], note: '' }),
    ).toBeNull()
  })
})
