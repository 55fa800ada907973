import { describe, expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import { changedSentence } from '#core/changed-words.ts'
import type { Command } from '#core/commands/command.ts'
import { addScenario } from '#core/commands/scenarios/add-scenario.ts'
import { checkScenario } from '#core/commands/scenarios/check-scenario.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { editUnit } from '#core/commands/units/edit-unit.ts'
import { recordVerdict } from '#core/commands/verdicts/record-verdict.ts'
import type { OperationDocument } from '#core/document.ts'
import { aBase, aGivenVerdict, anOperation, aScenario, aUnit } from '#support/build.ts'

function done<A>(document: OperationDocument, command: Command<A>, args: A): OperationDocument {
  return applyChange(document, command.change(document, args))
}

const START = { id: 'coa-2', name: 'COA 2', title: '', copyOfId: 'coa-1' }
const begun = () => done(anOperation({ bases: [aBase()], units: [aUnit()] }), addScenario, START)
const sentence = (document: OperationDocument) =>
  changedSentence(document, document.tables.scenarios.get('coa-2')!)

describe('what changed under a COA', () => {
  it('is nothing at first, and what was added or edited since', () => {
    const document = begun()
    expect(sentence(document)).toBeNull()
    const edited = done(document, editUnit, { id: 'unit-1', fields: { name: 'B Company' } })
    expect(sentence(edited)).toBe('Since COA 2 was made or last checked, units changed.')
    const units = new Map([...edited.tables.units, ['unit-2', aUnit({ id: 'unit-2' })] as const])
    const added = { ...edited, tables: { ...edited.tables, units, bases: new Map() } }
    expect(sentence(added)).toBe(
      'Since COA 2 was made or last checked, 1 base was taken out and 1 unit was added.',
    )
  })

  it('is what its last verdict says, where nothing is known of when it was made', () => {
    const document = anOperation({
      scenarios: [aScenario({ id: 'coa-2', name: 'COA 2' })],
      units: [aUnit()],
    })
    const verdict = aGivenVerdict({ scenarioId: 'coa-2', comparedIds: ['coa-2'] })
    const decided = done(document, recordVerdict, verdict)
    const rename = { id: 'unit-1', fields: { name: 'B Company' } }
    expect(sentence(done(document, editUnit, rename))).toBeNull()
    expect(sentence(decided)).toBeNull()
    const changed = done(decided, editUnit, rename)
    expect(sentence(changed)).toBe('Since the decision on COA 2 of 221200Z NOV 26, facts changed.')
    expect(sentence(done(changed, checkScenario, { id: 'coa-2' }))).toBeNull()
  })

  it('names the COA that it was branched from where that decides other things, until it is checked', () => {
    const fields = { assumptions: ['The bridge stays open.'] }
    const document = done(begun(), editScenario, { id: 'coa-1', fields })
    expect(sentence(document)).toBe(
      'Since COA 2 was made or last checked, COA 1, from which it was branched, decides other things now.',
    )
    expect(sentence(done(document, checkScenario, { id: 'coa-2' }))).toBeNull()
  })
})
