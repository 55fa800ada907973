import { Blob as NodeBlob } from 'node:buffer'
// @vitest-environment happy-dom
import { cleanup, fireEvent, screen as page, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { OperationContents } from '#core/operation-file.ts'
import type { ImportChoice } from '#formats/import/import-choice.ts'
import { contentsAfter } from '#formats/import/import-tables.ts'
import { columnsForReading } from '#jobs/columns-for-reading.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import type { BasemapFound } from '#panels/import/basemap-finding.tsx'
import { ImportPanel } from '#panels/import/import-panel.tsx'
import { type ImportState, NO_IMPORT } from '#panels/import/import-state.ts'
import { PLANNING_AT, someContents } from '#support/build.ts'
import { stand } from './stand.tsx'

const BAD_ROWS = Array.from({ length: 12 }, (_, i) => `Nowhere ${i},96,-9.3,5,village`)
const CSV = ['name,lat,lon,population,type', 'New Town,6.61,-9.31,800,village', ...BAD_ROWS].join(
  '\n',
)

/** Node's own, since that of jsdom cannot be cloned. */
function contentOf(text: string): Blob {
  return new NodeBlob([text]) as unknown as Blob
}

async function readState(text: string, asked: Partial<ImportState> = {}): Promise<ImportState> {
  const state = { ...NO_IMPORT, ...asked }
  const { choices, templates, systems } = state
  const files = [{ name: 'communities.csv', content: contentOf(text) }]
  const run = { now: PLANNING_AT, choices, templates }
  const input = { files, contents: someContents(), run, systems }
  return { ...state, status: 'read', files, read: await runJobInline('readFiles', input) }
}

function standImport(state: ImportState, basemap: BasemapFound | null = null) {
  const heard: unknown[] = []
  const room = stand(
    <ImportPanel
      state={state}
      basemap={basemap}
      onBasemap={() => heard.push('basemap')}
      onFiles={(files) => heard.push(...files)}
      onStop={() => heard.push('stop')}
      onChoice={(table, choice) => heard.push([table, choice])}
      onSystem={(file, system) => heard.push([file, system])}
      onTemplates={(templates) => heard.push(templates)}
      onReport={() => heard.push('report')}
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
  fireEvent.click(page.getByRole('button', { name: 'Save report' }))
  expect(room.heard).toEqual(['accept', 'report'])
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

it('asks whether protected cases came in before, with the columns that a worker is given', async () => {
  const text = (...dates: readonly string[]) =>
    ['date,lat,lon,type', ...dates.map((date) => `${date},6.61,-9.31,rape`)].join('\n')
  const read = (content: string, contents: OperationContents, answer: string) => {
    const answers = new Map([['protected-again', answer]])
    const choices = new Map([['cases.csv', { kind: 'incidents', mapping: new Map(), answers }]])
    const files = [{ name: 'cases.csv', content: contentOf(content) }]
    const held = { ...contents, columns: columnsForReading(contents) }
    const run = { now: PLANNING_AT, choices }
    return runJobInline('readFiles', { files, contents: held, run, systems: new Map() })
  }
  const first = await read(text('2026-03-01'), someContents(), 'add')
  const before = contentsAfter(someContents(), first.outcome)
  const grown = text('2026-03-01', '2026-04-01')
  const replaced = await read(grown, before, 'replace')
  expect(replaced.outcome.plans[0]!.replacedDatasetIds).toHaveLength(1)
  const waiting = await read(grown, before, '')
  const room = standImport({ ...NO_IMPORT, status: 'read', read: waiting })
  expect(page.getByRole('img', { name: 'to be answered' })).toBeTruthy()
  expect(page.getByRole('button', { name: 'Bring in 0 rows' })).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: /Has an earlier file told of these/ }))
  fireEvent.click(
    page.getByRole('option', { name: /it takes the place of this sender’s earlier ones/ }),
  )
  const [[file, { answers }]] = room.heard as [[string, ImportChoice]]
  expect([file, [...answers!]]).toEqual(['cases.csv', [['protected-again', 'replace']]])
})

it('offers to swap what landed in the wrong part of the world', async () => {
  const room = standImport(await readState(CSV))
  fireEvent.click(page.getByRole('button', { name: 'Swap latitude and longitude' }))
  expect(room.heard).toMatchObject([['communities.csv', { kind: 'communities', isSwapped: true }]])
})

it('shows which column says what, and takes a column from one field for another', async () => {
  const room = standImport(await readState(CSV))
  const columns = within(room.container.querySelector('.columns') as HTMLElement)
  fireEvent.click(columns.getByText(/^Columns: \d+ of \d+ found/))
  expect(columns.getByText('New Town · Nowhere 0 · Nowhere 1')).toBeTruthy()
  fireEvent.click(columns.getByRole('button', { name: /Column for population/ }))
  fireEvent.click(page.getByRole('option', { name: 'name' }))
  const [[, { mapping }]] = room.heard as [[string, { mapping: ReadonlyMap<string, string> }]]
  expect([mapping.get('population'), mapping.get('name'), mapping.get('latitude')]).toEqual([
    'name',
    '',
    'lat',
  ])
})

it('keeps how a sender’s files are read, finds it again, and forgets it', async () => {
  const odd = CSV.replace('name,lat,lon,population', 'who,lat,lon,souls')
  const mapping = new Map([
    ['name', 'who'],
    ['population', 'souls'],
  ])
  const choices = new Map([['communities.csv', { kind: 'communities', mapping }]])
  const first = standImport(await readState(odd, { choices }))
  fireEvent.change(page.getByRole('textbox', { name: 'Sender' }), {
    target: { value: 'Sector East' },
  })
  fireEvent.click(page.getByRole('button', { name: 'Keep as template' }))
  const [templates] = first.heard as [ImportState['templates']]
  expect(templates).toMatchObject([{ name: 'Sector East', kind: 'communities' }])
  cleanup()
  const later = await readState(odd.replace('New Town', 'Old Town'), { templates: templates! })
  expect(later.read!.outcome.plans[0]!.rows.communities).toMatchObject([
    { name: 'Old Town', populationCount: 800 },
  ])
  const second = standImport(later)
  expect(page.getByText('Sector East', { selector: 'b' })).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: 'Forget' }))
  expect(second.heard).toEqual([[]])
})

it('asks for a coordinate system that a file does not state, those of the ground first', async () => {
  const read = await readState(CSV)
  const unknown = { severity: 'error', code: 'crs-missing', message: 'No .prj.' } as const
  const issues = [{ ...unknown, file: 'roads.zip › roads.shp', line: null, field: null }]
  const room = standImport({ ...read, read: { ...read.read!, issues: issues as never } })
  fireEvent.click(page.getByRole('button', { name: /Coordinate system of roads.zip/ }))
  fireEvent.click(page.getByRole('option', { name: 'UTM zone 29 north, metres (EPSG:32629)' }))
  expect(room.heard).toEqual([['roads.zip', 'EPSG:32629']])
})

it('takes rows pasted from a spreadsheet as a file', async () => {
  const room = standImport(NO_IMPORT)
  const clipboardData = { getData: () => 'name\tlat\nA\t6', files: [] }
  fireEvent.paste(document.body, { clipboardData })
  const [file] = room.heard as [File]
  expect([file.name, await file.text()]).toEqual(['Pasted rows.tsv', 'name\tlat\nA\t6'])
})

it('draws where the rows would lie', async () => {
  standImport(await readState(CSV))
  expect(page.getByRole('img', { name: 'Map of 1 place' })).toBeTruthy()
})

it('cannot bring in a file of which nothing can be used, and says why', async () => {
  const room = standImport(await readState('a,b\n1,2\n'))
  const accept = page.getByRole('button', { name: 'Bring in 0 rows' }) as HTMLButtonElement
  expect(accept.disabled).toBe(true)
  expect(page.getByText('Nothing can come in as it is.')).toBeTruthy()
  expect(room.container.querySelectorAll('.issue').length).toBeGreaterThan(0)
})

it('says that it reads, and in one sentence that it failed', () => {
  const files = [{ name: 'a.csv', content: contentOf('') }]
  const { heard } = standImport({ ...NO_IMPORT, status: 'reading', files, progressShare: 0.5 })
  expect(page.getByRole('status').textContent).toBe('Reading 1 file …')
  fireEvent.click(page.getByRole('button', { name: 'Stop' }))
  expect(heard).toEqual(['stop'])
})

it('says in one sentence that it failed', () => {
  standImport({ ...NO_IMPORT, status: 'failed', error: 'a.csv could not be opened.' })
  expect(page.getByRole('alert').textContent).toBe('a.csv could not be opened.')
})

it('asks what a file leaves open, and hands the answer on', async () => {
  const dates = 'date,lat,lon,type\n03/04/2026,6.6,-9.3,theft\n05/06/2026,6.61,-9.31,theft\n'
  const state = await readState(dates)
  expect(state.read!.outcome.plans[0]!.rowsAccepted).toBe(0)
  const room = standImport(state)
  expect(page.getByRole('img', { name: 'to be answered' })).toBeTruthy()
  fireEvent.click(room.container.querySelector('.question button')!)
  fireEvent.click(page.getAllByRole('option')[0]!)
  const [[table, choice]] = room.heard as [[string, ImportChoice]]
  cleanup()
  const answered = await readState(dates, { choices: new Map([[table, choice]]) })
  expect(answered.read!.outcome.plans[0]!.rowsAccepted).toBe(2)
})
