// @vitest-environment happy-dom
import { act, fireEvent, screen as page, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { peopleReached } from '#analysis/compare/reach-of-people.ts'
import { baselineOf, operationOf } from '#core/document.ts'
import { signed } from '#core/figures.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { AccessPaper } from '#panels/access/access-paper.tsx'
import { drawRestriction } from '#panels/access/draw-restriction.ts'
import { listedRestrictions, restrictionsWith } from '#panels/access/restriction-order.ts'
import type { ScreenState } from '#state/screen-store.ts'
import { aBox, aRestriction, PLANNING_AT, someContents } from '#support/build.ts'
import { aPicture, FAR_MINUTES, GROUND } from './picture.ts'
import { giveSize, ready, stand } from './stand.tsx'

beforeAll(giveSize)

const HILLS = aRestriction({
  id: 'hills',
  name: 'Northern hills',
  kind: 'closedArea',
  geometry: { type: 'area', polygon: aBox([-9.5, 6.5]) },
  effect: { type: 'closed' },
  severity: 3,
  lastVerifiedAt: '2026-11-20T12:00:00Z',
})
const FORD = aRestriction({ id: 'ford', name: 'Ford of the Mesurado', severity: 1 })
const RAINS = aRestriction({ id: 'rains', name: 'Rains', months: [5, 6, 7] })
const PAST = aRestriction({ id: 'past', name: 'Old flood', validTo: '2026-11-01T00:00:00Z' })
const SHOCK = aRestriction({ id: 'shock', name: 'What if', shockId: 'shock-1' })
const CLOCK = {
  planningAt: PLANNING_AT,
  utcOffsetMinutes: 0,
  season: 'byMonth' as const,
  wetMonths: [],
}

const travelOf = (responseMinutes: Float64Array) =>
  ready({ responseMinutes, travelToTownMinutes: responseMinutes })

function standAccess(
  restrictions: readonly Restriction[] = [FORD, HILLS, RAINS, PAST, SHOCK],
  screen: Partial<ScreenState> = {},
) {
  const contents = someContents({ restrictions })
  const scenarioId = baselineOf(contents.document)!.id
  const { situation } = aPicture()
  const swatchOf = () => ({ shape: 'square', color: 'black' }) as const
  const room = stand(<AccessPaper onImport={() => {}} swatchOf={swatchOf} />, {
    contents,
    results: {
      ground: ready(GROUND),
      situations: { [scenarioId]: ready(situation) },
      travel: { [scenarioId]: travelOf(situation.responseMinutes) },
    },
    screen: { isAccessOpen: true, ...screen },
  })
  const answer = (responseMinutes: Float64Array, status: 'ready' | 'running' = 'ready') =>
    act(() =>
      room.results.setState({
        travel: {
          [scenarioId]: { ...travelOf(responseMinutes), status },
        },
      }),
    )
  const rowOf = (id: string) => room.documents.getState().document.tables.restrictions.get(id)
  return { ...room, answer, rowOf, standard: operationOf(contents.document) }
}

const listed = () => page.getAllByRole('button', { name: /severity/ })
const namesOf = (rows: readonly HTMLElement[]) =>
  rows.map((row) => row.querySelector('.access-name')?.textContent)

describe('the list of restrictions', () => {
  it('parts what holds now, later and is over; the severe come first; shocks are not in it', () => {
    standAccess()
    expect(namesOf(listed())).toEqual([
      'Northern hills',
      'Ford of the Mesurado',
      'Rains',
      'Old flood',
    ])
    const titles = page.getAllByRole('heading', { level: 3 }).map((title) => title.textContent)
    expect(titles).toEqual(
      expect.arrayContaining(['In force now, 2', 'Not now, but later, 1', 'Over, 1']),
    )
    const [hills, ford, rains, past] = listed().map((row) => row.textContent)
    expect(hills).toContain('Nobody passes · until further notice')
    expect(hills).not.toContain('verified')
    expect(ford).toContain('Never verified.')
    expect(rains).toContain('MAY–JUL')
    expect(past).toContain('ended 010000Z NOV 26')
  })

  it('finds by words in any order, accents and capitals aside', () => {
    const all = listedRestrictions([HILLS, FORD, RAINS], CLOCK)
    const found = (words: string) => restrictionsWith(all, words).map((row) => row.restriction.id)
    expect(found('HILLS nórthern')).toEqual(['hills'])
    expect(found('nobody passes')).toEqual(['hills'])
    expect(found('hills ford')).toEqual([])
    expect(found('  ')).toHaveLength(3)
    standAccess()
    fireEvent.change(page.getByRole('searchbox'), { target: { value: 'old' } })
    expect(namesOf(listed())).toEqual(['Old flood'])
  })

  it('a press selects and flies there, a second one opens the sheet; the map selects in it too', () => {
    const room = standAccess()
    fireEvent.click(listed()[0]!)
    expect(room.screen.getState().selection).toMatchObject({ table: 'restrictions', id: 'hills' })
    expect(room.screen.getState().flight?.centre[0]).toBeCloseTo(-9.4)
    act(() =>
      room.screen.setState({ selection: { type: 'row', table: 'restrictions', id: 'ford' } }),
    )
    expect(listed().map((row) => row.getAttribute('aria-current'))[1]).toBe('true')
    fireEvent.click(listed()[1]!)
    expect(room.screen.getState().editedRestrictionId).toBe('ford')
    expect(page.getByRole('textbox', { name: 'Name' })).toBeTruthy()
  })

  it('is walked with the arrows as one stop', () => {
    standAccess()
    expect(listed().map((row) => row.tabIndex)).toEqual([0, -1, -1, -1])
    listed()[0]!.focus()
    fireEvent.keyDown(listed()[0]!, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(listed()[1])
    fireEvent.keyDown(listed()[1]!, { key: 'End' })
    expect(document.activeElement).toBe(listed()[3])
  })

  it('says what to do where there is none', () => {
    standAccess([SHOCK])
    expect(page.getByText(/None is known/)).toBeTruthy()
  })
})

describe('people in reach', () => {
  const figures = (room: ReturnType<typeof standAccess>) =>
    [...room.container.querySelectorAll('.access-figure')].map((row) =>
      [...row.querySelectorAll('dd')].map((cell) => cell.textContent),
    )

  it('are told against before the edit, follow it, and say that they are being worked out', () => {
    const room = standAccess([HILLS])
    const standard = room.standard.responseStandardMinutes
    const before = peopleReached(GROUND, FAR_MINUTES, standard)
    const fewer = FAR_MINUTES.map((minutes, cell) => (cell % 3 === 0 ? Number.NaN : minutes))
    const after = peopleReached(GROUND, fewer, standard)
    expect(figures(room).every((row) => row.length === 1)).toBe(true)
    act(() => drawRestriction(room.screen, 'restrictionArea'))
    room.answer(FAR_MINUTES, 'running')
    expect(page.getByText('working out …')).toBeTruthy()
    room.answer(fewer)
    expect(page.queryByText('working out …')).toBeNull()
    expect(figures(room)[2]?.[1]).toBe(signed(after.outOfReachCount - before.outOfReachCount))
    expect(after.outOfReachCount).toBeGreaterThan(before.outOfReachCount)
    room.answer(FAR_MINUTES)
    expect(figures(room).map(([, change]) => change)).toEqual([
      'no change',
      'no change',
      'no change',
    ])
    act(() => room.screen.setState({ tool: 'select' }))
    expect(figures(room).every((row) => row.length === 1)).toBe(true)
  })

  it('a restriction that cuts everybody off is said to', () => {
    const room = standAccess([HILLS], { editedRestrictionId: 'hills' })
    expect(page.queryByText(/Nobody is in reach/)).toBeNull()
    room.answer(FAR_MINUTES.map(() => Number.NaN))
    expect(page.getByRole('alert').textContent).toBe(
      'Nobody is in reach of any unit under this; check its outline.',
    )
  })

  it('the vehicle and the season can be set', () => {
    const room = standAccess([])
    expect(page.getByRole('button', { name: /Vehicle that travel times are for/ })).toBeTruthy()
    fireEvent.click(page.getByRole('button', { name: /Season that speeds are for/ }))
    fireEvent.click(page.getByRole('option', { name: 'Wet season' }))
    expect(operationOf(room.documents.getState().document).season).toBe('wet')
  })
})

describe('the sheet of a restriction', () => {
  const open = (row: Restriction) => standAccess([row], { editedRestrictionId: row.id })
  const settle = (name: string, value: string) => {
    const field = page.getByRole('textbox', { name })
    fireEvent.change(field, { target: { value } })
    fireEvent.keyDown(field, { key: 'Enter' })
  }

  it('takes dates as groups or ISO, empties them, and refuses an end before the start', () => {
    const room = open(HILLS)
    settle('From', '200600Z NOV 26')
    settle('To, not any more at', '2026-12-01T06:00Z')
    expect(room.rowOf('hills')).toMatchObject({
      validFrom: '2026-11-20T06:00:00Z',
      validTo: '2026-12-01T06:00:00Z',
    })
    settle('To, not any more at', '190600Z NOV 26')
    expect(room.told).toEqual(['The restriction ends before it starts.'])
    settle('To, not any more at', 'next week')
    expect(room.told[1]).toContain('write it as 221200Z NOV 26')
    settle('To, not any more at', '')
    expect(room.rowOf('hills')?.validTo).toBeNull()
    expect(room.documents.getState().done).toHaveLength(3)
  })

  it('sets a curfew, refuses hours that begin where they end, and months', () => {
    const room = open(HILLS)
    fireEvent.click(page.getByRole('switch'))
    expect(room.rowOf('hills')?.hours).toEqual({ fromMinute: 1200, toMinute: 300 })
    settle('To hour, local', '20:00')
    expect(room.told[0]).toContain('same time')
    settle('To hour, local', '6:30')
    expect(room.rowOf('hills')?.hours?.toMinute).toBe(390)
    const months = within(page.getByRole('toolbar', { name: 'Months of the year' }))
    fireEvent.click(months.getByRole('button', { name: 'January' }))
    expect(room.rowOf('hills')?.months).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    fireEvent.click(months.getByRole('button', { name: 'January' }))
    expect(room.rowOf('hills')?.months).toBeNull()
  })

  it('sets effect, severity and how sure it is; each is one step that can be taken back', () => {
    const room = open(HILLS)
    fireEvent.click(page.getByRole('button', { name: /Effect/ }))
    fireEvent.click(page.getByRole('option', { name: 'Mass limit' }))
    expect(room.rowOf('hills')?.effect).toEqual({ type: 'massLimit', maxTonnes: 10 })
    const tonnes = page.getByRole('textbox', { name: 'Up to so many tonnes' })
    fireEvent.change(tonnes, { target: { value: '7.5' } })
    fireEvent.blur(tonnes)
    expect(room.rowOf('hills')?.effect).toEqual({ type: 'massLimit', maxTonnes: 7.5 })
    fireEvent.click(page.getByRole('radio', { name: 'Moderate' }))
    expect(room.rowOf('hills')?.severity).toBe(1)
    fireEvent.click(page.getByRole('button', { name: 'Verified at the planning time' }))
    expect(room.rowOf('hills')?.lastVerifiedAt).toBe(PLANNING_AT)
    act(() => {
      for (let i = 0; i < 4; i++) room.documents.getState().undo()
    })
    expect(room.rowOf('hills')).toEqual(HILLS)
  })

  it('is moved and drawn again on the map, and goes away with its restriction', () => {
    const room = open(HILLS)
    fireEvent.click(page.getByRole('button', { name: 'Move on the map' }))
    expect(room.screen.getState()).toMatchObject({
      tool: 'edit',
      selection: { table: 'restrictions', id: 'hills' },
    })
    fireEvent.click(page.getByRole('button', { name: 'Draw the area again' }))
    expect(room.screen.getState()).toMatchObject({
      tool: 'restrictionArea',
      editedRestrictionId: 'hills',
    })
    fireEvent.click(page.getByRole('button', { name: 'Remove restriction' }))
    expect(room.rowOf('hills')).toBeUndefined()
    expect(page.getByText(/None is known/)).toBeTruthy()
    act(() => room.documents.getState().undo())
    expect(room.rowOf('hills')).toEqual(HILLS)
  })
})
