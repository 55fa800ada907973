// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen as page, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import { operationOf } from '#core/document.ts'
import type { Verdict } from '#core/records/verdict.ts'
import { CompareFoot } from '#panels/compare/export/compare-foot.tsx'
import { CommanderDecides } from '#panels/compare/verdict/commander-decides.tsx'
import { DecisionSought } from '#panels/compare/verdict/decision-sought.tsx'
import { timeSetText } from '#panels/compare/verdict/time-set.ts'
import { VerdictLog } from '#panels/compare/verdict/verdict-log.tsx'
import type { ResultsState, Work } from '#state/results-store.ts'
import { readPreferences } from '#storage/preferences.ts'
import { anOperation, aPosting, PLANNING_AT, someContents } from '#support/build.ts'
import { aMatrix, aRow } from '#support/compared.ts'
import type { Saving } from '#ui/room.tsx'
import { giveSize, ready, stand } from './stand.tsx'

beforeAll(giveSize)
beforeEach(() => localStorage.clear())
afterEach(cleanup)

const contents = { document: anOperation({ postings: [aPosting()] }), columns: new Map() }
const FIGURES = {
  scenarioIds: ['current-posture', 'coa-1'],
  baselineId: 'current-posture',
  measured: {},
  scales: {},
  kappa: 0,
}
const MATRIX = aMatrix([aRow(), aRow({ id: 'idle', name: 'Idle', weight: 0 })])

const DONE = ready(null) as Work<never>
const DRAWING = { ...DONE, status: 'running' } as const
const EACH = Object.fromEntries(FIGURES.scenarioIds.map((id) => [id, DONE]))
const RESULTS = { ground: DONE, situations: EACH, care: EACH, courses: ready(FIGURES) }

function standVerdict(
  matrix: Matrix | null = MATRIX,
  scenarioId = 'coa-1',
  results: Partial<ResultsState> = {},
) {
  return stand(<CommanderDecides matrix={matrix} />, {
    contents,
    screen: { place: 'compare', scenarioId },
    results: { ...RESULTS, ...results },
  })
}

const write = (label: RegExp, value: string) =>
  fireEvent.change(page.getByLabelText(label), { target: { value } })

async function decide(word: string, words: Readonly<Record<string, string>>) {
  fireEvent.click(page.getByRole('button', { name: word }))
  await page.findByRole('dialog')
  for (const [label, value] of Object.entries(words)) write(new RegExp(label), value)
  const record = page.getByRole('button', { name: 'Record decision' })
  await waitFor(() => expect(record.hasAttribute('disabled')).toBe(false))
  fireEvent.click(record)
}

const logOf = (room: ReturnType<typeof stand>): Verdict[] => [
  ...room.documents.getState().document.tables.verdicts.values(),
]

describe('the commander', () => {
  it('approves with a reason and an appointment; time, hashes and raw values go with it', async () => {
    const room = standVerdict()
    expect(page.getByText(/Records DTG, appointment and reason/)).toBeTruthy()
    await decide('Approve…', { Reason: 'It reaches the north.', 'Decided by': 'FC' })
    const [verdict] = logOf(room)
    expect(verdict).toMatchObject({
      kind: 'approved',
      scenarioId: 'coa-1',
      decidedAt: PLANNING_AT,
      decidedBy: 'FC',
      recommendedName: 'COA 1',
      comparedNames: { 'current-posture': 'Current posture', 'coa-1': 'COA 1' },
      criteria: [
        {
          name: 'Need met',
          unit: 'share',
          weight: 30,
          values: { 'current-posture': 0.4, 'coa-1': 0.6 },
        },
      ],
    })
    expect(page.getByRole('status').textContent).toMatch(
      /^Approved 221200Z NOV 26 by FCPlan [0-9a-f]{4}·[0-9a-f]{4}, unchanged since\.$/,
    )
    expect(readPreferences().appointment).toBe('FC')
    room.documents.getState().undo()
    expect(logOf(room)).toEqual([])
  })

  it('is told what is missing, and nothing is recorded', async () => {
    const room = standVerdict()
    await decide('Modify…', { 'Decided by': 'COS', Reason: 'Too thin in the west.' })
    expect(page.getByRole('alert').textContent).toContain('what is to be modified')
    expect(logOf(room)).toEqual([])
    write(/What is to be modified/, 'Keep a platoon at Tubmanburg.')
    fireEvent.click(page.getByRole('button', { name: 'Record decision' }))
    expect(logOf(room)[0]).toMatchObject({
      kind: 'modify',
      guidance: 'Keep a platoon at Tubmanburg.',
    })
  })

  it('may decide for another than is recommended, or stay, and is asked why not that', async () => {
    const room = standVerdict(MATRIX, 'current-posture')
    await decide('Approve…', { 'why not COA 1': 'Rotation comes first.', 'Decided by': 'FC' })
    expect(logOf(room)[0]).toMatchObject({
      scenarioId: 'current-posture',
      recommendedName: 'COA 1',
    })
  })

  it('is asked why not the best placed where nobody is recommended, and sees what it does to civilians', async () => {
    const [posture, first] = MATRIX.totals
    const coa = { ...first!, place: 3 }
    const tie = { ...posture!, place: 1, isTie: true }
    const tied = { ...MATRIX, totals: [tie, coa] }
    stand(<CommanderDecides matrix={tied} civilianImpact="12 people fall out of the standard." />, {
      contents,
      screen: { place: 'compare', scenarioId: 'coa-1' },
      results: RESULTS,
    })
    fireEvent.click(page.getByRole('button', { name: 'Approve…' }))
    const dialog = await page.findByRole('dialog')
    expect(dialog.textContent).toContain('COA 1 comes 3rd of 2 COAs by the weights set.')
    expect(dialog.textContent).toContain('Current posture is placed first')
    expect(dialog.textContent).toContain('Civilian impact: 12 people fall out of the standard.')
    const reason = page.getByLabelText('Reason, and why not Current posture')
    await waitFor(() => expect(document.activeElement).toBe(reason))
  })

  it('is told in form, band and log that it is after the time set, by the clock of the operation', async () => {
    const sought = { text: 'Approve', byAt: '2026-11-22T06:00:00Z' }
    const operation = { ...operationOf(contents.document), decisionSought: sought }
    const { document } = contents
    stand(<CommanderDecides matrix={MATRIX} />, {
      contents: { document: anOperation({ operation: [operation] }), columns: new Map() },
      screen: { place: 'compare', scenarioId: 'coa-1' },
      results: RESULTS,
    })
    await decide('Approve…', { Reason: 'It reaches the north.', 'Decided by': 'FC' })
    const late = '6 h after the time set, 220600Z NOV 26'
    expect(page.getByRole('status').textContent).toContain(`by FC, ${late}`)
    fireEvent.click(page.getByRole('button', { name: /^Log/ }))
    expect((await page.findByRole('article', { name: 'COA 1 approved' })).textContent).toContain(
      late,
    )
    // An exercise stands still, whatever the clock of the machine says.
    const exercise = {
      ...operationOf(document),
      decisionSought: { ...sought, byAt: '2026-11-23T00:00:00Z' },
    }
    expect(timeSetText({ ...exercise, isExercise: true }, '2026-11-27T05:56:00Z')).toBe(
      'in time by the clock of the exercise, 221200Z NOV 26',
    )
    expect(timeSetText({ ...exercise, isExercise: false }, '2026-11-27T05:56:00Z')).toContain('4 d')
    expect(timeSetText(exercise, PLANNING_AT)).toBeNull()
  })

  it('sees that the COA changed since, and reads the log with what each rested on', async () => {
    const room = standVerdict()
    await decide('Approve…', { Reason: 'It reaches the north.', 'Decided by': 'FC' })
    const { document, commit } = room.documents.getState()
    const posting = [...document.tables.postings.values()][0]!
    const after = { ...posting, count: posting.count + 1 }
    commit({
      note: 'More',
      rows: [{ table: 'postings', id: posting.id, before: posting, after }],
    })
    expect((await page.findByText(/Changed since: the COA/)).textContent).toBeTruthy()
    fireEvent.click(page.getByRole('button', { name: /^Log/ }))
    const log = await page.findByRole('article', { name: 'COA 1 approved' })
    expect(log.textContent).toContain('It reaches the north.')
    expect(log.textContent).toContain('The COA decides other things since.')
    expect(log.querySelector('tbody tr')?.textContent).toBe('Need met3040%60%')
  })

  it('records hashes alone where figures could not be worked out', async () => {
    const failed = { ...ready(FIGURES), status: 'failed', error: 'No.' } as const
    const room = standVerdict(MATRIX, 'coa-1', { courses: failed })
    await decide('Send back…', { Reason: 'Not ready.', 'Decided by': 'FC' })
    expect(logOf(room)[0]).toMatchObject({ kind: 'sentBack', criteria: [], recommendedName: null })
    // That nothing was recommended is not said where nobody knew.
    fireEvent.click(page.getByRole('button', { name: 'Log, 1 decision' }))
    expect(await page.findByText('not known: there were no figures')).toBeTruthy()
  })

  it('waits for figures of the facts as they are, and never records older ones beside them', async () => {
    const room = standVerdict()
    fireEvent.click(page.getByRole('button', { name: 'Approve…' }))
    await page.findByRole('dialog')
    write(/Reason/, 'It reaches the north.')
    write(/Decided by/, 'FC')
    const record = page.getByRole('button', { name: 'Record decision' })
    const isWaiting = () => record.hasAttribute('disabled')
    await waitFor(() => expect(isWaiting()).toBe(false))
    const posting = [...room.documents.getState().document.tables.postings.values()][0]!
    const after = { ...posting, count: posting.count + 1 }
    const row = { table: 'postings', id: posting.id, before: posting, after } as const
    // Nothing is running yet: the desk answers a change some milliseconds later.
    act(() => void room.documents.getState().commit({ note: 'More', rows: [row] }))
    expect(isWaiting()).toBe(true)
    expect(page.getByText(/so it waits for them/)).toBeTruthy()
    const working = { ...RESULTS.courses, status: 'running' } as const
    act(() => room.results.setState({ courses: working }))
    await new Promise((done) => setTimeout(done, 250))
    expect(isWaiting()).toBe(true)
    fireEvent.click(record)
    expect(logOf(room)).toEqual([])
    // What is recommended may be another once the draws are there.
    act(() => room.results.setState({ courses: RESULTS.courses, courseRanges: DRAWING }))
    await new Promise((done) => setTimeout(done, 250))
    expect(isWaiting()).toBe(true)
    act(() => room.results.setState({ courseRanges: DONE }))
    await waitFor(() => expect(isWaiting()).toBe(false))
    fireEvent.click(record)
    expect(logOf(room)[0]?.criteria).toHaveLength(1)
  })
})

describe('a tab that does not save', () => {
  it('records no decision, says why, and does once it saves', async () => {
    const saving = createStore<Saving>()(() => ({ status: 'readOnly' }))
    stand(<CommanderDecides matrix={MATRIX} />, {
      contents,
      screen: { place: 'compare', scenarioId: 'coa-1' },
      results: RESULTS,
      saving,
    })
    const words = ['Approve…', 'Modify…', 'Send back…']
    const areOpen = () =>
      words.map((name) => !page.getByRole('button', { name }).hasAttribute('disabled'))
    expect(areOpen()).toEqual([false, false, false])
    expect(page.getByRole('status').textContent).toContain('kept only in the tab that saves')
    act(() => saving.setState({ status: 'saved' }))
    expect(areOpen()).toEqual([true, true, true])
  })
})

describe('the log of decisions', () => {
  it('keeps a tie apart from figures that were not there, and a word of people from a measure', () => {
    const criterion = { name: 'Consent', unit: 'share', weight: 5, values: { 'coa-1': 7 } }
    const given: Verdict = {
      ...{ id: 'v', kind: 'approved', scenarioId: 'coa-1', scenarioName: 'COA 1' },
      ...{ decidedAt: PLANNING_AT, decidedBy: 'FC', reason: 'Time', riskAcceptedBy: '' },
      ...{ recommendedName: null, planHash: '1', factsHash: '1' },
      ...{ comparedNames: { 'coa-1': 'COA 1' }, criteria: [] },
    }
    const names = { 'coa-1': 'COA 1', 'coa-2': 'COA 2' }
    const rows = [
      { ...given, id: 'v1', criteria: [] },
      { ...given, ...{ id: 'v2', comparedNames: names, criteria: [criterion] } },
    ]
    const document = someContents({ verdicts: rows }).document
    stand(<VerdictLog onClose={() => undefined} />, { contents: { document, columns: new Map() } })
    const text = page.getByRole('dialog').textContent ?? ''
    expect(text).toContain('not known: there were no figures')
    expect(text).toContain('none: no COA was first alone')
    expect(text).not.toContain('700')
  })
})

describe('the decision sought', () => {
  it('is asked for, written with a time, and says how long is left', async () => {
    const room = stand(<DecisionSought />, { contents })
    fireEvent.click(page.getByRole('button', { name: 'Write it…' }))
    await page.findByRole('dialog')
    write(/in one sentence/, 'Approve COA 1 for execution')
    write(/Decide by/, 'tomorrow')
    expect(page.getByText(/Write it as 221200Z NOV 26/)).toBeTruthy()
    write(/Decide by/, '231200Z NOV 26')
    fireEvent.click(page.getByRole('button', { name: 'Save' }))
    expect(operationOf(room.documents.getState().document).decisionSought).toEqual({
      text: 'Approve COA 1 for execution',
      byAt: '2026-11-23T12:00:00Z',
    })
    const shown = page.getByRole('region', { name: 'Decision sought' }).textContent
    expect(shown).toContain('Decide by 231200Z NOV 26, in 24 h')
  })

  it('says how late it is', () => {
    const operation = {
      ...operationOf(contents.document),
      decisionSought: { text: 'Approve', byAt: '2026-11-22T06:00:00Z' },
    }
    stand(<DecisionSought />, {
      contents: { document: anOperation({ operation: [operation] }), columns: new Map() },
    })
    expect(page.getByRole('region', { name: 'Decision sought' }).textContent).toContain('6 h ago')
  })
})

describe('the foot of a comparison', () => {
  it('exports only what is worked out, and adds to the briefing', () => {
    const asked: string[] = []
    const foot = (matrix: Matrix | null) => (
      <CompareFoot
        matrix={matrix}
        isWriting={false}
        onBrief={() => asked.push('brief')}
        onExport={(format) => asked.push(format)}
      />
    )
    stand(foot(null), { contents })
    expect(page.getByRole('button', { name: /Export/ }).hasAttribute('disabled')).toBe(true)
    cleanup()
    stand(foot(MATRIX), { contents })
    fireEvent.click(page.getByRole('button', { name: /Export/ }))
    fireEvent.click(page.getByRole('menuitem', { name: 'Excel workbook' }))
    fireEvent.click(page.getByRole('button', { name: 'Add to briefing' }))
    expect(asked).toEqual(['xlsx', 'brief'])
  })
})
