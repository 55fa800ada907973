// @vitest-environment happy-dom
import { act, fireEvent, screen as page } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { TableDrawer } from '#panels/tables/table-drawer.tsx'
import { TABLES_CLOSED } from '#state/tables-state.ts'
import { aCommunity, aRestriction, aZone, someContents } from '#support/build.ts'
import { stand } from '../stand.tsx'

const ZONES = ['Sector North', 'Sector East', 'Zone 10', 'Zone 2'].map((name, i) =>
  aZone({ id: `zone-${i}`, name, isLocked: i === 3 }),
)

function standTable(
  kindId: string | null = 'zones',
  rows: Parameters<typeof someContents>[0] = {},
) {
  const room = stand(<TableDrawer />, {
    contents: someContents({ zones: ZONES, ...rows }),
    screen: { scenarioId: 'coa-1', tables: { ...TABLES_CLOSED, isOpen: true, kindId } },
  })
  const grid = () => page.getByRole('grid')
  return {
    ...room,
    grid,
    names: () => [...document.querySelectorAll('.table-row')].map((row) => cellsOf(row)[0]),
    press: (key: string, rest: object = {}) => fireEvent.keyDown(grid(), { key, ...rest }),
    selected: () => room.screen.getState().selection,
  }
}

function cellsOf(row: Element): string[] {
  return [...row.querySelectorAll('.table-cell')].map((cell) => cell.textContent ?? '')
}

describe('the drawer of tables', () => {
  it('lists the rows of a kind, and sorts them up, down, and as given', () => {
    const { names, grid } = standTable()
    expect(names()).toEqual(['Sector North', 'Sector East', 'Zone 10', 'Zone 2'])
    expect(grid().getAttribute('aria-rowcount')).toBe('5')
    const heading = page.getByRole('button', { name: 'Name' })
    fireEvent.click(heading)
    expect(names()).toEqual(['Sector East', 'Sector North', 'Zone 2', 'Zone 10'])
    fireEvent.click(heading)
    expect(names()).toEqual(['Zone 10', 'Zone 2', 'Sector North', 'Sector East'])
    expect(heading.closest('th')!.getAttribute('aria-sort')).toBe('descending')
    fireEvent.click(heading)
    expect(names()[0]).toBe('Sector North')
  })

  it('filters by text and by a choice, says how many are left, and lets go of it again', () => {
    const { names } = standTable()
    fireEvent.change(page.getByLabelText('Filter by text'), { target: { value: 'zone' } })
    expect(names()).toEqual(['Zone 10', 'Zone 2'])
    expect(page.getByText('0 selected of 2 shown, 4 in all')).toBeTruthy()
    fireEvent.change(page.getByLabelText('Filter by Locked'), { target: { value: 'Locked' } })
    expect(names()).toEqual(['Zone 2'])
    fireEvent.click(page.getByRole('button', { name: 'Do not filter zones by Locked' }))
    fireEvent.change(page.getByLabelText('Filter by text'), { target: { value: 'nothing' } })
    expect(page.getByText('No zone is left by this filter.')).toBeTruthy()
  })

  it('shows what the map shows alone, if asked', () => {
    const far = aZone({
      id: 'far',
      name: 'Far',
      outline: [
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 1],
        ],
      ],
    })
    const room = standTable('zones', { zones: [...ZONES, far] })
    room.screen.setState({ viewDegrees: [0, 0, 3, 3] })
    fireEvent.click(page.getByLabelText('In view'))
    expect(room.names()).toEqual(['Far'])
  })

  it('selects with Space what the map marks, and goes to what the map selects', () => {
    const { press, selected, screen, grid } = standTable()
    press('ArrowDown')
    press(' ')
    expect(selected()).toEqual({ type: 'row', table: 'zones', id: 'zone-1' })
    act(() => screen.setState({ selection: { type: 'row', table: 'zones', id: 'zone-2' } }))
    const row = page.getByRole('row', { selected: true })
    expect(cellsOf(row)[0]).toBe('Zone 10')
    const active = document.getElementById(grid().getAttribute('aria-activedescendant')!)
    expect(active?.textContent).toBe('Zone 10')
    act(() => screen.setState({ selection: null }))
    expect(page.queryByRole('row', { selected: true })).toBeNull()
  })

  it('selects several for copying and zooming; the last is the screen’s', () => {
    const { press, selected, screen } = standTable()
    press(' ')
    press('ArrowDown', { shiftKey: true })
    expect(page.getByText('2 selected of 4')).toBeTruthy()
    expect(selected()).toMatchObject({ id: 'zone-1' })
    press('ArrowDown', { shiftKey: true })
    expect(page.getByText('3 selected of 4')).toBeTruthy()
    press('ArrowUp', { shiftKey: true })
    expect(page.getByText('2 selected of 4')).toBeTruthy()
    press('a', { ctrlKey: true })
    expect(page.getByText('4 selected of 4')).toBeTruthy()
    press('j', { ctrlKey: true })
    expect(screen.getState().flight?.centre[0]).toBeCloseTo(-9.4)
    press('ArrowUp')
    press(' ', { ctrlKey: true })
    expect(page.getByText('3 selected of 4')).toBeTruthy()
  })

  it('edits in place by a command, which undo takes back', () => {
    const { press, names, documents } = standTable()
    press('Enter')
    const field = page.getByLabelText('Name of Sector North')
    fireEvent.change(field, { target: { value: 'Sector West' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(names()[0]).toBe('Sector West')
    expect(documents.getState().done.at(-1)?.note).toBe('Rename zone Sector North to Sector West')
    act(() => documents.getState().undo())
    expect(names()[0]).toBe('Sector North')
  })

  it('gives an edit up with Escape, and does not close for it', () => {
    const { press, documents, screen } = standTable()
    press('F2')
    const field = page.getByLabelText('Name of Sector North')
    fireEvent.change(field, { target: { value: 'Sector West' } })
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(documents.getState().done).toEqual([])
    expect(screen.getState().tables.isOpen).toBe(true)
    press('Escape')
    expect(screen.getState().tables.isOpen).toBe(false)
  })

  it('picks one of several, turns yes to no, and edits nothing of a locked zone but that', () => {
    const { press, documents } = standTable()
    press('ArrowRight')
    press('Enter')
    const field = page.getByLabelText('Kind of Sector North')
    fireEvent.change(field, { target: { value: 'patrolBox' } })
    fireEvent.blur(field)
    expect(documents.getState().document.tables.zones.get('zone-0')?.kind).toBe('patrolBox')
    press('End', { ctrlKey: true })
    press('Home')
    press('Enter')
    expect(document.querySelector('.table-editor')).toBeNull()
    press('End')
    press('Enter')
    expect(documents.getState().document.tables.zones.get('zone-3')?.isLocked).toBe(false)
  })

  it('refuses what the row cannot hold, in a sentence', () => {
    const { press, told, documents } = standTable('restrictions', {
      restrictions: [aRestriction()],
    })
    for (let i = 0; i < 7; i++) press('ArrowRight')
    press('Enter')
    const field = page.getByLabelText(/^Sure, % of /)
    fireEvent.change(field, { target: { value: '140' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(told).toEqual(['"140" is no number from 0 to 100.'])
    expect(documents.getState().done).toEqual([])
  })

  it('keeps 20 000 rows with few in the page', () => {
    const communities = Array.from({ length: 20_000 }, (_, i) =>
      aCommunity({ id: `c-${i}`, name: `Village ${i}` }),
    )
    const { names, press, grid } = standTable('communities', { communities })
    expect(grid().getAttribute('aria-rowcount')).toBe('20001')
    expect(names().length).toBeLessThan(40)
    press('End', { ctrlKey: true })
    expect(names().at(-1)).toBe('Village 19999')
  })

  it('says why there are no rows', () => {
    standTable('controlMeasures')
    expect(page.getByText('This COA has no control measures yet.')).toBeTruthy()
  })

  it('copies selected rows as a spreadsheet takes them, but incidents', () => {
    const { press, grid, told, screen } = standTable()
    let copied = ''
    const copy = () =>
      fireEvent.copy(grid(), {
        clipboardData: { setData: (_: string, text: string) => (copied = text) },
      })
    press(' ')
    copy()
    expect(copied.split('\n')).toHaveLength(2)
    expect(copied).toMatch(/^Name\tKind\t.*\nSector North\tSector\t/)
    copied = ''
    act(() => screen.setState({ tables: { ...screen.getState().tables, kindId: 'incidents' } }))
    press(' ')
    copy()
    expect(copied).toBe('')
    expect(told.at(-1)).toContain('leave by Export data')
  })
})
