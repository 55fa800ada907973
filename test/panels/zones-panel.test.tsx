// @vitest-environment happy-dom
import { act, fireEvent, screen as page } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { incidentRecordOf } from '#analysis/incidents/incident-record.ts'
import { zoneFactsOf } from '#analysis/zones/zone-facts.ts'
import { zoneStatistics } from '#analysis/zones/zone-statistics.ts'
import { operationOf } from '#core/document.ts'
import { ZonesLeft } from '#panels/zones/zones-left.tsx'
import { ZonesPanel } from '#panels/zones/zones-panel.tsx'
import { aBox, aZone, someContents } from '#support/build.ts'
import { aPicture, GROUND } from './picture.ts'
import { giveSize, ready, stand } from './stand.tsx'

beforeAll(giveSize)

const SMALL = aBox([-9.5, 6.52])
const LARGE = aBox([-9.5, 6.52], 0.3)
const { situation } = aPicture()

function standZones(zones = [aZone({ outline: SMALL })], selectedId: string | null = 'zone-1') {
  const contents = someContents({ zones })
  const incidents = incidentRecordOf({
    grid: GROUND.grid,
    operation: operationOf(contents.document),
    incidents: [...contents.columns.values()],
  })
  const room = stand(
    <>
      <ZonesLeft />
      <ZonesPanel />
    </>,
    {
      contents,
      results: { ground: ready(GROUND), incidents, situations: { 'coa-1': ready(situation) } },
      screen: {
        scenarioId: 'coa-1',
        place: 'zones',
        selection: selectedId ? { type: 'row', table: 'zones', id: selectedId } : null,
      },
    },
  )
  const facts = zoneFactsOf({
    ground: GROUND,
    situation,
    operation: operationOf(contents.document),
    incidents: incidents.recent,
    restrictions: [],
    bases: [],
    units: [],
    postings: [],
    resourceTypes: [],
    travel: null,
  })
  return { ...room, facts }
}

const zoneOf = ({ documents }: ReturnType<typeof standZones>) =>
  documents.getState().document.tables.zones.get('zone-1')
const button = (name: string | RegExp) => page.getByRole('button', { name }) as HTMLButtonElement

/** What stands beside a line of the sheet. */
function figureOf({ container }: ReturnType<typeof standZones>, name: string): string {
  const row = [...container.querySelectorAll('.statistic-row')].find(
    (each) => each.querySelector('dt')?.textContent === name,
  )
  return row?.querySelector('dd')?.textContent ?? ''
}

const plain = (text: string) => Number(text.replace(/[^\d.−]/g, '').replace('−', '-'))

describe('the sheet of a zone', () => {
  it('counts what lies in it', () => {
    const room = standZones()
    const own = zoneStatistics(room.facts, SMALL)
    expect(plain(figureOf(room, 'People'))).toBe(Math.round(own.peopleCount))
    expect(plain(figureOf(room, 'Communities'))).toBe(own.communityCount)
    expect(plain(figureOf(room, 'Incidents, 30 days'))).toBe(own.incidentCounts[0])
    expect(own.peopleCount).toBeGreaterThan(10_000)
    expect(own.incidentCounts[0]).toBe(1)
  })

  it('follows a border in hand, says who comes in, and leaves the document alone', () => {
    const room = standZones()
    const [before, after] = [SMALL, LARGE].map((outline) => zoneStatistics(room.facts, outline))
    act(() => room.screen.setState({ zonePreview: { zoneId: 'zone-1', outline: LARGE } }))
    const communities = after!.communityCount - before!.communityCount
    const people = Math.round((after!.peopleCount - before!.peopleCount) / 1000)
    expect(room.container.querySelector('.zone-passes')!.textContent).toBe(
      `${communities} communities and ${people}\u00a0k people come in.`,
    )
    expect(plain(figureOf(room, 'Communities').split('+')[1]!)).toBe(communities)
    expect(room.documents.getState().done).toEqual([])
    act(() => room.screen.setState({ zonePreview: null }))
    expect(plain(figureOf(room, 'People'))).toBe(Math.round(before!.peopleCount))
  })

  it('renames on Enter, once, and puts the name back on Escape', () => {
    const room = standZones()
    const field = page.getByRole('textbox', { name: 'Name' }) as HTMLInputElement
    fireEvent.change(field, { target: { value: 'Sector Lantern' } })
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(field.value).toBe('Sector North')
    fireEvent.change(field, { target: { value: 'Sector Lantern ' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    fireEvent.blur(field)
    expect(zoneOf(room)?.name).toBe('Sector Lantern')
    expect(room.documents.getState().done.length).toBe(1)
  })

  it('locked, it takes no change until it is unlocked', () => {
    const room = standZones()
    fireEvent.click(button('Lock'))
    expect(zoneOf(room)?.isLocked).toBe(true)
    expect(button('Delete zone').disabled).toBe(true)
    expect(button('Move border').disabled).toBe(true)
    expect((page.getByRole('textbox', { name: 'Name' }) as HTMLInputElement).disabled).toBe(true)
    fireEvent.click(button('Unlock'))
    expect(button('Delete zone').disabled).toBe(false)
  })

  it('deleted, it is gone from list and sheet; undo brings it back', () => {
    const room = standZones()
    fireEvent.click(button('Delete zone'))
    expect(zoneOf(room)).toBeUndefined()
    expect(room.screen.getState()).toMatchObject({ selection: null, tool: 'select' })
    expect(page.getByText(/This COA has no zones yet/)).toBeTruthy()
    act(() => room.documents.getState().undo())
    expect(zoneOf(room)).toEqual(aZone({ outline: SMALL }))
  })

  it('hands its border to the map and takes it back', () => {
    const room = standZones()
    fireEvent.click(button('Move border'))
    expect(room.screen.getState().tool).toBe('edit')
    fireEvent.click(button('Done'))
    expect(room.screen.getState().tool).toBe('select')
  })
})

describe('zones in general', () => {
  it('are counted while the first is drawn, from three corners on', () => {
    const room = standZones([], null)
    act(() => room.screen.setState({ zonePreview: { zoneId: null, outline: [] } }))
    expect(page.getByText('Three corners make a zone.')).toBeTruthy()
    act(() => room.screen.setState({ zonePreview: { zoneId: null, outline: SMALL } }))
    const drawn = zoneStatistics(room.facts, SMALL)
    expect(plain(figureOf(room, 'People'))).toBe(Math.round(drawn.peopleCount))
  })

  it('are listed for the COA on screen only; a press selects one and flies there', () => {
    const zones = [
      aZone({ outline: SMALL }),
      aZone({ id: 'zone-2', name: 'Sector South', outline: aBox([-9.3, 6.5]) }),
      aZone({ id: 'zone-3', name: 'Other COA', scenarioId: 'current-posture' }),
    ]
    const room = standZones(zones, null)
    expect([...room.container.querySelectorAll('.zone-row')].length).toBe(2)
    expect(page.queryByText('Other COA')).toBeNull()
    fireEvent.click(button(/Sector South.*%|Sector South/))
    const { selection, flight } = room.screen.getState()
    expect(selection).toEqual({ type: 'row', table: 'zones', id: 'zone-2' })
    expect(flight?.centre[0]).toBeCloseTo(-9.2)
    expect(page.getByRole('heading', { name: 'Sector South' })).toBeTruthy()
  })

  it('offer ways to draw; pressing one again leaves it', () => {
    const room = standZones([], null)
    fireEvent.click(button('Rectangle'))
    expect(room.screen.getState().tool).toBe('rectangle')
    fireEvent.click(button('Rectangle'))
    expect(room.screen.getState().tool).toBe('select')
  })
})
