import Papa from 'papaparse'
import { emptyDocument } from '#core/document.ts'
import { createRandom } from '#core/random.ts'
import { planImport } from '#formats/import/plan-import.ts'
import type { RawTable } from '#formats/raw-table.ts'
import { readFile } from '#formats/read-file.ts'
import { type BenchRow, median } from './bench-row.ts'

const ROWS = 300_000
const ROUNDS = 3
/** Issue 3's own: rows a second from CSV to columns. */
const TARGET_PER_SECOND = 150_000

/** A large register of incidents as CSV and as GeoJSON, beside the plain parsers on the same bytes. */
export async function imports(): Promise<readonly BenchRow[]> {
  const csv = csvOf(ROWS)
  const geojson = geojsonOf(ROWS / 3)
  const parse = await medianMs(() => void Papa.parse(new TextDecoder().decode(csv)))
  const jsonParse = await medianMs(() => void JSON.parse(new TextDecoder().decode(geojson)))
  return [
    {
      name: `CSV of ${ROWS} incidents, ${megabytes(csv)} MB, to columns`,
      figures: await throughput('register.csv', csv, ROWS, parse, 'papaparse alone'),
    },
    {
      name: `GeoJSON of ${ROWS / 3} incidents, ${megabytes(geojson)} MB, to columns`,
      figures: await throughput(
        'register.geojson',
        geojson,
        ROWS / 3,
        jsonParse,
        'JSON.parse alone',
      ),
    },
  ]
}

async function throughput(
  name: string,
  bytes: Uint8Array,
  rowCount: number,
  plainMs: number,
  plain: string,
): Promise<BenchRow['figures']> {
  const readMs = await medianMs(async () => void (await tableOf(name, bytes)))
  const table = await tableOf(name, bytes)
  const planMs = await medianMs(() => void planOf(table))
  const perSecond = Math.round((1000 * rowCount) / (readMs + planMs))
  return {
    'read ms': Math.round(readMs),
    'to columns ms': Math.round(planMs),
    'rows/s': perSecond,
    target: TARGET_PER_SECOND,
    [`${plain} ms`]: Math.round(plainMs),
    [`times ${plain}`]: (readMs + planMs) / plainMs,
  }
}

async function tableOf(name: string, bytes: Uint8Array): Promise<RawTable> {
  const read = await readFile(name, bytes)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value[0]!
}

function planOf(table: RawTable) {
  return planImport(table, {
    document: emptyDocument('bench'),
    theatre: null,
    isSwapped: false,
    now: '2026-11-22T12:00:00Z',
    fileHash: null,
  })
}

/** The middle of several runs, in milliseconds. */
async function medianMs(run: () => void | Promise<void>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now()
    await run()
    times.push(performance.now() - from)
  }
  return median(times)
}

type Incident = readonly [id: string, date: string, type: string, lat: string, lon: string]

function incidentsOf(count: number): Incident[] {
  const chance = createRandom(3)
  const types = ['violence', 'theft', 'protest', 'roadblock']
  const two = (number: number) => String(number).padStart(2, '0')
  return Array.from({ length: count }, (_, i): Incident => {
    const date = `20${10 + chance.below(15)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`
    const [lat, lon] = [(4.5 + 4 * chance.next()).toFixed(5), (-11 + 3 * chance.next()).toFixed(5)]
    return [`E${i}`, date, types[chance.below(4)]!, lat, lon]
  })
}

function csvOf(count: number): Uint8Array {
  const rows = incidentsOf(count).map(
    (row, i) => `${row.join(',')},${i % 50},"Near place ${i % 500}"`,
  )
  return new TextEncoder().encode(
    `id,date,type,latitude,longitude,affected,title\n${rows.join('\n')}`,
  )
}

function geojsonOf(count: number): Uint8Array {
  const features = incidentsOf(count).map(([id, date, type, lat, lon]) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [Number(lon), Number(lat)] },
    properties: { id, date, type, title: 'Near a place' },
  }))
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))
}

function megabytes({ length }: Uint8Array): string {
  return (length / 1e6).toFixed(1)
}
