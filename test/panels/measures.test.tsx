// @vitest-environment happy-dom
import { act, fireEvent, screen as page } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import { nextRadius } from '#panels/zones/measures/ring-fields.tsx'
import { ZonesLeft } from '#panels/zones/zones-left.tsx'
import { ZonesPanel } from '#panels/zones/zones-panel.tsx'
import { aControlMeasure, someContents } from '#support/build.ts'
import { giveSize, stand } from './stand.tsx'

beforeAll(giveSize)

const RINGS = aControlMeasure({
  id: 'rings',
  name: 'Guns',
  kind: 'rangeRings',
  geometry: { type: 'rings', centre: [-9.3, 6.6], radiiMetres: [5000, 12_000] },
})

function standMeasures(
  selectedId: string | null = 'measure-1',
  controlMeasures: readonly ControlMeasure[] = [aControlMeasure(), RINGS],
) {
  const room = stand(
    <>
      <ZonesLeft />
      <ZonesPanel />
    </>,
    {
      contents: someContents({ controlMeasures }),
      screen: {
        scenarioId: 'coa-1',
        place: 'zones',
        selection: selectedId ? { type: 'row', table: 'controlMeasures', id: selectedId } : null,
      },
    },
  )
  const measure = (id = 'measure-1') =>
    room.documents.getState().document.tables.controlMeasures.get(id)
  return { ...room, measure }
}

const button = (name: string | RegExp) => page.getByRole('button', { name }) as HTMLButtonElement

describe('the list of control measures', () => {
  it('names them with kind and length; a press selects one and flies there', () => {
    const { screen, container } = standMeasures(null)
    const rows = [...container.querySelectorAll('.measure-name')].map((row) => row.textContent)
    expect(rows).toEqual(['GunsRange rings12.0 km', 'PL IRONPhase line44.2 km'])
    fireEvent.click(page.getByText('Guns'))
    const { selection, flight } = screen.getState()
    expect(selection).toEqual({ type: 'row', table: 'controlMeasures', id: 'rings' })
    expect(flight?.centre[0]).toBeCloseTo(-9.3)
    expect(flight?.centre[1]).toBeCloseTo(6.6)
    expect(page.getByRole('heading', { level: 2 }).textContent).toBe('Guns')
  })

  it('is not there while there are none', () => {
    const { container } = standMeasures(null, [])
    expect(container.textContent).not.toContain('Control measures')
  })
})

describe('the sheet of a control measure', () => {
  it('renames, locks, moves and deletes it, each one step', () => {
    const { documents, screen, measure } = standMeasures()
    fireEvent.change(page.getByLabelText('Name'), { target: { value: 'PL STEEL' } })
    fireEvent.blur(page.getByLabelText('Name'))
    expect(measure()?.name).toBe('PL STEEL')
    fireEvent.click(button('Move points'))
    expect(screen.getState().tool).toBe('edit')
    fireEvent.click(button('Done'))
    fireEvent.click(button('Lock'))
    expect(button('Move points').disabled).toBe(true)
    expect(button('Delete').disabled).toBe(true)
    fireEvent.click(button('Unlock'))
    fireEvent.click(button('Delete'))
    expect(measure()).toBeUndefined()
    expect(screen.getState().selection).toBeNull()
    for (let step = 0; step < 4; step += 1) act(() => documents.getState().undo())
    expect(measure()).toEqual(aControlMeasure())
  })

  it('changes radii in kilometres, adds and takes out rings', () => {
    const { measure } = standMeasures('rings')
    const radii = () => {
      const geometry = measure('rings')?.geometry
      return geometry?.type === 'rings' ? geometry.radiiMetres : null
    }
    const first = page.getByLabelText('Radius of ring 1, km') as HTMLInputElement
    expect(first.value).toBe('5')
    fireEvent.change(first, { target: { value: '7.5' } })
    fireEvent.blur(first)
    expect(radii()).toEqual([7500, 12_000])
    fireEvent.click(button('Add a ring'))
    expect(radii()).toEqual([7500, 12_000, 16_500])
    fireEvent.click(button('Take out ring 1'))
    fireEvent.click(button('Take out ring 1'))
    expect(radii()).toEqual([16_500])
    expect(button('Take out ring 1').disabled).toBe(true)
  })

  it('gives the next ring the same step as the last', () => {
    expect([nextRadius([5000]), nextRadius([10_000, 5000])]).toEqual([10_000, 15_000])
    expect(nextRadius([5000, 5000])).toBe(10_000)
  })
})
