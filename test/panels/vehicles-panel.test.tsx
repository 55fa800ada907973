// @vitest-environment happy-dom
import { fireEvent, screen as page } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { operationOf } from '#core/document.ts'
import { vehiclesInOrder } from '#core/vehicles-in-order.ts'
import { VehiclesPanel } from '#panels/vehicles/vehicles-panel.tsx'
import { stand } from './stand.tsx'

function standPanel() {
  const room = stand(<VehiclesPanel />)
  const vehicles = () => vehiclesInOrder(room.documents.getState().document)
  const { vehicleId } = operationOf(room.documents.getState().document)
  const first = vehicles().find(({ id }) => id === vehicleId)!
  const now = () => vehicles().find(({ id }) => id === first.id)!
  return { ...room, vehicles, first, now }
}

const cell = (label: string) => page.getByLabelText<HTMLInputElement>(label)
const write = (label: string, value: string) => {
  fireEvent.focus(cell(label))
  fireEvent.change(cell(label), { target: { value } })
  fireEvent.blur(cell(label))
}

describe('vehicles and speeds', () => {
  it('set one speed by class, surface and season, 0 for what cannot be passed', () => {
    const room = standPanel()
    write('Track, earth, wet, km/h', '0')
    write('Primary road, paved, dry, km/h', '72,5')
    expect(room.now().roadSpeeds.track.earth.wetKilometresPerHour).toBe(0)
    expect(room.now().roadSpeeds.primary.paved.dryKilometresPerHour).toBe(72.5)
    expect(room.now().roadSpeeds.primary.gravel).toEqual(room.first.roadSpeeds.primary.gravel)
  })

  it.each(['fast', '-1', '201', '', '1e3'])(
    'tell "%s" in one sentence, and keep what was',
    (text) => {
      const room = standPanel()
      write('Local road, gravel, dry, km/h', text)
      expect(page.getByRole('alert').textContent).toContain(
        `Local road, gravel, dry: "${text}" is no number from 0 to 200 km/h.`,
      )
      expect(room.now()).toEqual(room.first)
      expect(cell('Local road, gravel, dry, km/h').value).toBe(
        String(room.first.roadSpeeds.local.gravel.dryKilometresPerHour),
      )
    },
  )

  it('move by Enter and arrows from number to number', () => {
    standPanel()
    const from = cell('Secondary road, gravel, dry, km/h')
    const goes = (key: string) => {
      from.focus()
      from.setSelectionRange(0, from.value.length)
      fireEvent.keyDown(from, { key })
      return document.activeElement?.getAttribute('aria-label')
    }
    expect(goes('Enter')).toBe('Local road, gravel, dry, km/h')
    expect(goes('ArrowUp')).toBe('Primary road, gravel, dry, km/h')
    expect(goes('ArrowRight')).toBe('Secondary road, gravel, wet, km/h')
    expect(goes('ArrowLeft')).toBe('Secondary road, paved, wet, km/h')
  })

  it('open on the vehicle that travel times are for', () => {
    const { first, vehicles } = standPanel()
    expect(first).not.toBe(vehicles().find(({ mode }) => mode === 'road'))
    expect(page.getAllByRole('button', { name: /Vehicle/ })[0]?.textContent).toContain(first.name)
  })

  it('copy a vehicle, and remove what nothing uses', () => {
    const room = standPanel()
    const count = room.vehicles().length
    fireEvent.click(page.getByRole('button', { name: 'Copy' }))
    expect(room.vehicles().map(({ name }) => name)).toContain(`${room.first.name}, copy`)
    fireEvent.click(page.getByRole('button', { name: 'Remove' }))
    expect(room.vehicles()).toHaveLength(count)
    fireEvent.click(page.getByRole('button', { name: 'Remove' }))
    expect(room.vehicles()).toHaveLength(count)
    expect(page.getByRole('alert').textContent).toMatch(/ first\./)
  })

  it('show the load class that follows from the mass until one is given', () => {
    const room = standPanel()
    write('Gross mass, t', '20')
    expect(cell('Load class').placeholder).toBe('23')
    write('Load class', '30')
    expect(room.now().loadClass).toBe(30)
    write('Load class', '')
    expect(room.now().loadClass).toBeNull()
  })

  it('set the width from which water is not waded, which is 20 m until somebody says it', () => {
    const room = standPanel()
    const width = () => operationOf(room.documents.getState().document).waterBarrierMetres
    const label = 'Width of water that is not waded, m'
    expect([cell(label).value, width()]).toEqual(['20', undefined])
    write(label, '35')
    expect([cell(label).value, width()]).toEqual(['35', 35])
    write(label, '0')
    expect(page.getByRole('alert').textContent).toContain('"0" is no number from 1 to 1000 m.')
    expect(width()).toBe(35)
  })
})
