// @vitest-environment happy-dom
import { act, fireEvent, screen as page } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { incidentRecordOf } from '#analysis/incidents/incident-record.ts'
import type { ZoneProblem } from '#analysis/zones/problems/problem.ts'
import { type BaseTravel, zoneFactsOf } from '#analysis/zones/zone-facts.ts'
import { type ZoneStatistics, zoneStatistics } from '#analysis/zones/zone-statistics.ts'
import { operationOf } from '#core/document.ts'
import { passBetweenSentence } from '#panels/zones/figures/statistic-rows.ts'
import { sharedStart } from '#panels/zones/shared-start.ts'
import { ZonesLeft } from '#panels/zones/zones-left.tsx'
import { ZonesPanel } from '#panels/zones/zones-panel.tsx'
import type { ResultsState } from '#state/results-store.ts'
import { aBase, aBox, aUnit, aZone, someContents } from '#support/build.ts'
import { aPicture, GROUND } from './picture.ts'
import { giveSize, ready, stand } from './stand.tsx'

beforeAll(giveSize)

const SMALL = aBox([-9.5, 6.52])
const LARGE = aBox([-9.5, 6.52], 0.3)
const { situation } = aPicture()

function standZones(
  zones = [aZone({ outline: SMALL })],
  selectedId: string | null = 'zone-1',
  parts: {
    readonly contents?: ReturnType<typeof someContents>
    readonly results?: Partial<ResultsState>
  } = {},
) {
  const contents = parts.contents ?? someContents({ zones })
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
      results: {
        ground: ready(GROUND),
        incidents,
        situations: { 'coa-1': ready(situation) },
        ...parts.results,
      },
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
  for (const heading of container.querySelectorAll('.zone-more > [aria-expanded="false"]')) {
    fireEvent.click(heading)
  }
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
    fireEvent.click(room.container.querySelectorAll('.zone-name')[1]!)
    const { selection, flight } = room.screen.getState()
    expect(selection).toEqual({ type: 'row', table: 'zones', id: 'zone-2' })
    expect(flight?.centre[0]).toBeCloseTo(-9.2)
    expect(page.getByRole('heading', { name: 'Sector South' })).toBeTruthy()
  })

  it('offer ways to draw; pressing one again leaves it', () => {
    const room = standZones([], null)
    fireEvent.click(button('Draw a zone'))
    expect(room.screen.getState().tool).toBe('polygon')
    fireEvent.click(button('Draw a zone'))
    expect(room.screen.getState().tool).toBe('select')
  })

  it('whose border moves together stand side by side, with who passes from which', () => {
    const [west, east] = [aBox([-9.5, 6.5]), aBox([-9.3, 6.5])]
    const zones = [
      aZone({ outline: west }),
      aZone({ id: 'zone-2', name: 'Sector South', outline: east }),
      aZone({ id: 'zone-3', name: 'Sector Far', outline: aBox([-9.1, 6.5], 0.1) }),
    ]
    const room = standZones(zones)
    const moved = (outline: typeof west) =>
      outline.map((ring) => ring.map(([lon, lat]) => [lon === -9.3 ? -9.4 : lon, lat] as const))
    act(() =>
      room.screen.setState({
        zonePreview: {
          zoneId: 'zone-1',
          outline: moved(west),
          along: new Map([['zone-2', moved(east)]]),
        },
      }),
    )
    expect(page.getByRole('heading', { name: 'Border North – South' })).toBeTruthy()
    const [after, before] = [moved(west), west].map((outline) =>
      zoneStatistics(room.facts, outline),
    )
    const lost = before!.communityCount - after!.communityCount
    expect(room.container.querySelector('.zone-passes')!.textContent).toMatch(
      new RegExp(`^${lost} communities with .* people pass from North to South\\.$`),
    )
    const row = room.container.querySelector('.statistic-row:not(.statistic-heads)')!
    const changes = [...row.querySelectorAll('.statistic-change')].map((each) => each.textContent!)
    expect(plain(changes[0]!)).toBe(-plain(changes[1]!.replace('+', '')))
    expect(page.getByText('all 3 zones')).toBeTruthy()
  })
})

it('a zone that is alone is told to be, beside no 0 others and no "all 1 zones"', () => {
  const { container } = standZones()
  expect(page.getByText('the only one')).toBeTruthy()
  expect(container.textContent).toContain('The only zone of its kind.')
  expect(container.textContent).not.toMatch(/all 1 zones|Beside 0/)
})

describe('work, bound and problems', () => {
  const bases = [aBase({ position: [-9.4, 6.62] })]
  const units = [aUnit({ strengthCount: 700 }), aUnit({ id: 'unit-2', strengthCount: null })]
  const travel: BaseTravel = {
    baseIds: ['base-1'],
    minutes: Float32Array.from(GROUND.grid.cells, () => 90),
  }
  const ofCoa = <T,>(value: T) => ({ ...ready(value), scenarioId: 'coa-1' })
  const zones = [
    aZone({ outline: SMALL, baseId: 'base-1', unitIds: ['unit-1'] }),
    aZone({ id: 'zone-2', name: 'Sector South', outline: aBox([-9.3, 6.5]), tint: 1 }),
  ]
  const gap: ZoneProblem = {
    id: 'gap:sector :Village 4',
    kind: 'gap',
    severity: 'bad',
    zoneId: null,
    sentence: 'Ground at Village 4 in no sector',
    figure: 12.4,
    unit: 'km²',
    extent: [-9.5, 6.4, -9.4, 6.5],
  }
  const bound = { boundShare: 0.5, drawnShare: 0.6, zoneCount: 2 }

  function standWork(problems: readonly ZoneProblem[] = [gap]) {
    const contents = someContents({ zones, bases, units })
    return standZones(zones, 'zone-1', {
      contents,
      results: {
        zoneTravel: ofCoa(travel),
        zoneReview: ofCoa({ bounds: { sector: bound }, problems }),
        zoneRoutes: ofCoa([]),
      },
    })
  }

  it('wait for the way from the bases', () => {
    const room = standZones()
    expect(figureOf(room, 'Workload of capacity').trim()).toBe('…')
    expect(figureOf(room, 'Travel, 95 %').trim()).toBe('…')
  })

  it('say the share, from where, and of what it is made', () => {
    const room = standWork()
    expect(figureOf(room, 'Travel, 95 %')).toContain('1 h 30')
    expect(plain(figureOf(room, 'Workload of capacity'))).toBeGreaterThan(0)
    expect(page.getByText('Travel from Camp Alpha, named for it.')).toBeTruthy()
    expect(page.getByText(/^700 troops, of 1 unit named for it and by postings/)).toBeTruthy()
  })

  it('cannot be bounded while a workload is not known, and name whose', () => {
    standWork()
    expect(page.getByText(/Nothing can be said: .*Sector South/)).toBeTruthy()
  })

  it('are gone through with the button and with a wish, and said to be none', () => {
    const room = standWork()
    const rows = () => [...room.container.querySelectorAll('.problem-row')]
    expect(rows()[0]!.textContent).toContain('Ground at Village 4 in no sector')
    fireEvent.click(button('Next F8'))
    expect(room.screen.getState().flight?.centre[0]).toBeCloseTo(-9.45)
    expect(rows()[0]!.getAttribute('aria-current')).toBe('true')
    act(() => room.screen.setState({ nextProblemWish: {} }))
    expect(rows()[1]!.getAttribute('aria-current')).toBe('true')
    expect(room.screen.getState().nextProblemWish).toBeNull()
    expect(room.screen.getState().selection).toEqual({ type: 'row', table: 'zones', id: 'zone-2' })
  })

  it('are told to be none where there is no zone', () => {
    const room = standZones([], null, {
      contents: someContents({ bases, units }),
      results: {
        zoneTravel: ofCoa(travel),
        zoneReview: ofCoa({ bounds: {}, problems: [] }),
        zoneRoutes: ofCoa([]),
      },
    })
    act(() => room.screen.setState({ nextProblemWish: {} }))
    expect(room.told).toEqual(['This COA has no zones yet. Draw one with the key P.'])
    expect(room.screen.getState().flight).toBeNull()
  })

  it('say what a drag solves, before it is let go', () => {
    const weak = [aUnit({ strengthCount: 10 })]
    const room = standZones(zones, 'zone-1', {
      contents: someContents({ zones, bases, units: weak }),
      results: {
        zoneTravel: ofCoa(travel),
        zoneReview: ofCoa({ bounds: {}, problems: [] }),
        zoneRoutes: ofCoa([]),
      },
    })
    expect(page.getByText(/^Above capacity by/)).toBeTruthy()
    const tiny = aBox([-9.5, 6.52], 0.01)
    act(() => room.screen.setState({ zonePreview: { zoneId: 'zone-1', outline: tiny } }))
    expect(page.queryByText(/^Above capacity by/)).toBeNull()
    expect(page.getByText(/2 solved by this drag/)).toBeTruthy()
  })
})

describe('who passes', () => {
  const of = (communityCount: number, peopleCount: number) =>
    ({ communityCount, peopleCount }) as ZoneStatistics
  const moved = (name: string, saved: ZoneStatistics, now: ZoneStatistics) => ({ name, saved, now })

  it('is what one loses and the other gains; the rest is said apart', () => {
    const one = moved('East', of(10, 60_000), of(4, 39_000))
    expect(passBetweenSentence(one, moved('South', of(2, 100), of(8, 21_100)))).toBe(
      '6 communities with 21\u00a0k people pass from East to South.',
    )
    expect(passBetweenSentence(one, moved('South', of(2, 100), of(4, 9_100)))).toBe(
      '2 communities with 9\u202f000 people pass from East to South. 4 communities and 12\u00a0k people go out.',
    )
    const same = moved('South', of(2, 100), of(2, 100))
    expect(passBetweenSentence(one, same)).toBe('6 communities and 21\u00a0k people go out.')
    expect(passBetweenSentence(same, same)).toBeNull()
  })
})

describe('short names', () => {
  it('leave out what all begin with', () => {
    expect(sharedStart(['Sector North', 'Sector East'])).toBe('Sector ')
    expect(sharedStart(['Sector North', 'Secure'])).toBe('')
    expect(sharedStart(['Sector North'])).toBe('')
    expect(sharedStart(['Zone 1', 'Zone 2'])).toBe('')
  })
})
