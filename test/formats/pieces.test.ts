import { describe, expect, it } from 'vitest'
import { emptyDocument } from '#core/document.ts'
import { createRandom } from '#core/random.ts'
import { type ByteSource, sourceOfBlob, sourceOfBytes } from '#formats/byte-source.ts'
import { csvPieces } from '#formats/csv/csv-pieces.ts'
import { geojsonPieces } from '#formats/geojson/geojson-pieces.ts'
import { NO_CHOICE } from '#formats/import/import-choice.ts'
import { planImport, planPieces } from '#formats/import/plan-import.ts'
import type { ImportPlan } from '#formats/import/plan-reading.ts'
import { MEMBERS_KEY } from '#formats/marks/stated.ts'
import { readFile } from '#formats/read-file.ts'
import { LARGE_FILE_BYTES, readPieces } from '#formats/read-pieces.ts'
import { NO_ANSWERS } from '#formats/registry.ts'
import { PieceFault, type TablePieces } from '#formats/table-pieces.ts'

const CONTEXT = {
  document: emptyDocument('pieces'),
  theatre: null,
  isSwapped: false,
  now: '2026-11-22T12:00:00Z',
  fileHash: null,
}
const encode = (text: string) => new TextEncoder().encode(text)

async function openCsv(source: ByteSource): Promise<TablePieces> {
  const opened = await csvPieces(source)
  if (!opened?.ok) throw new Error(opened?.issues[0]?.message)
  return opened.value
}

async function openGeojson(source: ByteSource): Promise<TablePieces> {
  const opened = await geojsonPieces(source, NO_ANSWERS)
  if (!opened?.ok) throw new Error(opened?.issues[0]?.message)
  return opened.value
}

async function piecesIn(pieces: TablePieces): Promise<number> {
  let count = 0
  for await (const _ of pieces.all()) count++
  return count
}

function planned(pieces: TablePieces): Promise<ImportPlan> {
  return planPieces(pieces, CONTEXT, NO_CHOICE, () => {})
}

async function whole(name: string, bytes: Uint8Array): Promise<ImportPlan> {
  const read = await readFile(name, bytes)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return planImport(read.value[0]!, CONTEXT)
}

/** A plan without its columns, whose hash stands in their dataset. */
function told({ batches, ...plan }: ImportPlan) {
  return { ...plan, datasets: batches.map(({ dataset }) => dataset) }
}

/** What nobody reads: it makes up the bytes of pieces with few rows. */
const PADDING = 'x'.repeat(300)

/** Rows of a register with everything that can go wrong in one: 15,000 are some 5 MB, three pieces. */
function registerText(seed: number, { rowCount = 15_000, delimiter = ',' } = {}): string {
  const chance = createRandom(seed)
  const pick = <T>(list: readonly T[]) => list[chance.below(list.length)]!
  const two = (number: number) => String(number).padStart(2, '0')
  const rows = Array.from({ length: rowCount }, (_, i) => {
    const day = `20${two(10 + chance.below(15))}-${two(1 + chance.below(13))}-${two(1 + chance.below(29))}`
    const date = chance.below(50) === 0 ? pick(['', 'soon', '13/02/2019']) : day
    const lat = chance.below(80) === 0 ? pick(['', '96', 'x']) : (4 + 4 * chance.next()).toFixed(4)
    const id = chance.below(60) === 0 ? `E${chance.below(i + 1)}` : `E${i}`
    const note = pick(['"a ""quoted"" word"', '"two\nlines"', 'é', '', `"with${delimiter}mark"`])
    const type = pick(['theft', 'Violence', 'protest', 'rumour', ''])
    return [
      id,
      date,
      type,
      lat,
      (-11 + 3 * chance.next()).toFixed(4),
      chance.below(9) - 1,
      note,
      PADDING,
    ]
  })
  const heading = ['id', 'date', 'type', 'latitude', 'longitude', 'affected', 'title', 'padding']
  return [heading, ...rows].map((cells) => cells.join(delimiter)).join('\n')
}

describe('a delimited text read in pieces', () => {
  // Three pieces once, for one that is neither first nor last; two with other chances and another mark.
  it.each([
    [1, { rowCount: 15_000 }],
    [2, { rowCount: 9_000, delimiter: ';' }],
    [3, { rowCount: 9_000 }],
  ])('gives the very plan of the whole, seed %i', async (seed, how) => {
    const bytes = encode(registerText(seed, how))
    const pieces = await openCsv(sourceOfBytes('register.csv', bytes))
    expect(await piecesIn(pieces)).toBeGreaterThan(1)
    const plan = await planned(pieces)
    expect(told(plan)).toEqual(told(await whole('register.csv', bytes)))
    expect(plan.rowsAccepted).toBeGreaterThan((5 / 6) * how.rowCount)
    expect(plan.rowsRefused).toBeGreaterThan(how.rowCount / 60)
    expect(pieces.readShare()).toBe(1)
  })

  it('is read again where its end shows how its dates, commas and marks are written', async () => {
    const line = (date: string, severity: string) => `${date};6,5;-9,5;theft;${severity};${PADDING}`
    const early = Array.from({ length: 7000 }, () => line('05/06/2019', '1'))
    const late = Array.from({ length: 3000 }, () => line('06/25/2019', '4'))
    const text = ['date;lat;lon;type;severity;padding', ...early, ...late].join('\n')
    const pieces = await openCsv(sourceOfBytes('late.csv', encode(text)))
    expect(await piecesIn(pieces)).toBeGreaterThan(1)
    const plan = await planned(pieces)
    expect(told(plan)).toEqual(told(await whole('late.csv', encode(text))))
    expect(plan.issues.some(({ code }) => code === 'date-month-first')).toBe(true)
    const severity = plan.batches[0]!.columns.fields['severityShare']
    expect(severity?.type === 'number' && severity.values[0]).toBe(0.2)
  })

  it('is Windows-1252 as a whole where one byte near the end is no UTF-8', async () => {
    const row = `2019-01-02,6.5,-9.5,theft,${PADDING}\n`
    const text = `date,lat,lon,type,title\n${row.repeat(8_000)}`
    const bytes = encode(`${text}2019-01-02,6.5,-9.5,theft,caf?`)
    bytes[bytes.length - 1] = 0xe9
    const plan = await planned(await openCsv(sourceOfBytes('late.csv', bytes)))
    expect(plan.issues.filter(({ code }) => code === 'encoding-guessed')).toHaveLength(1)
    expect(plan.rowsAccepted).toBe(8_001)
  })

  it('names a quote that nobody closed, and holds no more than 34 MB of it', async () => {
    const text = `date,lat,lon,type,title\n2019-01-02,6.5,-9.5,theft,"open\n${'2019-01-02,6.5,-9.5,theft,plain\n'.repeat(1_200_000)}`
    const opened = await csvPieces(sourceOfBytes('open.csv', encode(text)))
    const message = opened?.ok === false ? opened.issues[0]?.message : null
    expect(message).toContain('a quote opens on line 2 and never closes')
  })

  it('lists ten thousand of the same fault and counts the others', async () => {
    const text = `date,lat,lon,type\n${'soon,6.5,-9.5,theft\n'.repeat(12_000)}2019-01-02,6.5,-9.5,theft`
    const plan = await planned(await openCsv(sourceOfBytes('a.csv', encode(text))))
    expect([plan.rowsRead, plan.rowsAccepted, plan.rowsRefused]).toEqual([12_001, 1, 12_000])
    const listed = plan.issues.filter(({ code }) => code === 'date-unreadable')
    expect(listed).toHaveLength(10_000)
    const rest = plan.issues.find(({ code }) => code === 'more-alike')
    expect(rest?.message).toContain(
      '2\u202f000 more rows are like this one and not listed: Line 2: ',
    )
  })
})

describe('GeoJSON read in pieces', () => {
  const feature = (i: number) => ({
    type: 'Feature',
    geometry: i % 97 === 0 ? null : { type: 'Point', coordinates: [-9 - (i % 100) / 100, 6.5] },
    properties: {
      id: `E${i}`,
      date: '2019-03-04',
      type: 'theft',
      title: `] } "${i}\\" é`,
      padding: PADDING,
    },
  })
  const features = Array.from({ length: 5_500 }, (_, i) => feature(i))

  it.each([
    ['a collection', JSON.stringify({ type: 'FeatureCollection', features })],
    ['one set out in lines', JSON.stringify({ type: 'FeatureCollection', features }, null, 1)],
    ['a feature a line', features.map((one) => JSON.stringify(one)).join('\n')],
    ['a sequence with signs', features.map((one) => `\u001e${JSON.stringify(one)}\n`).join('')],
  ])('%s gives the very plan of the whole', async (_, text) => {
    const bytes = encode(text)
    const pieces = await openGeojson(sourceOfBytes('register.geojson', bytes))
    expect(await piecesIn(pieces)).toBeGreaterThan(1)
    expect(told(await planned(pieces))).toEqual(told(await whole('register.geojson', bytes)))
  })

  it('cut off anywhere is refused as not whole', async () => {
    const text = JSON.stringify({ type: 'FeatureCollection', features })
    for (const length of [text.length - 1, text.length - 60, 2_200_000]) {
      const source = sourceOfBytes('cut.geojson', encode(text.slice(0, length)))
      const opened = await geojsonPieces(source, NO_ANSWERS)
      expect(opened?.ok === false && opened.issues[0]?.message).toContain('it is not whole')
    }
  })

  it('that no list ends is refused when its end is reached', async () => {
    const text = JSON.stringify({ type: 'FeatureCollection', features })
    const bytes = encode(text.slice(0, text.lastIndexOf(',{"type":"Feature"')))
    const pieces = await openGeojson(sourceOfBytes('cut.geojson', bytes))
    await expect(planned(pieces)).rejects.toThrow(PieceFault)
  })

  it('keeps the label and source that a file of ours states', async () => {
    const stated = { source: 'JMAC', licence: 'CC BY 4.0', sensitivity: 'severe' }
    const text = JSON.stringify({ type: 'FeatureCollection', [MEMBERS_KEY]: stated, features })
    const plan = await planned(await openGeojson(sourceOfBytes('ours.geojson', encode(text))))
    expect(told(plan)).toEqual(told(await whole('ours.geojson', encode(text))))
    expect(plan.batches[0]?.dataset.sensitivity).toBe('severe')
  })

  it('tells of members that come late, and of another coordinate system at the end', async () => {
    const late = [...features, { ...feature(1), properties: { id: 'L', deaths: 3 } }]
    const text = JSON.stringify({ type: 'FeatureCollection', features: late })
    const plan = await planned(await openGeojson(sourceOfBytes('late.geojson', encode(text))))
    expect(plan.issues.filter(({ code }) => code === 'column-late')).toHaveLength(1)
    const named = text.replace(
      /\}$/,
      ',"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9999"}}}',
    )
    const refused = await geojsonPieces(sourceOfBytes('a.geojson', encode(named)), NO_ANSWERS)
    expect(refused?.ok === false && refused.issues[0]?.code).toBe('crs-unknown')
  })
})

it('only large files of two formats come in pieces', async () => {
  const small = new Blob(['date,lat,lon,type\n2019-01-02,6.5,-9.5,theft\n'])
  expect(await readPieces(sourceOfBlob('a.csv', small))).toBeNull()
  const row = '2019-01-02,6.5,-9.5,theft\n'
  const large = new Blob([`date,lat,lon,type\n${row.repeat(LARGE_FILE_BYTES / row.length)}`])
  const opened = await readPieces(sourceOfBlob('a.csv', large))
  expect(opened?.ok && opened.value.first.headings).toEqual(['date', 'lat', 'lon', 'type'])
  const beginnings = [
    '',
    '\u001f\u008b',
    'PK\u0003\u0004',
    'SQLite format 3\0',
    'PAR1',
    'fgb\u0003',
  ]
  for (const beginning of beginnings) {
    const bytes = new Uint8Array(LARGE_FILE_BYTES)
    bytes.set(Uint8Array.from(beginning, (letter) => letter.charCodeAt(0)))
    expect(await readPieces(sourceOfBytes('a.csv', bytes))).toBeNull()
  }
})
