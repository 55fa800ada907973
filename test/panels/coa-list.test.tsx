// @vitest-environment happy-dom
import { act, fireEvent, screen as page } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { editUnit } from '#core/commands/units/edit-unit.ts'
import { type OperationDocument, openScenarios } from '#core/document.ts'
import { CoaList } from '#panels/scenarios/coa-list.tsx'
import { coaTree } from '#panels/scenarios/coa-tree.ts'
import { runCommand } from '#state/document-store.ts'
import { aBase, anOperation, aPosting, aScenario, aUnit, someContents } from '#support/build.ts'
import { stand } from './stand.tsx'

const NOW = aScenario({
  id: 'now',
  name: 'Current posture',
  isBaseline: true,
  number: 0,
  orderKey: 'a',
})
const BRANCH = aScenario({
  id: 'coa-2',
  name: 'COA 2',
  number: 2,
  orderKey: 'c',
  parentId: 'coa-1',
})

function standList(parts: Parameters<typeof someContents>[0] = {}) {
  const contents = someContents({
    scenarios: [NOW, aScenario({ parentId: 'now' }), BRANCH],
    bases: [aBase()],
    units: [aUnit({ validFrom: '2005-01-01T00:00:00Z' })],
    postings: [aPosting()],
    ...parts,
  })
  const room = stand(<CoaList startId="coa-1" onClose={() => {}} />, { contents })
  const document = (): OperationDocument => room.documents.getState().document
  return { ...room, document, row: (id: string) => document().tables.scenarios.get(id)! }
}

const press = (name: string | RegExp) => fireEvent.click(page.getByRole('button', { name }))
const settle = (label: string | RegExp, value: string) => {
  const field = page.getByLabelText(label)
  fireEvent.change(field, { target: { value } })
  fireEvent.keyDown(field, { key: 'Enter' })
}

describe('the list of courses of action', () => {
  it('is a tree by what each was branched from, and one under what is archived stands under its next', () => {
    const rows = [NOW, aScenario({ parentId: 'now', isArchived: true }), BRANCH]
    const looped = [aScenario({ id: 'x', parentId: 'y' }), aScenario({ id: 'y', parentId: 'x' })]
    const depths = (scenarios: typeof rows) =>
      coaTree(anOperation({ scenarios })).open.map(({ scenario, depth }) => [scenario.id, depth])
    expect(depths(rows)).toEqual([
      ['now', 0],
      ['coa-2', 1],
    ])
    expect(depths([NOW, aScenario({ parentId: 'now' }), BRANCH])).toEqual([
      ['now', 0],
      ['coa-1', 1],
      ['coa-2', 2],
    ])
    expect(depths(looped)).toHaveLength(2)
  })

  it('branches one with its decisions and shows the branch, and one from the posture without any', () => {
    const { row, document, screen } = standList()
    press('Branch from COA 1')
    expect(row('new-1')).toMatchObject({ name: 'COA 3', parentId: 'coa-1' })
    expect(document().tables.postings.size).toBe(2)
    expect(screen.getState().scenarioId).toBe('new-1')
    press('New from the current posture')
    expect(row('new-2')).toMatchObject({ name: 'COA 4', parentId: 'now' })
    expect(document().tables.postings.size).toBe(2)
  })

  it('renames one, and says what it is about and takes for granted', () => {
    const { row } = standList()
    settle('Name', 'Forward')
    settle('What it is about', '')
    settle('New assumption', 'The bridge  stays open. ')
    settle('New assumption', 'Fuel comes weekly.')
    settle('Assumption 1', 'The bridge is open by day.')
    expect(row('coa-1')).toMatchObject({
      name: 'Forward',
      title: '',
      assumptions: ['The bridge is open by day.', 'Fuel comes weekly.'],
    })
    press('Take out assumption 1')
    expect(row('coa-1').assumptions).toEqual(['Fuel comes weekly.'])
  })

  it('archives one out of all picks with what it decides, and brings it back', () => {
    const { document, screen } = standList()
    act(() => screen.setState({ scenarioId: 'coa-1' }))
    press('Archive')
    expect(openScenarios(document()).map(({ id }) => id)).toEqual(['now', 'coa-2'])
    expect(document().tables.postings.size).toBe(1)
    expect(screen.getState().scenarioId).toBeNull()
    expect(page.getByText('Archived')).toBeTruthy()
    press('Bring back')
    expect(openScenarios(document())).toHaveLength(3)
  })

  it('deletes one, unless the commander decided on it: then it says why', () => {
    const verdict = {
      id: 'v',
      kind: 'approved',
      scenarioId: 'coa-1',
      scenarioName: 'COA 1',
      decidedAt: '2026-11-22T12:00:00Z',
      decidedBy: 'FC',
      reason: 'It holds in the rains.',
      riskAcceptedBy: '',
      recommendedName: null,
      planHash: 'a',
      factsHash: 'b',
      comparedNames: {},
      criteria: [],
    } as const
    const { document } = standList({ verdicts: [verdict] })
    expect(page.getByRole('button', { name: 'Delete' }).hasAttribute('disabled')).toBe(true)
    expect(page.getByText(/has decided on COA 1/)).toBeTruthy()
    fireEvent.click(page.getByRole('option', { name: /COA 2/ }))
    press('Delete')
    expect(document().tables.scenarios.has('coa-2')).toBe(false)
  })

  it('starts one from the force of a date, and refuses a date on which nobody was there', () => {
    const { row } = standList()
    const date = /force as it was on/
    settle(date, '1990-01-01')
    expect(page.getByRole('alert').textContent).toContain('No unit was in place on 01 JAN 1990')
    settle(date, 'some day')
    expect(page.getByRole('alert').textContent).toContain('is no date')
    expect(row('coa-1').forceAt).toBeUndefined()
    settle(date, '2005-06-01')
    expect(row('coa-1').forceAt).toBe('2005-06-01T00:00:00Z')
    expect(page.getByText('01 JUN 2005: 1 unit in place at 1 base, 140 people.')).toBeTruthy()
    expect(page.getAllByText('force of 01 JUN 2005')[0]).toBeTruthy()
    press('As at the planning time')
    expect(row('coa-1').forceAt).toBeNull()
  })

  it('moves one in the order, never before the current posture', () => {
    const { document } = standList()
    expect(page.getByRole('button', { name: 'Earlier' }).hasAttribute('disabled')).toBe(true)
    press('Later')
    expect(openScenarios(document()).map(({ id }) => id)).toEqual(['now', 'coa-2', 'coa-1'])
    press('Earlier')
    expect(openScenarios(document()).map(({ id }) => id)).toEqual(['now', 'coa-1', 'coa-2'])
  })

  it('says what changed under one, plans it again, and is told that it was checked', () => {
    const { documents, screen } = standList()
    press('Branch from COA 1')
    act(() => {
      runCommand(documents, editUnit, { id: 'unit-1', fields: { name: 'B Company' } })
    })
    expect(page.getByText('Since COA 3 was made or last checked, units changed.')).toBeTruthy()
    press('Plan again')
    expect(screen.getState()).toMatchObject({ place: 'plan', scenarioId: 'new-1' })
    press('Checked')
    expect(page.queryByText(/^Since COA 3/)).toBeNull()
  })

  it('says of one without anybody in place that it reaches nobody', () => {
    standList({ units: [], postings: [] })
    expect(page.getByText('COA 1 has no units in place, so nobody is in reach.')).toBeTruthy()
  })
})
