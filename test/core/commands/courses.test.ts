import { describe, expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import type { Command } from '#core/commands/command.ts'
import { removeCriterion } from '#core/commands/criteria/remove-criterion.ts'
import { setCriterion } from '#core/commands/criteria/set-criterion.ts'
import { weighCriteria } from '#core/commands/criteria/weigh-criteria.ts'
import { addScenario } from '#core/commands/scenarios/add-scenario.ts'
import { checkScenario } from '#core/commands/scenarios/check-scenario.ts'
import { deleteScenario } from '#core/commands/scenarios/delete-scenario.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { editUnit } from '#core/commands/units/edit-unit.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { forceOf } from '#core/force-at.ts'
import type { Operation } from '#core/records/operation.ts'
import {
  basisOf,
  changedFacts,
  factsHash,
  isParentChanged,
  scenarioHash,
} from '#core/scenario-basis.ts'
import { aBase, aCriterion, anOperation, aPosting, aShock, aUnit, aZone } from '#support/build.ts'

function done<A>(before: OperationDocument, command: Command<A>, args: A): OperationDocument {
  expect(command.blocked(before, args)).toBeNull()
  return applyChange(before, command.change(before, args))
}

function withOperation(plain: OperationDocument, fields: Partial<Operation>): OperationDocument {
  const operation = { ...operationOf(plain), ...fields }
  return { ...plain, tables: { ...plain.tables, operation: new Map([[operation.id, operation]]) } }
}

const document = anOperation({ postings: [aPosting()], shocks: [aShock()], zones: [aZone()] })
const START = { id: 'coa-2', name: 'COA 2', title: '', copyOfId: 'coa-1' }
const assumed = done(document, editScenario, {
  id: 'coa-1',
  fields: { assumptions: ['The bridge holds.'], shockIds: ['shock-1'] },
})
const branched = done(assumed, addScenario, START)
const branch = branched.tables.scenarios.get('coa-2')!

describe('a branch', () => {
  it('takes decisions, assumptions and shocks along, and decides the same as its parent', () => {
    expect(branch).toMatchObject({
      parentId: 'coa-1',
      assumptions: ['The bridge holds.'],
      shockIds: ['shock-1'],
    })
    expect(scenarioHash(branched, 'coa-2')).toBe(scenarioHash(branched, 'coa-1'))
    const empty = done(assumed, addScenario, { ...START, copyOfId: null })
    expect(empty.tables.scenarios.get('coa-2')?.parentId).toBe('current-posture')
    expect(addScenario.blocked(branched, START)).toContain('already')
    expect(addScenario.blocked(document, { ...START, copyOfId: 'gone' })).toContain('no longer')
    expect(addScenario.blocked(document, { ...START, shockIds: ['gone'] })).toContain('no longer')
  })

  it('says what is other since, by table, until it is looked at again', () => {
    expect(changedFacts(branched, branch)).toEqual([])
    const more = applyChange(branched, {
      note: 'more',
      rows: [{ table: 'units', id: 'unit-2', before: null, after: aUnit({ id: 'unit-2' }) }],
    })
    expect(changedFacts(more, branch)).toEqual([{ table: 'units', countThen: 1, countNow: 2 }])
    const checked = done(more, checkScenario, { id: 'coa-2' })
    expect(changedFacts(checked, checked.tables.scenarios.get('coa-2')!)).toEqual([])
    expect(checkScenario.blocked(more, { id: 'current-posture' })).toContain('always')
    expect(checkScenario.blocked(more, { id: 'gone' })).toContain('no longer')
  })

  it('knows whether its parent decides other things since', () => {
    expect(isParentChanged(branched, branch)).toBe(false)
    const moved = done(branched, editScenario, { id: 'coa-1', fields: { shockIds: [] } })
    expect(isParentChanged(moved, branch)).toBe(true)
    const renamed = done(branched, editScenario, { id: 'coa-1', fields: { name: 'X' } })
    expect(isParentChanged(renamed, branch)).toBe(false)
    const orphaned = done(branched, deleteScenario, { id: 'coa-1' })
    const orphan = orphaned.tables.scenarios.get('coa-2')!
    expect(orphan.parentId).toBeNull()
    expect(isParentChanged(orphaned, orphan)).toBe(false)
    expect(isParentChanged(orphaned, branch)).toBe(false)
  })
})

describe('a digest of facts', () => {
  it('says nothing of the order of rows, and everything of what is in them', () => {
    const units = [aUnit(), aUnit({ id: 'unit-2', name: 'B Coy' })]
    const one = anOperation({ units })
    const other = anOperation({ units: units.toReversed() })
    expect(factsHash(one)).toBe(factsHash(other))
    const many = Array.from({ length: 400 }, (_, i) => aUnit({ id: `unit-${i}`, name: `${i} Coy` }))
    const [inOrder, turned] = [many, many.toReversed()].map((units) => anOperation({ units }))
    expect(factsHash(turned!)).toBe(factsHash(inOrder!))
    const changed = done(one, editUnit, { id: 'unit-2', fields: { name: 'C Coy' } })
    expect(factsHash(changed)).not.toBe(factsHash(one))
    expect(basisOf(changed, null).parentDigest).toBeNull()
  })

  it('heeds the settings that figures follow from, and none that only name or show the operation', () => {
    const plain = anOperation()
    const hash = (fields: Partial<Operation>) => factsHash(withOperation(plain, fields))
    expect(
      hash({ name: 'Other', theatreName: 'Other', marking: 'SECRET', isExercise: false }),
    ).toBe(hash({}))
    expect(hash({ centre: [1, 2], extentDegrees: [0, 0, 1, 1] })).toBe(hash({}))
    expect(hash({ responseStandardMinutes: 45 })).not.toBe(hash({}))
    expect(hash({ floorShare: 0.77 })).not.toBe(hash({}))
  })
})

describe('the force that a COA starts from', () => {
  const LATER = '2026-12-01T00:00:00Z'
  const rotating = anOperation({
    bases: [aBase(), aBase({ id: 'base-2', validFrom: LATER })],
    units: [aUnit({ validTo: LATER }), aUnit({ id: 'unit-2', baseId: 'base-2', validFrom: LATER })],
  })

  it('is that of the registers, with their dates, unless it starts at an instant of its own', () => {
    const { tables } = rotating
    const registers = { bases: [...tables.bases.values()], units: [...tables.units.values()] }
    expect(forceOf(rotating, 'coa-1')).toEqual(registers)
    expect(forceOf(rotating, null)).toEqual(registers)
  })

  it('is what is in place then, at its first minute too, as if it stood for ever', () => {
    const at = (forceAt: string) =>
      forceOf(done(rotating, editScenario, { id: 'coa-1', fields: { forceAt } }), 'coa-1')
    const ids = (force: ReturnType<typeof at>) =>
      [force.bases, force.units].map((rows) => rows.map(({ id }) => id))
    expect(ids(at('2026-11-30T23:59:00Z'))).toEqual([['base-1'], ['unit-1']])
    expect(ids(at(LATER))).toEqual([['base-1', 'base-2'], ['unit-2']])
    const [unit] = at(LATER).units
    expect(unit).toMatchObject({ validFrom: null, validTo: null })
  })

  it('is never another than that of now for the current posture', () => {
    const edit = (fields: object) =>
      editScenario.blocked(rotating, { id: 'current-posture', fields })
    expect(edit({ forceAt: LATER })).toContain('no other force')
    expect(edit({ isArchived: true })).toContain('never archived')
    expect(edit({ assumptions: ['The picture is whole.'] })).toBeNull()
  })
})

describe('criteria', () => {
  const row = aCriterion({ values: { 'coa-1': 7 } })
  const judged = done(document, setCriterion, { row, name: row.name })

  it('are refused without a name, without a scale, or for a COA that is gone', () => {
    const fault = (parts: Parameters<typeof aCriterion>[0]) =>
      setCriterion.blocked(document, { row: aCriterion(parts), name: '' })
    expect(fault({ name: ' ' })).toContain('name')
    expect(fault({ name: '', measureId: 'needMet' })).toBeNull()
    expect(fault({ scale: { worst: 3, best: 3 } })).toContain('different')
    expect(fault({ values: { gone: 1 } })).toContain('no longer there')
    expect(fault({ weight: -1 })).not.toBeNull()
  })

  it('are weighed together, those that are new too, and only what changes is kept', () => {
    const added = aCriterion({ id: 'criterion-2', measureId: 'cost', name: '', weight: 40 })
    const change = weighCriteria.change(judged, { rows: [row, added] })
    expect(change.rows.map(({ id }) => id)).toEqual(['criterion-2'])
    expect(weighCriteria.blocked(judged, { rows: [] })).not.toBeNull()
    expect(weighCriteria.blocked(judged, { rows: [{ ...row, weight: 101 }] })).not.toBeNull()
  })

  it('lose what was judged of a COA with it, and go alone', () => {
    const gone = done(judged, deleteScenario, { id: 'coa-1' })
    expect(gone.tables.criteria.get(row.id)?.values).toEqual({})
    expect(done(judged, removeCriterion, { id: row.id }).tables.criteria.size).toBe(0)
    expect(removeCriterion.blocked(judged, { id: 'gone' })).toContain('no longer there')
  })
})
