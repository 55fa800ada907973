import { describe, expect, it } from 'vitest'
import { applyChange, type Change, invertChange } from '#core/change.ts'
import { removeBase } from '#core/commands/bases/remove-base.ts'
import type { Command } from '#core/commands/command.ts'
import { addScenario } from '#core/commands/scenarios/add-scenario.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { addShock } from '#core/commands/shocks/add-shock.ts'
import { editShock } from '#core/commands/shocks/edit-shock.ts'
import { removeShock } from '#core/commands/shocks/remove-shock.ts'
import type { OperationDocument } from '#core/document.ts'
import { readOperationFile, writeOperationFile } from '#core/operation-file.ts'
import { shockSentence } from '#core/shock-words.ts'
import { nameUnder, restrictionsOfShock, shortNameUnder, underText } from '#core/shocks-of.ts'
import { aBase, anOperation, aRestriction, aScenario, aShock } from '#support/build.ts'

const FACT = aRestriction({ id: 'fact', name: 'Northern hills' })
const OWN = aRestriction({ id: 'own', name: 'Crossing out', shockId: 'shock-1' })
const bare = anOperation({ bases: [aBase()], units: [], restrictions: [FACT] })

function done<A>(document: OperationDocument, command: Command<A>, args: A) {
  expect(command.blocked(document, args)).toBeNull()
  const change: Change = command.change(document, args)
  return { change, document: applyChange(document, change) }
}

const shocked = done(bare, addShock, { shock: aShock(), restrictions: [OWN] }).document
const tried = done(shocked, editScenario, {
  id: 'coa-1',
  fields: { shockIds: ['shock-1'] },
}).document

describe('a shock', () => {
  it('comes with its restrictions in one step, and says in words what it holds', () => {
    expect(restrictionsOfShock(shocked, 'shock-1')).toEqual([OWN])
    expect(shockSentence(shocked, aShock())).toBe('Restricted: Crossing out.')
    const all = aShock({ season: 'wet', lostBaseIds: ['base-1'] })
    expect(shockSentence(shocked, all)).toBe(
      'Wet-season speeds. Without Camp Alpha, and without the units there. Restricted: Crossing out.',
    )
    expect(shockSentence(bare, aShock())).toBe('Changes nothing yet.')
  })

  it('is refused with a name that is taken, a base that is gone, a restriction of another', () => {
    const again = { shock: aShock({ id: 'other' }), restrictions: [] }
    expect(addShock.blocked(shocked, again)).toMatch(/called Crossing out already/)
    const lost = { shock: aShock({ lostBaseIds: ['gone'] }), restrictions: [] }
    expect(addShock.blocked(bare, lost)).toMatch(/no longer there/)
    const foreign = { shock: aShock(), restrictions: [{ ...OWN, shockId: 'shock-2' }] }
    expect(addShock.blocked(bare, foreign)).not.toBeNull()
    expect(addShock.blocked(bare, { shock: aShock(), restrictions: [FACT] })).not.toBeNull()
  })

  it('changes in one step with what it gains and loses, and never touches a fact', () => {
    const added = { ...OWN, id: 'more', name: 'Road denied' }
    const edit = { id: 'shock-1', fields: { name: 'Both' }, added: [added], removedIds: ['own'] }
    const { document } = done(shocked, editShock, edit)
    expect(document.tables.shocks.get('shock-1')?.name).toBe('Both')
    expect(restrictionsOfShock(document, 'shock-1')).toEqual([added])
    expect(editShock.blocked(shocked, { id: 'shock-1', removedIds: ['fact'] })).not.toBeNull()
  })

  it('goes with its restrictions and its mention in COAs, and undo brings all of it back', () => {
    const { change, document } = done(tried, removeShock, { id: 'shock-1' })
    expect(document.tables.shocks.size).toBe(0)
    expect([...document.tables.restrictions.keys()]).toEqual(['fact'])
    expect(document.tables.scenarios.get('coa-1')?.shockIds).toEqual([])
    const again = applyChange(document, invertChange(change))
    expect(again.tables.scenarios.get('coa-1')?.shockIds).toEqual(['shock-1'])
    expect(restrictionsOfShock(again, 'shock-1')).toEqual([OWN])
  })

  it('holds on to a base that it takes away', () => {
    const { document } = done(bare, addShock, {
      shock: aShock({ lostBaseIds: ['base-1'] }),
      restrictions: [],
    })
    expect(removeBase.blocked(bare, { id: 'base-1' })).toBeNull()
    expect(removeBase.blocked(document, { id: 'base-1' })).toMatch(/shock "Crossing out"/)
  })

  it('lies in the operation file', () => {
    const read = readOperationFile(
      writeOperationFile({ document: tried, columns: new Map() }),
      'x.json',
    )
    expect(read.ok && [...read.value.document.tables.shocks.values()]).toEqual([aShock()])
    expect(read.ok && read.value.document.tables.scenarios.get('coa-1')?.shockIds).toEqual([
      'shock-1',
    ])
  })
})

describe('a COA under shocks', () => {
  it('says so wherever its name stands', () => {
    expect(nameUnder(shocked, aScenario())).toBe('COA 1')
    expect(nameUnder(tried, aScenario())).toBe('COA 1 under Crossing out')
    expect(underText(tried, 'current-posture')).toBeNull()
  })

  it('says of which day its force is, as it says what it is under', () => {
    const dated = { ...aScenario(), forceAt: '2016-02-01T00:00:00Z' }
    const { tables } = tried
    const scenarios = new Map(tables.scenarios).set(dated.id, { ...dated, shockIds: [] })
    const document = { ...tried, tables: { ...tables, scenarios } }
    expect(nameUnder(document, dated)).toBe('COA 1, force of 01 FEB 2016')
    expect(shortNameUnder(document, dated)).toBe('COA 1, force of 01 FEB 2016')
    scenarios.set(dated.id, { ...dated, shockIds: ['shock-1'] })
    expect(nameUnder(document, dated)).toBe('COA 1, force of 01 FEB 2016, under Crossing out')
    expect(shortNameUnder(document, dated)).toBe('COA 1, force of 01 FEB 2016, under stress')
    expect(shortNameUnder(document, { id: 'current-posture', name: 'Now' })).toBe('Now')
  })

  it('keeps them when it is copied, and may begin with them', () => {
    const start = { id: 'coa-2', name: 'COA 2', title: '' }
    const copy = done(tried, addScenario, { ...start, copyOfId: 'coa-1' }).document
    expect(copy.tables.scenarios.get('coa-2')?.shockIds).toEqual(['shock-1'])
    const fresh = { ...start, copyOfId: null, shockIds: ['shock-1'] }
    expect(
      done(shocked, addScenario, fresh).document.tables.scenarios.get('coa-2')?.shockIds,
    ).toEqual(['shock-1'])
    expect(addScenario.blocked(bare, fresh)).toMatch(/no longer there/)
  })

  it('is never the current posture, which is what is there', () => {
    const fields = { shockIds: ['shock-1'] }
    expect(editScenario.blocked(shocked, { id: 'current-posture', fields })).toMatch(
      /current posture is what is there/,
    )
    const unknown = { id: 'coa-1', fields: { shockIds: ['gone'] } }
    expect(editScenario.blocked(shocked, unknown)).not.toBeNull()
  })
})
