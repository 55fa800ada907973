// @vitest-environment happy-dom
import { act, fireEvent, screen as page } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ChangedNotices } from '#panels/scenarios/changed-notice.tsx'
import { ComparedChoice } from '#panels/scenarios/compared-choice.tsx'
import { toldApart } from '#panels/scenarios/told-apart.ts'
import { comparedScenarios } from '#state/compared.ts'
import type { ScreenState } from '#state/screen-store.ts'
import { aBase, aScenario, aUnit, someContents } from '#support/build.ts'
import { stand } from './stand.tsx'

const NOW = aScenario({
  id: 'now',
  name: 'Current posture',
  isBaseline: true,
  number: 0,
  orderKey: 'a',
})
const COAS = [1, 2, 3, 4].map((number) =>
  aScenario({ id: `coa-${number}`, name: `COA ${number}`, number, orderKey: `b${number}` }),
)

/** As facts were when a COA was made: other than they are. */
const BEFORE = { facts: { bases: { count: 0, digest: 'other' } }, parentDigest: null }

function standChoice(screen: Partial<ScreenState>, coas = COAS) {
  const scenarios = [NOW, ...coas]
  const contents = someContents({ scenarios, bases: [aBase()], units: [aUnit()] })
  const room = stand(<ComparedChoice />, { contents, screen: { place: 'compare', ...screen } })
  const ids = () =>
    comparedScenarios(room.documents.getState().document, room.screen.getState()).map(
      ({ id }) => id,
    )
  return { ...room, ids }
}

const turn = (name: string) => {
  fireEvent.click(page.getByRole('button', { name: /COAs are compared: choose which/ }))
  fireEvent.click(page.getByRole('menuitemcheckbox', { name: new RegExp(name) }))
}

describe('the choice of what is compared', () => {
  it('begins with the first COA against the current posture', () => {
    const { screen } = standChoice({ scenarioId: 'now' }, COAS.slice(0, 2))
    expect(screen.getState()).toMatchObject({
      scenarioId: 'coa-1',
      againstScenarioId: 'now',
      ownProposalId: 'coa-1',
    })
  })

  it('lets go of a side that is archived', () => {
    const coas = [COAS[0]!, { ...COAS[1]!, isArchived: true }]
    const { screen, ids } = standChoice({ scenarioId: 'coa-2', againstScenarioId: 'coa-2' }, coas)
    expect(screen.getState()).toMatchObject({ scenarioId: 'coa-1', againstScenarioId: 'now' })
    expect(ids()).toEqual(['now', 'coa-1'])
  })

  it('proposes the one that is pressed', () => {
    const { screen } = standChoice({ scenarioId: 'coa-1' })
    const chip = page.getByRole('button', { name: /COA 3/ })
    expect(chip.getAttribute('aria-pressed')).toBe('false')
    fireEvent.click(chip)
    expect(screen.getState().scenarioId).toBe('coa-3')
    expect(chip.getAttribute('aria-pressed')).toBe('true')
    act(() => screen.setState({ ownProposalId: 'coa-3' }))
    fireEvent.click(chip)
    expect(screen.getState().ownProposalId).toBeNull()
  })

  it('calls a COA by its name and a word of what is the matter, and says in the notice which has what', async () => {
    const scenarios = [
      NOW,
      ...COAS.slice(0, 2),
      { ...COAS[2]!, forceAt: '2001-01-01T00:00:00Z' },
    ].map((scenario) => (scenario.id === 'coa-3' ? scenario : { ...scenario, basis: BEFORE }))
    const base = aBase({ validFrom: '2005-01-01T00:00:00Z' })
    const contents = someContents({ scenarios, bases: [base], units: [aUnit()] })
    const { document } = contents
    stand(
      <>
        <ComparedChoice />
        <ChangedNotices scenarios={[...document.tables.scenarios.values()]} />
      </>,
      { contents, screen: { place: 'compare', scenarioId: 'coa-1' } },
    )
    await page.findByText(/COA 1 and COA 2: facts changed; COA 3: nobody in place/)
    for (const name of [/COA 1 facts changed$/, /COA 2 facts changed$/, /COA 3 nobody in place$/]) {
      expect(page.getByRole('button', { name })).toBeTruthy()
    }
  })

  it('refuses a fifth with a sentence, and takes it in once another has left', () => {
    const { ids, told } = standChoice({ scenarioId: 'coa-1' })
    expect(ids()).toEqual(['now', 'coa-1', 'coa-2', 'coa-3'])
    turn('COA 4')
    expect(told).toEqual([
      'Four are compared already, the current posture among them. Leave one out before COA 4 comes in.',
    ])
    expect(ids()).toHaveLength(4)
    fireEvent.click(page.getByRole('menuitemcheckbox', { name: /COA 2/ }))
    fireEvent.click(page.getByRole('menuitemcheckbox', { name: /COA 4/ }))
    expect(ids()).toEqual(['now', 'coa-1', 'coa-3', 'coa-4'])
  })

  it('says who leaves for a fifth that is made, until it is put away', () => {
    const { screen, ids } = standChoice({ scenarioId: 'coa-1' })
    expect(page.queryByText(/left the comparison/)).toBeNull()
    act(() => screen.setState({ scenarioId: 'coa-4' }))
    expect(ids()).toEqual(['now', 'coa-1', 'coa-2', 'coa-4'])
    expect(
      page.getByText(/^COA 3 left the comparison for COA 4: four go side by side/),
    ).toBeTruthy()
    fireEvent.click(page.getByRole('button', { name: 'Put away' }))
    expect(page.queryByText(/left the comparison/)).toBeNull()
    // Where there is room nobody leaves.
    act(() => screen.setState({ comparedIds: ['coa-1'] }))
    expect(ids()).toEqual(['now', 'coa-1', 'coa-4'])
    expect(page.queryByText(/left the comparison/)).toBeNull()
  })

  it('keeps one COA at least, and proposes another where the proposed one leaves', () => {
    const { ids, told, screen } = standChoice({ scenarioId: 'coa-1' }, COAS.slice(0, 2))
    turn('COA 1')
    expect(screen.getState().scenarioId).toBe('coa-2')
    fireEvent.click(page.getByRole('menuitemcheckbox', { name: /COA 2/ }))
    expect(told[0]).toContain('One COA at least')
    expect(ids()).toEqual(['now', 'coa-2'])
  })
})

describe('names in little room', () => {
  it('are parted after the words that they share, so that what tells them apart stays', () => {
    const names = ['UNMIL 2005', 'UNMIL 2012', 'Current posture', 'UNMIL 2012, repaired']
    const parts = names.map((name) => toldApart(name, names))
    expect(parts.map(({ own }) => own)).toEqual([
      '2005',
      '2012',
      'Current posture',
      '2012, repaired',
    ])
    expect(parts.map(({ shared, own }) => shared + own)).toEqual(names)
    expect(toldApart('COA 1', ['COA 1', 'COA 1'])).toEqual({ shared: '', own: 'COA 1' })
  })
})
