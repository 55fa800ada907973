// @vitest-environment happy-dom
import { fireEvent, screen as page, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { ImportPanel } from '#panels/import/import-panel.tsx'
import { type ImportState, NO_IMPORT } from '#panels/import/import-state.ts'
import { PLANNING_AT, someContents } from '#support/build.ts'
import { stand } from './stand.tsx'

const BAD_ROWS = Array.from({ length: 12 }, (_, i) => `Nowhere ${i},96,-9.3,5,village`)
const CSV = ['name,lat,lon,population,type', 'New Town,6.61,-9.31,800,village', ...BAD_ROWS].join(
  '\n',
)

async function readState(text: string): Promise<ImportState> {
  const files = [{ name: 'communities.csv', bytes: new TextEncoder().encode(text) }]
  const run = { now: PLANNING_AT }
  const input = { files, contents: someContents(), run, crs: null }
  return { ...NO_IMPORT, status: 'read', files, read: await runJobInline('readFiles', input) }
}

function standImport(state: ImportState) {
  const heard: unknown[] = []
  const room = stand(
    <ImportPanel
      state={state}
      onFiles={(files) => heard.push(...files)}
      onKind={(kind) => heard.push(kind)}
      onSwap={(isSwapped) => heard.push(isSwapped)}
      onAccept={() => heard.push('accept')}
    />,
  )
  return { ...room, heard }
}

it('counts what comes in and what stays out, and brings it in by one press', async () => {
  const room = standImport(await readState(CSV))
  expect(room.container.querySelector('.import-counts')!.textContent).toContain(
    '1 of 13 rows come in, 12 stay out',
  )
  expect(page.getByRole('img', { name: 'comes in' })).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: 'Bring in 1 row' }))
  expect(room.heard).toEqual(['accept'])
  expect(room.documents.getState().done).toEqual([])
})

it('tells twelve bad rows in one line, each with its place when opened', async () => {
  const room = standImport(await readState(CSV))
  const [issue] = [...room.container.querySelectorAll('.issue')]
  expect(room.container.querySelectorAll('.issue').length).toBe(1)
  expect(issue!.querySelector('summary')!.textContent).toMatch(/Line 3.*and 11 more like it/s)
  const others = [...issue!.querySelectorAll('details ul li')].map((line) => line.textContent)
  expect(others.length).toBe(11)
  expect(others.at(-1)).toContain('Line 14')
})

it('shows the first rows, the columns that are used first and with their meaning', async () => {
  const room = standImport(await readState(CSV))
  const table = within(room.container.querySelector('.sample') as HTMLElement)
  expect(table.getAllByRole('columnheader').every(({ textContent }) => !!textContent)).toBe(true)
  expect(table.getByText('New Town')).toBeTruthy()
})

it('offers to swap what landed in the wrong part of the world', async () => {
  const room = standImport(await readState(CSV))
  fireEvent.click(page.getByRole('button', { name: 'Swap latitude and longitude' }))
  expect(room.heard).toEqual([true])
})

it('cannot bring in a file of which nothing can be used, and says why', async () => {
  const room = standImport(await readState('a,b\n1,2\n'))
  const accept = page.getByRole('button', { name: 'Bring in 0 rows' }) as HTMLButtonElement
  expect(accept.disabled).toBe(true)
  expect(page.getByText('Nothing can come in as it is.')).toBeTruthy()
  expect(room.container.querySelectorAll('.issue').length).toBeGreaterThan(0)
})

it('says that it reads, and in one sentence that it failed', () => {
  const files = [{ name: 'a.csv', bytes: new Uint8Array() }]
  standImport({ ...NO_IMPORT, status: 'reading', files, progressShare: 0.5 })
  expect(page.getByRole('status').textContent).toBe('Reading 1 file …')
})

it('says in one sentence that it failed', () => {
  standImport({ ...NO_IMPORT, status: 'failed', error: 'a.csv could not be opened.' })
  expect(page.getByRole('alert').textContent).toBe('a.csv could not be opened.')
})
