// @vitest-environment happy-dom
import { act, fireEvent, screen as page, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { peopleReached } from '#analysis/compare/reach-of-people.ts'
import { baselineOf, operationOf } from '#core/document.ts'
import { signed } from '#core/figures.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Shock } from '#core/records/shock.ts'
import { AccessPaper } from '#panels/access/access-paper.tsx'
import { drawRestriction } from '#panels/access/draw-restriction.ts'
import { listedRestrictions, restrictionsWith } from '#panels/access/restriction-order.ts'
import type { ScreenState } from '#state/screen-store.ts'
import { aBox, aRestriction, aScenario, aShock, PLANNING_AT, someContents } from '#support/build.ts'
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
  shocks: readonly Shock[] = [],
) {
  const coa = aScenario({ shockIds: shocks.map(({ id }) => id) })
  const contents = someContents({ restrictions, shocks })
  const { scenarios } = contents.document.tables
  const document = {
    ...contents.document,
    tables: { ...contents.document.tables, scenarios: new Map([...scenarios, [coa.id, coa]]) },
  }
  const scenarioId = baselineOf(contents.document)!.id
  const { situation } = aPicture()
  const opened: string[] = []
  const swatchOf = () => ({ shape: 'square', color: 'black' }) as const
  const room = stand(
    <AccessPaper onImport={() => {}} onShocks={() => opened.push('shocks')} swatchOf={swatchOf} />,
    {
      contents: { ...contents, document },
      results: {
        ground: ready(GROUND),
        situations: { [scenarioId]: ready(situation) },
        travel: { [scenarioId]: travelOf(situation.responseMinutes) },
      },
      screen: { isAccessOpen: true, ...screen },
    },
  )
  const answer = (responseMinutes: Float64Array, status: 'ready' | 'running' = 'ready') =>
    act(() =>
      room.results.setState({
        travel: {
          [scenarioId]: { ...travelOf(responseMinutes), status },
        },
      }),
    )
  const rowOf = (id: string) => room.documents.getState().document.tables.restrictions.get(id)
  return { ...room, answer, rowOf, opened, coaId: coa.id, standard: operationOf(contents.document) }
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

  it('shows last what shocks of this COA suppose, and leads to the shock', () => {
    const shock = aShock({ id: 'shock-1', name: 'Ganta bridge out' })
    const listedAll = listedRestrictions([FORD, SHOCK], CLOCK, [shock])
    expect(listedAll.map((row) => row.shock?.name ?? null)).toEqual(['Ganta bridge out', null])
    const room = standAccess([SHOCK], {}, [shock])
    act(() => room.screen.setState({ scenarioId: room.coaId }))
    expect(page.getByRole('heading', { name: 'Supposed by Ganta bridge out, 1' })).toBeTruthy()
    fireEvent.click(listed()[0]!)
    fireEvent.click(listed()[0]!)
    expect(room.opened).toEqual(['shocks'])
    expect(room.screen.getState().editedRestrictionId).toBeNull()
  })

  it('has by day what holds by night alone as the answers have it: not in force', () => {
    const night = aRestriction({ id: 'night', name: 'Night', effect: { type: 'dayOnly' } })
    const standing = (planningAt: string) =>
      listedRestrictions([night], { ...CLOCK, planningAt })[0]?.standing
    expect(standing('2026-11-22T12:00:00Z')).toBe('later')
    expect(standing('2026-11-22T23:00:00Z')).toBe('now')
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

  it('are set against nothing that is no edit: another vehicle begins anew', () => {
    const room = standAccess([HILLS], { editedRestrictionId: 'hills' })
    const changes = () => figures(room).map(([, change]) => change)
    const fewer = FAR_MINUTES.map((minutes, cell) => (cell % 3 === 0 ? Number.NaN : minutes))
    expect(changes()[2]).toBe('no change')
    fireEvent.click(page.getByRole('button', { name: /Vehicle that travel times are for/ }))
    fireEvent.click(page.getByRole('option', { name: /APC/ }))
    expect(changes().every((change) => change === undefined)).toBe(true)
    room.answer(fewer)
    expect(changes()).toEqual(['no change', 'no change', 'no change'])
    expect(page.getByText('and against when the setting changed')).toBeTruthy()
    room.answer(FAR_MINUTES.slice())
    expect(changes()[2]).toMatch(/^−/)
  })

  it('say why a restriction changes nothing', () => {
    standAccess([{ ...HILLS, months: [5, 6] }], { editedRestrictionId: 'hills' })
    expect(page.getByText(/it holds in MAY–JUN, and this is NOV/)).toBeTruthy()
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

  it('sets a curfew, and refuses hours that begin where they end', () => {
    const room = open(HILLS)
    fireEvent.click(page.getByRole('switch'))
    expect(room.rowOf('hills')?.hours).toEqual({ fromMinute: 1200, toMinute: 300 })
    settle('To hour, local', '20:00')
    expect(room.told[0]).toContain('same time')
    settle('To hour, local', '6:30')
    expect(room.rowOf('hills')?.hours?.toMinute).toBe(390)
    settle('To hour, local', '24:00')
    expect(room.rowOf('hills')?.hours).toEqual({ fromMinute: 1200, toMinute: 0 })
    expect(room.told).toHaveLength(1)
    for (const [name, text] of [
      ['To hour, local', '24:01'],
      ['From hour, local', '24:00'],
    ] as const) {
      settle(name, text)
      expect(room.told.at(-1)).toContain('The hour stays as it was')
    }
    expect(room.told).toHaveLength(3)
    expect(room.rowOf('hills')?.hours).toEqual({ fromMinute: 1200, toMinute: 0 })
  })

  it.each([
    ['Delay on entering', 'Minutes of delay'],
    ['With escort only', 'Minutes to assemble the escort'],
  ])('holds the minutes of "%s" to a week, and says so under the field', (effect, name) => {
    const room = open(HILLS)
    fireEvent.click(page.getByRole('button', { name: /Effect/ }))
    fireEvent.click(page.getByRole('option', { name: effect }))
    const minutes = page.getByRole('textbox', { name })
    fireEvent.change(minutes, { target: { value: '99999999' } })
    fireEvent.blur(minutes)
    expect(room.rowOf('hills')?.effect).toMatchObject({ delayMinutes: 10_080 })
    expect(page.getByText('At most 10080')).toBeTruthy()
  })

  it('sets months by the first and the last, one step for the set, over the year end too', () => {
    const room = open(HILLS)
    const months = within(page.getByRole('group', { name: 'Months of the year' }))
    const press = (name: string) => fireEvent.click(months.getByRole('button', { name }))
    const steps = () => room.documents.getState().done.length
    const lit = () => months.queryAllByRole('button', { pressed: true }).length
    expect(lit()).toBe(0)
    press('May')
    expect(room.rowOf('hills')?.months).toBeNull()
    press('October')
    expect(room.rowOf('hills')?.months).toEqual([5, 6, 7, 8, 9, 10])
    expect([steps(), lit()]).toEqual([1, 6])
    press('November')
    press('February')
    expect(room.rowOf('hills')?.months).toEqual([1, 2, 11, 12])
    press('All year')
    expect(room.rowOf('hills')?.months).toBeNull()
    press('March')
    fireEvent.keyDown(months.getByRole('button', { name: 'March' }), { key: 'Escape' })
    press('June')
    press('June')
    expect(room.rowOf('hills')?.months).toEqual([6])
    expect(steps()).toBe(4)
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
