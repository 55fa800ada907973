import { describe, expect, it } from 'vitest'
import { applyChange, invertChange } from '#core/change.ts'
import type { Command } from '#core/commands/command.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { editPosting } from '#core/commands/postings/edit-posting.ts'
import { deleteScenario } from '#core/commands/scenarios/delete-scenario.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { editUnit } from '#core/commands/units/edit-unit.ts'
import { recordVerdict } from '#core/commands/verdicts/record-verdict.ts'
import type { OperationDocument } from '#core/document.ts'
import { readOperationFile, writeOperationFile } from '#core/operation-file.ts'
import {
  lastVerdictOn,
  recommendedText,
  shortHash,
  sinceVerdict,
  verdictsInOrder,
} from '#core/verdicts-of.ts'
import { aGivenVerdict, anOperation, aPosting } from '#support/build.ts'

const document = anOperation({ postings: [aPosting()] })

function done<A>(before: OperationDocument, command: Command<A>, args: A): OperationDocument {
  expect(command.blocked(before, args)).toBeNull()
  return applyChange(before, command.change(before, args))
}

const approved = done(document, recordVerdict, aGivenVerdict())
const verdict = lastVerdictOn(approved, 'coa-1')!
const since = (after: OperationDocument) => sinceVerdict(after, verdict)
const SAME = { isGone: false, isPlanChanged: false, areFactsChanged: false }

describe('a verdict', () => {
  it('is refused without a reason, an appointment, or what is to be modified', () => {
    const fault = (parts: Parameters<typeof aGivenVerdict>[0]) =>
      recordVerdict.blocked(document, aGivenVerdict(parts))
    expect(fault({ reason: ' ' })).toContain('Say why')
    expect(fault({ decidedBy: ' ' })).toContain('by appointment')
    expect(fault({ kind: 'modify' })).toContain('to be modified')
    expect(fault({ kind: 'modify', guidance: 'Keep a platoon in the west.' })).toBeNull()
    expect(fault({ kind: 'sentBack' })).toBeNull()
    expect(fault({ scenarioId: 'gone' })).toContain('no longer there')
    expect(fault({ reason: 'Ring me: +231 77 123 4567.' })).toContain('a telephone number')
    expect(recordVerdict.blocked(approved, aGivenVerdict())).toContain('already')
  })

  it('keeps names and hashes as they were, in the file too, and undoes like anything else', () => {
    expect(verdict).toMatchObject({ scenarioName: 'COA 1', comparedNames: { 'coa-1': 'COA 1' } })
    expect(shortHash(verdict.planHash)).toMatch(/^[0-9a-f]{4}·[0-9a-f]{4}$/)
    const change = recordVerdict.change(document, aGivenVerdict())
    expect(change.note).toBe('COA 1 approved by FC')
    expect(applyChange(approved, invertChange(change))).toEqual(document)
    const file = readOperationFile(
      writeOperationFile({ document: approved, columns: new Map() }),
      'op.json',
    )
    if (!file.ok) throw new Error('the file was refused')
    expect(file.value.document.tables.verdicts.get('verdict-1')).toEqual(verdict)
  })

  it('can be given on the current posture: to stay is a decision', () => {
    const stay = aGivenVerdict({ scenarioId: 'current-posture', comparedIds: ['gone'] })
    const after = done(document, recordVerdict, stay)
    expect(lastVerdictOn(after, 'current-posture')?.comparedNames).toEqual({})
  })

  it('knows a COA that decides other things, and not one that is called otherwise', () => {
    expect(since(approved)).toEqual(SAME)
    const renamed = done(approved, editScenario, { id: 'coa-1', fields: { name: 'COA 1a' } })
    expect(since(renamed)).toEqual(SAME)
    expect(lastVerdictOn(renamed, 'coa-1')?.scenarioName).toBe('COA 1')
    const [posting] = [...approved.tables.postings.values()]
    const moved = done(approved, editPosting, { id: posting!.id, fields: { count: 2 } })
    expect(since(moved)).toEqual({ ...SAME, isPlanChanged: true })
    const assumed = done(approved, editScenario, { id: 'coa-1', fields: { assumptions: ['Dry.'] } })
    expect(since(assumed)).toEqual({ ...SAME, isPlanChanged: true })
  })

  it('knows facts that are other, and not a question that is put otherwise', () => {
    const lost = done(approved, editUnit, { id: 'unit-1', fields: { strengthCount: 1 } })
    expect(since(lost)).toEqual({ ...SAME, areFactsChanged: true })
    const asked = done(approved, editOperation, {
      fields: { decisionSought: { text: 'Approve COA 1', byAt: null } },
    })
    expect(since(asked)).toEqual(SAME)
  })

  it('keeps its COA from being deleted, and stays in the log with those that follow', () => {
    expect(deleteScenario.blocked(approved, { id: 'coa-1' })).toContain('Archive it instead')
    expect(deleteScenario.blocked(document, { id: 'coa-1' })).toBeNull()
    const later = { id: 'verdict-2', kind: 'sentBack', decidedAt: '2026-11-22T13:00:00Z' } as const
    const earlier = { id: 'verdict-3', decidedAt: '2026-11-22T11:00:00Z' }
    const log = [later, earlier].reduce(
      (now, parts) => done(now, recordVerdict, aGivenVerdict(parts)),
      approved,
    )
    expect(verdictsInOrder(log).map(({ id }) => id)).toEqual([
      'verdict-2',
      'verdict-1',
      'verdict-3',
    ])
    expect(lastVerdictOn(log, 'coa-1')?.kind).toBe('sentBack')
  })
})

describe('what was recommended', () => {
  it('keeps apart that nothing was, that nothing weighed, and that nobody knew', () => {
    const weighed = [{ name: 'Cost', unit: 'USD', weight: 5, values: {} }]
    const two = { 'coa-1': 'COA 1', now: 'Current posture' }
    const text = (parts: Partial<Parameters<typeof recommendedText>[0]>) =>
      recommendedText({ recommendedName: null, comparedNames: two, criteria: weighed, ...parts })
    expect(text({ recommendedName: 'COA 1' })).toBe('COA 1')
    expect(text({})).toBe('none: no COA was first alone')
    expect(text({ criteria: [] })).toBe('none: no criterion had a weight')
    expect(text({ criteria: [], comparedNames: { 'coa-1': 'COA 1' } })).toContain('not known')
  })
})
