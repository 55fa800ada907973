import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange, invertChange } from '#core/change.ts'
import { removeBase } from '#core/commands/bases/remove-base.ts'
import type { Command } from '#core/commands/command.ts'
import { addUnit } from '#core/commands/units/add-unit.ts'
import { editUnit } from '#core/commands/units/edit-unit.ts'
import { moveUnits } from '#core/commands/units/move-units.ts'
import { removeUnit } from '#core/commands/units/remove-unit.ts'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { assignUnits } from '#core/commands/zones/assign-units.ts'
import { editZone } from '#core/commands/zones/edit-zone.ts'
import type { OperationDocument } from '#core/document.ts'
import {
  strengthOf,
  strengthText,
  strengthWords,
  summed,
  taskOrganisation,
  type UnitNode,
} from '#core/task-organisation.ts'
import { aBase, anOperation, aScenario, aUnit, aZone } from '#support/build.ts'

function done<A>(document: OperationDocument, command: Command<A>, args: A): OperationDocument {
  const reason = command.blocked(document, args)
  if (reason !== null) throw new Error(reason)
  return applyChange(document, command.change(document, args))
}

const unit = (id: string, parentId: string | null = null, strengthCount: number | null = 100) =>
  aUnit({ id, name: id.toUpperCase(), parentId, strengthCount })

/** A commands B and C; B commands D. */
const FORCE = anOperation({
  units: [unit('a'), unit('b', 'a', null), unit('c', 'a', 40), unit('d', 'b', 7)],
  zones: [
    aZone({ id: 'north', name: 'North', unitIds: ['b'], baseId: 'base-2' }),
    aZone({ id: 'south', name: 'South' }),
    aZone({ id: 'other', name: 'Other', scenarioId: 'coa-2', unitIds: ['b'] }),
  ],
  scenarios: [aScenario(), aScenario({ id: 'coa-2' })],
  bases: [aBase(), aBase({ id: 'base-2', name: 'Camp Bravo' })],
})

const parentsOf = ({ tables }: OperationDocument) =>
  Object.fromEntries([...tables.units.values()].map(({ id, parentId }) => [id, parentId]))
const answering = ({ tables }: OperationDocument) =>
  Object.fromEntries([...tables.zones.values()].map(({ id, unitIds }) => [id, unitIds]))
const drawn = (nodes: readonly UnitNode[]): string =>
  nodes
    .map(({ unit: { id }, children }) => (children.length > 0 ? `${id}(${drawn(children)})` : id))
    .join(' ')

describe('task organisation', () => {
  it('has every unit under the one that commands it, with strengths summed and what is unknown kept', () => {
    const [root] = taskOrganisation(FORCE.tables.units)
    expect(drawn(taskOrganisation(FORCE.tables.units))).toBe('a(b(d) c)')
    expect(root?.strength).toEqual({ knownCount: 147, unknownUnitCount: 1 })
    expect(root?.unitCount).toBe(4)
    expect(root && strengthText(root.strength)).toBe('147 + ?')
    expect(root && strengthWords(root.strength)).toBe('147 people and 1 unit of unknown strength')
    expect(strengthText(strengthOf({ strengthCount: null }))).toBe('?')
    expect(strengthText(strengthOf({ strengthCount: 0 }))).toBe('0')
  })

  it('keeps units of a ring and of a superior that is gone, each once', () => {
    const units = [unit('a', 'b'), unit('b', 'a'), unit('c', 'b'), unit('d', 'gone')]
    const nodes = taskOrganisation(anOperation({ units }).tables.units)
    expect(drawn(nodes)).toBe('d a(b(c))')
  })
})

describe('commands on units', () => {
  it('move a unit with all it commands, and refuse a ring in a sentence', () => {
    const moved = done(FORCE, moveUnits, { ids: ['b'], parentId: 'c' })
    expect(drawn(taskOrganisation(moved.tables.units))).toBe('a(c(b(d)))')
    const ring = 'D is under B, so B cannot come under it. Move D elsewhere first.'
    expect(moveUnits.blocked(FORCE, { ids: ['b'], parentId: 'd' })).toBe(ring)
    expect(editUnit.blocked(FORCE, { id: 'b', fields: { parentId: 'd' } })).toBe(ring)
    expect(moveUnits.blocked(FORCE, { ids: ['b'], parentId: 'b' })).toContain('under itself')
    expect(moveUnits.blocked(FORCE, { ids: ['b'], parentId: 'gone' })).toContain('no longer there')
    expect(moveUnits.change(FORCE, { ids: ['b'], parentId: 'c' }).note).toBe('Move B under C')
  })

  it('of units moved together those that are under another stay under it', () => {
    const moved = done(FORCE, moveUnits, { ids: ['b', 'd'], parentId: null })
    expect(parentsOf(moved)).toEqual({ a: null, b: null, c: 'a', d: 'b' })
  })

  it('let a unit that came in with a fault of its superior be renamed', () => {
    const document = anOperation({ units: [unit('a', 'gone')] })
    expect(editUnit.blocked(document, { id: 'a', fields: { name: 'X' } })).toBeNull()
  })

  it('take a unit out: what it commanded goes up, and no zone names it any more', () => {
    const after = done(FORCE, removeUnit, { id: 'b' })
    expect(parentsOf(after)).toEqual({ a: null, c: 'a', d: 'a' })
    expect(answering(after)).toEqual({ north: [], south: [], other: [] })
    const ring = anOperation({ units: [unit('a', 'b'), unit('b', 'a')] })
    expect(parentsOf(done(ring, removeUnit, { id: 'a' }))).toEqual({ b: null })
  })

  it('add a unit at a base and under a unit that are there', () => {
    expect(addUnit.blocked(FORCE, { row: unit('e', 'gone') })).toContain('no longer there')
    const row = { ...unit('e', 'a'), baseId: 'gone' }
    expect(addUnit.blocked(FORCE, { row })).toContain('base')
    expect(parentsOf(done(FORCE, addUnit, { row: unit('e', 'd') }))['e']).toBe('d')
  })

  it('take a base out, and zones that were served from it name none', () => {
    expect(removeBase.blocked(FORCE, { id: 'base-1' })).toContain('Move it first')
    const after = done(FORCE, removeBase, { id: 'base-2' })
    expect(after.tables.zones.get('north')?.baseId).toBeNull()
    expect(after.tables.bases.has('base-2')).toBe(false)
  })
})

describe('who answers for a zone', () => {
  const inCoa1 = { scenarioId: 'coa-1' } as const

  it('is said of one zone of a COA at most; other COAs keep theirs', () => {
    const after = done(FORCE, assignUnits, { ...inCoa1, unitIds: ['b', 'c'], zoneId: 'south' })
    expect(answering(after)).toEqual({ north: [], south: ['b', 'c'], other: ['b'] })
    const none = done(after, assignUnits, { ...inCoa1, unitIds: ['b'], zoneId: null })
    expect(answering(none)).toEqual({ north: [], south: ['c'], other: ['b'] })
    const { note } = assignUnits.change(FORCE, { ...inCoa1, unitIds: ['b'], zoneId: 'south' })
    expect(note).toBe('B: answers for South')
  })

  it('is refused for locked zones, other COAs and a second zone', () => {
    const { zones } = FORCE.tables
    const locked = { ...zones.get('north')!, isLocked: true }
    const document = { ...FORCE, tables: { ...FORCE.tables, zones: new Map([['north', locked]]) } }
    expect(assignUnits.blocked(document, { ...inCoa1, unitIds: ['b'], zoneId: null })).toBe(
      'North is locked. Unlock it first.',
    )
    expect(assignUnits.blocked(FORCE, { ...inCoa1, unitIds: ['b'], zoneId: 'other' })).toContain(
      'not in this COA',
    )
    const twice = 'B answers for North already. Take it out there first.'
    expect(editZone.blocked(FORCE, { id: 'south', fields: { unitIds: ['b'] } })).toBe(twice)
    expect(editZone.blocked(FORCE, { id: 'other', fields: { scenarioId: 'coa-1' } })).toContain(
      'stays in its COA',
    )
    const row = aZone({ id: 'new', unitIds: ['gone'] })
    expect(addZone.blocked(FORCE, { row })).toContain('no longer there')
  })
})

describe('random sequences', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const id = fc.constantFrom(...ids, 'gone')
  const zone = fc.constantFrom('north', 'south', 'other', null)
  const strength = fc.option(fc.integer({ min: 0, max: 300 }), { nil: null })
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('move' as const),
      ids: fc.array(id, { minLength: 1, maxLength: 3 }),
      parentId: fc.option(id, { nil: null }),
    }),
    fc.record({ kind: fc.constant('remove' as const), id }),
    fc.record({
      kind: fc.constant('add' as const),
      id,
      parentId: fc.option(id, { nil: null }),
      strength,
    }),
    fc.record({ kind: fc.constant('strength' as const), id, strength }),
    fc.record({
      kind: fc.constant('assign' as const),
      ids: fc.array(id, { minLength: 1, maxLength: 3 }),
      scenarioId: fc.constantFrom('coa-1', 'coa-2'),
      zoneId: zone,
    }),
  )
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

  function changeOf(document: OperationDocument, asked: Step) {
    const made = <A>(command: Command<A>, args: A) =>
      command.blocked(document, args) === null ? command.change(document, args) : null
    switch (asked.kind) {
      case 'move':
        return made(moveUnits, { ids: asked.ids, parentId: asked.parentId })
      case 'remove':
        return made(removeUnit, { id: asked.id })
      case 'add':
        return made(addUnit, { row: unit(asked.id, asked.parentId, asked.strength) })
      case 'strength':
        return made(editUnit, { id: asked.id, fields: { strengthCount: asked.strength } })
      case 'assign':
        return made(assignUnits, { ...asked, unitIds: asked.ids })
    }
  }

  it('conserve strength, make no ring, leave each unit one zone of a COA, and undo to what was there', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let document = FORCE
        for (const asked of steps) {
          const change = changeOf(document, asked)
          if (!change) continue
          const after = applyChange(document, change)
          expect(applyChange(after, invertChange(change)).tables.units).toEqual(
            document.tables.units,
          )
          expect(applyChange(after, invertChange(change)).tables.zones).toEqual(
            document.tables.zones,
          )
          const nodes = taskOrganisation(after.tables.units)
          const units = [...after.tables.units.values()]
          expect(summed(nodes.map((node) => node.strength))).toEqual(summed(units.map(strengthOf)))
          expect(nodes.reduce((sum, { unitCount }) => sum + unitCount, 0)).toBe(units.length)
          expect(nodes.every(({ unit: { parentId } }) => parentId === null)).toBe(true)
          for (const scenarioId of ['coa-1', 'coa-2']) {
            const named = [...after.tables.zones.values()]
              .filter((each) => each.scenarioId === scenarioId)
              .flatMap(({ unitIds }) => unitIds)
            expect(new Set(named).size).toBe(named.length)
            expect(named.every((each) => after.tables.units.has(each))).toBe(true)
          }
          document = after
        }
      }),
      { numRuns: 300 },
    )
  })
})
