// @vitest-environment happy-dom

import { act, fireEvent, screen as page, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { allNodes } from '#core/trees.ts'
import { commandRows, matchingRows, openAtFirst, zoneRows } from '#panels/forces/force-rows.ts'
import { ForcesLeft } from '#panels/forces/forces-left.tsx'
import { ForcesPanel } from '#panels/forces/forces-panel.tsx'
import { aBase, anOperation, aUnit, aZone, someContents } from '#support/build.ts'
import { giveSize, stand } from './stand.tsx'

beforeAll(giveSize)

const UNITS = [
  aUnit({ id: 'bn', name: 'Battalion 1', echelon: 'battalion', strengthCount: 280 }),
  aUnit({ id: 'bn-2', name: 'Battalion 2', echelon: 'battalion', strengthCount: 300 }),
  aUnit({ id: 'a', name: 'A Company', parentId: 'bn' }),
  aUnit({ id: 'b', name: 'B Company', parentId: 'bn', strengthCount: null, baseId: 'base-2' }),
]
const ZONES = [
  aZone({ id: 'sector', name: 'Sector North' }),
  aZone({ id: 'aor', name: 'AOR Alpha', kind: 'aor', parentId: 'sector', unitIds: ['a'] }),
]

function standForces(selection: { table: string; id: string } | null = null) {
  const contents = someContents({
    units: UNITS,
    zones: ZONES,
    bases: [
      aBase(),
      aBase({ id: 'base-2', name: 'Camp Bravo' }),
      aBase({ id: 'base-3', name: 'Camp Empty' }),
    ],
  })
  return stand(
    <>
      <ForcesLeft symbolOf={(unit) => <i>{unit.kind}</i>} />
      <ForcesPanel />
    </>,
    {
      contents,
      screen: {
        scenarioId: 'coa-1',
        place: 'zones',
        zonesTab: 'forces',
        selection: selection ? { type: 'row', ...selection } : null,
      },
    },
  )
}

const unitsOf = (room: ReturnType<typeof standForces>) =>
  room.documents.getState().document.tables.units
const zonesOf = (room: ReturnType<typeof standForces>) =>
  room.documents.getState().document.tables.zones
const row = (name: RegExp) => page.getByRole('row', { name })

/** Opens a list and takes one of it. */
function pick(label: RegExp, option: RegExp) {
  fireEvent.click(page.getByRole('button', { name: label }))
  fireEvent.click(page.getByRole('option', { name: option }))
}

describe('the tree of forces', () => {
  it('has units under those that command them, with strengths rolled up and the unknown kept', () => {
    const room = standForces()
    expect(row(/^Battalion 1, Camp Alpha · own 280, 420 people and 1 unit of unknown/)).toBeTruthy()
    expect(row(/^Battalion 1/).getAttribute('aria-expanded')).toBe('true')
    expect(row(/^B Company/).getAttribute('aria-level')).toBe('2')
    expect(row(/^B Company/).textContent).toContain('?')
    expect(row(/^All of the force/).textContent).toContain('720 + ?')
    expect(page.getByRole('status').textContent).toBe('4 units')
    fireEvent.change(page.getByRole('searchbox'), { target: { value: 'bravo' } })
    expect(page.getByRole('status').textContent).toBe('2 of 4 units')
    expect(page.queryByRole('row', { name: /^A Company/ })).toBeNull()
    expect(room.container.textContent).toContain('B Company')
  })

  it('opens the sheet of the unit that is pressed, and moves it under another without a drag', () => {
    const room = standForces({ table: 'units', id: 'a' })
    expect(page.getByRole('heading', { name: 'A Company' })).toBeTruthy()
    pick(/Moves under/, /^Battalion 2/)
    expect(unitsOf(room).get('a')?.parentId).toBe('bn-2')
    act(() => room.documents.getState().undo())
    expect(unitsOf(room).get('a')?.parentId).toBe('bn')
  })

  it('says why a unit cannot come under its own subordinate', () => {
    const room = standForces({ table: 'units', id: 'bn' })
    pick(/Moves under/, /^A Company/)
    expect(unitsOf(room).get('bn')?.parentId).toBeNull()
    expect(room.told).toEqual([
      'A Company is under Battalion 1, so Battalion 1 cannot come under it. Move A Company elsewhere first.',
    ])
  })

  it('keeps a strength that is not known apart from none, and refuses words', () => {
    const room = standForces({ table: 'units', id: 'a' })
    const field = page.getByRole('textbox', { name: /Strength/ }) as HTMLInputElement
    const write = (text: string) => {
      fireEvent.change(field, { target: { value: text } })
      fireEvent.keyDown(field, { key: 'Enter' })
    }
    write('')
    expect(unitsOf(room).get('a')?.strengthCount).toBeNull()
    write('some')
    expect(room.told.at(-1)).toContain('"some" is no strength')
    write('0')
    expect(unitsOf(room).get('a')?.strengthCount).toBe(0)
  })

  it('adds a unit under the selected one, and takes it out again', () => {
    const room = standForces({ table: 'units', id: 'bn' })
    fireEvent.click(page.getByRole('button', { name: 'Add unit' }))
    expect(page.getByRole('heading', { name: 'New unit' })).toBeTruthy()
    const added = [...unitsOf(room).values()].find(({ name }) => name === 'New unit')
    expect([added?.parentId, added?.strengthCount]).toEqual(['bn', null])
    fireEvent.click(page.getByRole('button', { name: 'Remove unit' }))
    expect(unitsOf(room).size).toBe(UNITS.length)
  })
})

describe('the tree by zone', () => {
  it('has units in the zones they answer for, and those for none', () => {
    standForces()
    fireEvent.click(page.getByRole('radio', { name: 'By zone' }))
    expect(row(/^Sector North, Sector · no unit answers for it, 140 people/)).toBeTruthy()
    expect(row(/^AOR Alpha/).getAttribute('aria-level')).toBe('2')
    expect(row(/^A Company/).getAttribute('aria-level')).toBe('3')
    expect(row(/^Answers for no zone, 3 units, 580 people and 1 unit/)).toBeTruthy()
  })

  it('assigns from the sheet', () => {
    const room = standForces({ table: 'units', id: 'a' })
    pick(/Answers for, in COA 1/, /^Sector North/)
    expect(zonesOf(room).get('sector')?.unitIds).toEqual(['a'])
    expect(zonesOf(room).get('aor')?.unitIds).toEqual([])
    pick(/Answers for/, /^No zone/)
    expect(zonesOf(room).get('sector')?.unitIds).toEqual([])
  })
})

describe('bases', () => {
  it('are listed, say why they cannot be removed, and are removed where nobody lives', () => {
    const room = standForces()
    fireEvent.click(page.getByRole('button', { name: /^Camp Alpha/ }))
    expect(page.getByText(/is based at Camp Alpha. Move it first/)).toBeTruthy()
    expect(page.getByRole('button', { name: 'Remove base' }).hasAttribute('disabled')).toBe(true)
    fireEvent.click(page.getByRole('button', { name: 'All forces' }))
    fireEvent.click(page.getByRole('button', { name: /^Camp Empty/ }))
    fireEvent.click(page.getByRole('button', { name: 'Remove base' }))
    expect(room.documents.getState().document.tables.bases.size).toBe(2)
  })
})

describe('rows', () => {
  it('of a large force are open at the top alone, and a search keeps what stands over a find', () => {
    const many = Array.from({ length: 90 }, (_, i) =>
      aUnit({ id: `u${i}`, name: `Unit ${i}`, parentId: i < 3 ? null : `u${i % 3}` }),
    )
    const { tables } = anOperation({ units: many })
    const rows = commandRows(tables)
    expect(openAtFirst(rows).size).toBe(4)
    const found = matchingRows(rows, 'ünit 77')
    expect(allNodes(found).map(({ name }) => name)).toEqual(['Unit 2', 'Unit 77'])
  })

  it('by zone hold every zone and unit once, whatever zones lie in', () => {
    const ring = [
      aZone({ id: 'x', parentId: 'y', unitIds: ['a'] }),
      aZone({ id: 'y', parentId: 'x' }),
      aZone({ id: 'z', parentId: 'gone' }),
    ]
    const rows = allNodes(zoneRows(anOperation({ units: UNITS, zones: ring }).tables, 'coa-1'))
    const keys = rows.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBe(3 + UNITS.length + 1)
  })

  it('sit in a row that can be found by its parts', () => {
    standForces()
    expect(within(row(/^A Company/)).getByRole('button', { name: 'Move A Company' })).toBeTruthy()
  })
})
