import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { epochMinutesOf } from '#core/time/instant.ts'
import { column, type ExportTable, pointAt } from '#formats/export/export-table.ts'
import { EXPORT_FORMATS } from '#formats/export/formats.ts'
import { readDate } from '#formats/import/cells/read-date.ts'
import { readFile } from '#formats/read-file.ts'
import { ABOUT } from './about.ts'

const DAYS = ['2026-01-02T00:00:00Z', '1900-03-01T00:00:00.000Z', null, '9999-12-31T00:00:00Z']
const INSTANTS = ['2026-01-02T03:04:05Z', '2026-01-02T00:00:00Z', null, '1999-12-31T23:59:59Z']
const OLD = ['1850-01-02T00:00:00Z', '1900-02-28T00:00:00Z', null, '2026-01-02T00:00:00Z']

async function fileOf(format: string) {
  const table: ExportTable = {
    id: 't',
    layer: 't',
    title: 'Dates',
    stem: 'dates',
    columns: ['day', 'instant', 'old'].map((name) => column(name, 'date')),
    rows: DAYS.map((day, i) => ({
      cells: [day, INSTANTS[i] ?? null, OLD[i] ?? null],
      geometry: pointAt([1, 2]),
    })),
    provenance: { sources: [], licence: '', asOf: null, files: [] },
    sensitivity: 'low',
    isExercise: false,
    styledBy: null,
  }
  const write = await EXPORT_FORMATS.find(({ id }) => id === format)!.load()
  return (await write([table], ABOUT)).bytes
}

it.each(['xlsx', 'shapefile', 'csv', 'gpkg'])(
  'comes back from %s to the second',
  async (format) => {
    const read = await readFile('x.zip', await fileOf(format))
    const [table] = read.ok ? read.value : []
    const minutesOf = (text: unknown) => {
      const date = text === null ? null : readDate(String(text))
      return date && ('code' in date ? date.code : date.epochMinutes)
    }
    Object.entries({ day: DAYS, instant: INSTANTS, old: OLD }).forEach(([name, instants]) => {
      const at = table!.headings.indexOf(name)
      const back = table!.records.map(({ cells }) => minutesOf(cells[at]))
      expect(back).toEqual(instants.map((instant) => instant && epochMinutesOf(instant)))
    })
  },
)

it('writes cells of Excel as dates, wide enough to be seen, and as texts what Excel cannot hold', async () => {
  const parts = unzipSync(await fileOf('xlsx'))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
  expect(sheet).toContain('<c r="A2" s="2"><v>46024</v></c>')
  expect(sheet).toMatch(/<c r="B2" s="3"><v>46024\.127\d+<\/v>/)
  expect(sheet).toContain('<c r="B3" s="3"><v>46024</v></c>')
  expect(sheet).toMatch(/<c r="C2" s="2" t="inlineStr">.*?1850-01-02T00:00:00Z/)
  expect(sheet).toContain('<col min="1" max="1" width="12" customWidth="1"/>')
  expect(strFromU8(parts['xl/styles.xml']!)).toMatch(/formatCode="yyyy\\-mm\\-dd"/)
})

it('writes days of dBASE as days, and columns with times as texts', async () => {
  const dbf = unzipSync(await fileOf('shapefile'))['dates.dbf']!
  const typeOf = (field: number) => String.fromCharCode(dbf[32 + 32 * field + 11]!)
  expect([0, 1, 2, 3].map(typeOf)).toEqual(['D', 'C', 'D', 'C'])
  expect(strFromU8(dbf, true)).toContain('20260102')
})
