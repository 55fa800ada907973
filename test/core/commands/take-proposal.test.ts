import { describe, expect, it } from 'vitest'
import { applyChange, invertChange } from '#core/change.ts'
import {
  type ProposalTaken,
  takeProposal,
  unitsLeftSentence,
} from '#core/commands/zones/take-proposal.ts'
import { isOtherGround } from '#core/zoning/ground-outside.ts'
import { liesOver } from '#core/zoning/lies-over.ts'
import { aBase, aBox, anOperation, aUnit, aZone } from '#support/build.ts'

const KEPT = { id: 'kept', isLocked: true, outline: aBox([-8.7, 6.5]) }
const document = anOperation({
  zones: [
    aZone({ id: 'sector', name: 'North', kind: 'sector' }),
    aZone({ id: 'old', name: 'Old', kind: 'aor', parentId: 'sector', outline: aBox([-8.9, 6.5]) }),
    aZone({ ...KEPT, name: 'Alpha', kind: 'aor', parentId: 'sector' }),
    aZone({ id: 'box', name: 'Box', kind: 'patrolBox', parentId: 'old' }),
    aZone({ id: 'other', name: 'Elsewhere', kind: 'aor', scenarioId: 'baseline' }),
  ],
})
const [baseId] = [...document.tables.bases.keys()]
const taken: ProposalTaken = {
  scenarioId: 'coa-1',
  kind: 'aor',
  way: 'replace',
  zones: [
    { name: 'Alpha', outline: aBox([-9.5, 6.5]), tint: 2, baseId: baseId! },
    { name: 'Bravo', outline: aBox([-9.3, 6.5]), tint: 3, baseId: baseId! },
  ],
  ids: ['new-1', 'new-2'],
}
const made = (args: ProposalTaken) => {
  expect(takeProposal.blocked(document, args)).toBeNull()
  return applyChange(document, takeProposal.change(document, args))
}

describe('taking proposed zones', () => {
  it('puts them in place of the unlocked zones of their kind, and of no others', () => {
    const { zones } = made(taken).tables
    expect([...zones.keys()].sort()).toEqual(['box', 'kept', 'new-1', 'new-2', 'other', 'sector'])
    expect(zones.get('box')?.parentId).toBe('sector')
    expect(zones.get('new-1')).toMatchObject({ name: 'Alpha 2', kind: 'aor', baseId, tint: 2 })
  })

  it('adds them beside what is there where that is asked', () => {
    const { zones } = made({ ...taken, way: 'add' }).tables
    expect(zones.size).toBe(document.tables.zones.size + 2)
    expect(zones.get('box')?.parentId).toBe('old')
  })

  it('is one step back', () => {
    const change = takeProposal.change(document, taken)
    expect(applyChange(applyChange(document, change), invertChange(change))).toEqual(document)
  })

  it('says in a sentence why it cannot be done', () => {
    const blocked = (args: Partial<ProposalTaken>) =>
      takeProposal.blocked(document, { ...taken, ...args })
    const [zone] = taken.zones
    expect(blocked({ scenarioId: 'gone' })).toBe('That COA is no longer there.')
    expect(blocked({ zones: [] })).toBe('There is no zone to take.')
    expect(blocked({ ids: ['one'] })).toBe('Each zone needs an id of its own.')
    expect(blocked({ ids: ['same', 'same'] })).toBe('Each zone needs an id of its own.')
    expect(blocked({ ids: ['kept', 'b'] })).toBe('These zones are taken already.')
    expect(blocked({ zones: [{ ...zone!, baseId: 'gone' }] })).toBe(
      'The base of Alpha is no longer there. Propose zones again.',
    )
    const [a, b, c, d] = zone!.outline[0]!
    const crossed = [a!, c!, b!, d!, a!]
    expect(blocked({ zones: [{ ...zone!, outline: [crossed] }] })).toMatch(/crosses itself/)
  })
})

describe('ground that others have', () => {
  const ids = ['new-1', 'new-2']
  const west = aBox([-9.5, 6.5])
  const outline = (lon: number) => aBox([lon, 6.5])
  const withZone = (parts: Parameters<typeof aZone>[0]) => {
    const document = anOperation({ zones: [aZone({ id: 'there', name: 'There', ...parts })] })
    const baseId = [...document.tables.bases.keys()][0]!
    const zones = [
      { name: 'New', outline: west, tint: 0, baseId },
      { name: 'Far', outline: outline(-8), tint: 1, baseId },
    ]
    const args = (way: ProposalTaken['way']): ProposalTaken => ({
      ...taken,
      kind: 'aor',
      way,
      zones,
      ids,
    })
    const take = (way: ProposalTaken['way']) =>
      applyChange(document, takeProposal.change(document, args(way))).tables.zones
    return {
      document,
      take,
      blocked: (way: ProposalTaken['way']) => takeProposal.blocked(document, args(way)),
    }
  }
  const half: typeof west = [west[0]!.map(([lon, lat]) => [lon + 0.05, lat])]

  it('is never taken from a locked zone, whichever way zones come', () => {
    const { blocked } = withZone({ kind: 'aor', isLocked: true, outline: half })
    const why = 'Propose again: New would lie over There, which is locked.'
    expect([blocked('replace'), blocked('add')]).toEqual([why, why])
    const above = withZone({ kind: 'sector', isLocked: true, outline: half })
    expect(above.blocked('replace')).toBeNull()
    const hair: typeof west = [west[0]!.map(([lon, lat]) => [lon + 0.2 - 5e-8, lat])]
    expect(withZone({ kind: 'aor', isLocked: true, outline: hair }).blocked('add')).toBeNull()
  })

  it('stays with unlocked zones where new ones come beside them', () => {
    const { document, take } = withZone({ kind: 'aor', outline: half })
    const zones = take('add')
    const [there, one] = [zones.get('there')!, zones.get('new-1')!]
    expect(liesOver(one.outline, there.outline)).toBe(false)
    expect(isOtherGround(document.tables.zones.get('there')!.outline, there.outline)).toBe(false)
    expect(isOtherGround(west, one.outline)).toBe(true)
    expect(zones.get('new-2')!.outline).toEqual(outline(-8))
  })

  it('leaves none to a new zone, or takes it apart: both are refused', () => {
    expect(withZone({ kind: 'aor', outline: west }).blocked('add')).toMatch(
      /^New would have no ground of its own: .* Replace them instead\.$/,
    )
    const band: typeof west = [
      west[0]!.map(([lon, lat], i) => [
        lon,
        i === 0 || i === 1 || i === 4 ? lat + 0.02 : lat - 0.02,
      ]),
    ]
    expect(withZone({ kind: 'aor', outline: band }).blocked('add')).toMatch(/^New would come apart/)
  })
})

describe('units of zones that go', () => {
  it('answer for the new zone that their base stands in, and those in none are told', () => {
    const bases = [
      aBase({ id: 'in', position: [-9.25, 6.55] }),
      aBase({ id: 'out', position: [-8, 7.5] }),
    ]
    const units = [
      aUnit({ id: 'stays', baseId: 'in' }),
      aUnit({ id: 'goes', baseId: 'out' }),
      aUnit({ id: 'never', baseId: 'in' }),
    ]
    const before = anOperation({
      bases,
      units,
      zones: [aZone({ id: 'old', kind: 'aor', unitIds: ['goes', 'stays'] })],
    })
    const args = { ...taken, zones: taken.zones.map((zone) => ({ ...zone, baseId: 'in' })) }
    const change = takeProposal.change(before, args)
    const { zones } = applyChange(before, change).tables
    expect(zones.get('new-1')?.unitIds).toEqual([])
    expect(zones.get('new-2')?.unitIds).toEqual(['stays'])
    expect(unitsLeftSentence(before, args)).toBe('1 unit answers for no zone now.')
    expect(change.note).toBe('Take 2 proposed zones: 1 unit answers for no zone now')
    expect(unitsLeftSentence(before, { ...args, way: 'add' })).toBeNull()
  })
})
