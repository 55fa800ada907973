// @vitest-environment happy-dom
import { act, screen as page } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Dataset } from '#core/records/dataset.ts'
import { StatusLine } from '#panels/status/status-line.tsx'
import { aDataset, someContents, someIncidents } from '#support/build.ts'
import { stand } from './stand.tsx'

const COLUMNS = someIncidents([[-9.41, 6.61]])

function standStatus(datasets: readonly Partial<Dataset>[]) {
  const contents = someContents({ datasets: datasets.map((parts) => aDataset(COLUMNS, parts)) })
  return stand(<StatusLine scaleBar="10 km" />, { contents })
}

const leftOf = ({ container }: ReturnType<typeof stand>) =>
  container.querySelector('.status-left')!.textContent

it('says of when the picture is, by what is most overdue, and marks what is stale', () => {
  const room = standStatus([
    { id: 'a', kind: 'incidents', asOf: '2026-11-19T12:00:00Z', expectedEveryHours: 24 },
    { id: 'b', kind: 'surveys', asOf: '2026-10-01T00:00:00Z', expectedEveryHours: 2208 },
  ])
  expect(leftOf(room)).toContain('Data as of 191200Z NOV 26')
  expect(leftOf(room)).toContain('3 d old')
  expect(page.getByRole('img', { name: 'stale' })).toBeTruthy()
})

it('marks what is ageing as such, and nothing that is fresh', () => {
  const day = { kind: 'incidents', expectedEveryHours: 24 } as const
  standStatus([{ ...day, asOf: '2026-11-21T06:00:00Z' }])
  expect(page.getByRole('img', { name: 'ageing' })).toBeTruthy()
  standStatus([{ ...day, asOf: '2026-11-22T06:00:00Z' }])
  expect(page.getAllByRole('img').length).toBe(1)
})

it('says where the pointer is, in grid reference and degrees; else the middle of the map', () => {
  const room = standStatus([])
  expect(page.getByText('No dated data yet')).toBeTruthy()
  expect(page.getByText(/Move over the map/)).toBeTruthy()
  act(() => room.screen.setState({ camera: { centre: [-9.4, 6.6], zoom: 8 } }))
  expect(page.getByText('WGS 84, centre')).toBeTruthy()
  act(() => room.screen.setState({ pointer: [-10.8047, 6.3106] }))
  const middle = room.container.querySelector('.status-middle')!.textContent
  expect(middle).toMatch(/^29N ?[A-Z]{2} ?\d{4,5} ?\d{4,5}/)
  expect(middle).toContain('6.3106, −10.8047')
  expect(middle).toContain('10 km')
})
