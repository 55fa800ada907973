import { describe, expect, it } from 'vitest'
import { applyChange, invertChange } from '#core/change.ts'
import { type ProposalTaken, takeProposal } from '#core/commands/zones/take-proposal.ts'
import { aBox, anOperation, aZone } from '#support/build.ts'

const document = anOperation({
  zones: [
    aZone({ id: 'sector', name: 'North', kind: 'sector' }),
    aZone({ id: 'old', name: 'Old', kind: 'aor', parentId: 'sector' }),
    aZone({ id: 'kept', name: 'Alpha', kind: 'aor', isLocked: true, parentId: 'sector' }),
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
    expect(blocked({ ids: ['kept', 'b'] })).toBe('These zones are taken already.')
    expect(blocked({ zones: [{ ...zone!, baseId: 'gone' }] })).toBe(
      'The base of Alpha is no longer there. Propose zones again.',
    )
    const [a, b, c, d] = zone!.outline[0]!
    const crossed = [a!, c!, b!, d!, a!]
    expect(blocked({ zones: [{ ...zone!, outline: [crossed] }] })).toMatch(/crosses itself/)
  })
})
