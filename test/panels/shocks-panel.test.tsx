// @vitest-environment happy-dom
import { fireEvent, screen as page } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { restrictionsOfShock, shocksInOrder } from '#core/shocks-of.ts'
import { UnderChip } from '#panels/scenarios/under-chip.tsx'
import { ShocksPanel } from '#panels/shocks/shocks-panel.tsx'
import type { ScreenState } from '#state/screen-store.ts'
import { aRestriction, aScenario, aShock, someContents } from '#support/build.ts'
import { smallTheatre } from '../state/small-theatre.ts'
import { stand } from './stand.tsx'

const press = (name: string | RegExp) => fireEvent.click(page.getByRole('button', { name }))

function standPanel(contents: Parameters<typeof stand>[1] & object = { contents: smallTheatre() }) {
  const room = stand(<ShocksPanel />, contents)
  const document = () => room.documents.getState().document
  return { ...room, document, names: () => shocksInOrder(document()).map(({ name }) => name) }
}

describe('shocks', () => {
  it('are made from presets: wet season, a base by name, a road by name', () => {
    const room = standPanel()
    press('Wet season')
    press('Base lost …')
    press(/Camp Alpha/)
    press('Road denied …')
    press(/Road 1/)
    expect(room.names()).toEqual(['Wet season', 'Camp Alpha lost', 'Road 1 denied'])
    const [wet, base, road] = shocksInOrder(room.document())
    expect([wet?.season, base?.lostBaseIds]).toEqual(['wet', ['base-1']])
    expect(restrictionsOfShock(room.document(), road!.id)[0]).toMatchObject({
      kind: 'denial',
      effect: { type: 'closed' },
      geometry: { type: 'segment' },
    })
  })

  it('copy several restrictions at once, and list what is selected on the map first', () => {
    const rows = ['One', 'Two', 'Three'].map((name) => aRestriction({ id: name, name }))
    const selection: ScreenState['selection'] = { type: 'row', table: 'restrictions', id: 'Three' }
    const contents = someContents({ restrictions: rows })
    const room = standPanel({ contents, screen: { selection } })
    press('Copy of restrictions …')
    const items = page.getAllByRole('button', { pressed: false }).map((each) => each.textContent)
    expect(items[0]).toBe('Threeselected · ')
    press(/^One/)
    press(/^Two/)
    press('Copy 2 restrictions')
    const [shock] = shocksInOrder(room.document())
    expect(restrictionsOfShock(room.document(), shock!.id).map(({ name }) => name)).toEqual([
      'One',
      'Two',
    ])
  })

  it('are put on COAs by chips, and the current posture is tried as a new COA', () => {
    const contents = someContents({ shocks: [aShock()] })
    const room = standPanel({ contents })
    press(/COA 1/)
    expect(room.document().tables.scenarios.get('coa-1')?.shockIds).toEqual(['shock-1'])
    press('Try the current posture, as a new COA')
    const { scenarioId } = room.screen.getState()
    expect(room.document().tables.scenarios.get(scenarioId ?? '')).toMatchObject({
      isBaseline: false,
      shockIds: ['shock-1'],
    })
    press('Remove this shock')
    expect(room.document().tables.scenarios.get('coa-1')?.shockIds).toEqual([])
    expect(page.getByText(/No shocks yet/)).toBeTruthy()
  })

  it('refuse a name that is taken, in a sentence of their own', () => {
    const shocks = [aShock(), aShock({ id: 'shock-2', name: 'Flood', orderKey: 'b' })]
    standPanel({ contents: someContents({ shocks }) })
    const field = page.getByLabelText('Name')
    fireEvent.change(field, { target: { value: 'Flood' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(page.getByRole('alert').textContent).toMatch(/called Flood already/)
  })
})

describe('the chip of a scenario under shocks', () => {
  it('names them, and is not there for the facts', () => {
    const scenarios = [aScenario({ shockIds: ['shock-1'] })]
    const contents = someContents({ scenarios, shocks: [aShock()] })
    const { container } = stand(<UnderChip scenarioId="coa-1" />, { contents })
    expect(container.textContent).toBe('under Crossing out')
    expect(stand(<UnderChip scenarioId="none" />, { contents }).container.textContent).toBe('')
  })
})
