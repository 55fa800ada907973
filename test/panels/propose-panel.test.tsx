// @vitest-environment happy-dom
import { act, fireEvent, screen as page } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { ZonesLeft } from '#panels/zones/zones-left.tsx'
import { ZonesPanel } from '#panels/zones/zones-panel.tsx'
import type { ZoneProposal } from '#planner/zoning/zone-proposal.ts'
import { FIRST_ZONE_WISH } from '#planner/zoning/zone-wish.ts'
import { IDLE, type ResultsState } from '#state/results-store.ts'
import { aBase, aBox, aUnit, aZone, someContents } from '#support/build.ts'
import { giveSize, ready, stand } from './stand.tsx'

beforeAll(giveSize)

const BASES = [
  aBase({ id: 'a', name: 'COB Alpha' }),
  aBase({ id: 'b', name: 'COB Bravo' }),
  aBase({ id: 'hq', name: 'Force HQ', kind: 'headquarters' }),
]
const UNITS = BASES.map(({ id }) => aUnit({ id: `unit-${id}`, baseId: id }))
const WISH = { ...FIRST_ZONE_WISH, baseIds: ['a', 'b'] }

const PROPOSAL: ZoneProposal = {
  measureId: 'people',
  zones: ['Alpha', 'Bravo'].map((name, i) => ({
    name,
    baseIds: [i === 0 ? 'a' : 'b'],
    outline: aBox([-9.5 + 0.2 * i, 6.5]),
    tint: i,
    load: 12_000 - 2000 * i,
    loadOverEven: 1.09 - 0.18 * i,
    peopleCount: 12_000,
    areaSquareKilometres: 480,
    cellCount: 12,
    meanMinutes: 75,
  })),
  balanceIndex: 1.09,
  balanceBound: 1.02,
  meanDeviationShare: 0.09,
  unknownPeopleCount: 0,
  leftOut: [
    {
      ...{ why: 'closedGround', cellCount: 2, peopleCount: 400, areaSquareKilometres: 72 },
      position: [-9.4, 6.6],
    },
  ],
  notes: ['COB Charlie stands outside the theatre; it gets no zone.'],
  searchSteps: 150_000,
  isStopped: false,
}

const proposed = {
  zoneProposal: ready(PROPOSAL),
  zoneProposalRequest: { scenarioId: 'coa-1', wish: WISH },
}

function standOpen(results: Partial<ResultsState> = {}) {
  return stand(
    <>
      <ZonesLeft />
      <ZonesPanel />
    </>,
    {
      contents: someContents({
        bases: BASES,
        units: UNITS,
        zones: [aZone({ id: 'old', kind: 'aor' })],
      }),
      results,
      screen: { scenarioId: 'coa-1', place: 'zones', isZoneProposalOpen: true },
    },
  )
}

const press = (name: string | RegExp) => fireEvent.click(page.getByRole('button', { name }))

describe('proposing zones', () => {
  it('is opened and closed beside the ways to draw', () => {
    const { screen } = standOpen()
    press('Close')
    expect(screen.getState().isZoneProposalOpen).toBe(false)
    press('Propose zones')
    expect(screen.getState().isZoneProposalOpen).toBe(true)
  })

  it('begins at bases with units, headquarters apart, until a person says otherwise', () => {
    const { asked } = standOpen()
    press('Propose')
    expect(asked).toEqual([{ scenarioId: 'coa-1', wish: WISH }])
    fireEvent.click(page.getByRole('checkbox', { name: 'Force HQ' }))
    fireEvent.click(page.getByRole('checkbox', { name: 'COB Alpha' }))
    press('Propose')
    expect(asked[1]).toMatchObject({ wish: { baseIds: ['b', 'hq'] } })
    press('2 of 3')
  })

  it('asks for smooth borders, and for work of patrols by the troops that are there', () => {
    const { asked } = standOpen()
    fireEvent.click(page.getByRole('switch', { name: 'Smooth borders' }))
    press('Propose')
    expect(asked).toMatchObject([{ wish: { isSmooth: true } }])
    fireEvent.click(page.getByRole('switch', { name: 'Smooth borders' }))
    expect(page.queryByText('what its troops can put out')).toBeNull()
    fireEvent.click(page.getByRole('button', { name: /Balance by/ }))
    fireEvent.click(page.getByRole('option', { name: /Work of patrols/ }))
    expect(page.getByText('what its troops can put out')).toBeDefined()
    press('Propose')
    expect(asked[1]).toMatchObject({ wish: { measureId: 'workload' } })
    fireEvent.click(page.getByRole('button', { name: /Balance by/ }))
    fireEvent.click(page.getByRole('option', { name: /^People$/ }))
  })

  it('tells loads, how even they are and could be, and what is in no zone', () => {
    standOpen(proposed)
    expect(page.getByText(/The largest load is 1.09 times its even share/)).toBeDefined()
    expect(page.getByText(/come below 1.02/)).toBeDefined()
    expect(page.getByText(/72 km² with 400 people, lies in closed ground/)).toBeDefined()
    expect(page.getByText(/COB Charlie stands outside/)).toBeDefined()
    expect(page.getAllByRole('rowheader').map((each) => each.textContent)).toEqual([
      'Alpha',
      'Bravo',
    ])
  })

  it('says whose troops count where work is balanced, and only there', () => {
    const { results } = standOpen(proposed)
    const said = /Capacity counts troops at the chosen bases alone/
    expect(page.queryByText(said)).toBeNull()
    const zoneProposal = ready({ ...PROPOSAL, measureId: 'workload' as const })
    act(() => results.setState({ zoneProposal }))
    expect(page.getByText(said)).toBeDefined()
  })

  it('takes the zones in one change that can be undone', () => {
    const { documents, screen, asked } = standOpen(proposed)
    press('Take these zones')
    const zones = () => [...documents.getState().document.tables.zones.values()]
    expect(zones().map(({ name, baseId }) => [name, baseId])).toEqual([
      ['Alpha', 'a'],
      ['Bravo', 'b'],
    ])
    expect(asked).toEqual(['discard zones'])
    expect(screen.getState().isZoneProposalOpen).toBe(false)
    act(() => void documents.getState().undo())
    expect(zones().map(({ id }) => id)).toEqual(['old'])
  })

  it('says when facts have changed since, and when other choices stand below', () => {
    const { results } = standOpen(proposed)
    expect(page.queryByText(/Facts have changed/)).toBeNull()
    fireEvent.click(page.getByRole('radio', { name: 'Districts' }))
    expect(page.getByText(/proposed under other choices/)).toBeDefined()
    act(() => results.setState({ isZoneProposalStale: true }))
    expect(page.getByText(/Facts have changed since these zones were proposed/)).toBeDefined()
    const take = page.getByRole('button', { name: 'Take these zones' })
    expect(take.hasAttribute('disabled') || take.getAttribute('aria-disabled') === 'true').toBe(
      true,
    )
    fireEvent.click(page.getByRole('radio', { name: 'Cells' }))
  })

  it('can be stopped while it runs', () => {
    const { asked } = standOpen({
      zoneProposal: { ...IDLE, status: 'running', progressShare: 0.4 },
      zoneProposalRequest: { scenarioId: 'coa-1', wish: WISH },
    })
    press('Stop and keep the best so far')
    expect(asked).toEqual(['stop'])
  })
})
