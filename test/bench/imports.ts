import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import Papa from 'papaparse'
import { type Columns, categoryColumn, numberColumn } from '#core/columns/columns.ts'
import { countRows } from '#core/columns/count-rows.ts'
import { emptyDocument } from '#core/document.ts'
import type { Result } from '#core/issue.ts'
import { createRandom } from '#core/random.ts'
import { sourceOfBytes } from '#formats/byte-source.ts'
import { csvPieces } from '#formats/csv/csv-pieces.ts'
import { geojsonPieces } from '#formats/geojson/geojson-pieces.ts'
import { NO_CHOICE } from '#formats/import/import-choice.ts'
import { planPieces } from '#formats/import/plan-import.ts'
import { NO_ANSWERS } from '#formats/registry.ts'
import type { TablePieces } from '#formats/table-pieces.ts'
import { type BenchRow, median } from './bench-row.ts'

const ROWS = 1_000_000
const GEOJSON_BYTES = 51_000_000
const COUNTED_ROWS = 3_000_000
const ROUNDS = 3
/** Wished for on two cores: rows a second from CSV to columns, milliseconds to filter and group. */
const TARGETS = { rowsPerSecond: 150_000, memoryTimes: 4, countMs: 150 }
const CONTEXT = {
  document: emptyDocument('bench'),
  theatre: null,
  isSwapped: false,
  now: '2026-11-22T12:00:00Z',
  fileHash: null,
}

/** A large register of incidents as CSV and as GeoJSON, beside the plain parsers on the same bytes. */
export async function imports(): Promise<readonly BenchRow[]> {
  const csv = csvOf(ROWS)
  const parse = await medianMs(() => void Papa.parse(new TextDecoder().decode(csv)))
  const rows = [
    {
      name: `CSV of ${ROWS} incidents, ${megabytes(csv)} MB, in pieces to columns`,
      figures: await throughput(() => csvPieces(sourceOfBytes('register.csv', csv)), {
        'papaparse alone': parse,
      }),
    },
  ]
  const geojson = geojsonOf(GEOJSON_BYTES)
  const jsonParse = await medianMs(() => void JSON.parse(new TextDecoder().decode(geojson)))
  rows.push({
    name: `GeoJSON, ${megabytes(geojson)} MB, in pieces to columns`,
    figures: await throughput(
      () => geojsonPieces(sourceOfBytes('register.geojson', geojson), NO_ANSWERS),
      { 'JSON.parse alone': jsonParse },
    ),
  })
  return [...rows, await counting()]
}

async function throughput(
  open: () => Promise<Result<TablePieces> | null>,
  plain: Readonly<Record<string, number>>,
): Promise<BenchRow['figures']> {
  const [[beside, plainMs] = ['', 0]] = Object.entries(plain)
  let peakBytes = 0
  let columnBytes = 1
  let rowCount = 0
  let startBytes = 0
  const ms = await medianMs(async () => {
    startBytes = await heldAtRest()
    const pieces = await open()
    if (!pieces?.ok) throw new Error(pieces?.issues[0]?.message)
    const plan = await planPieces(pieces.value, CONTEXT, NO_CHOICE, () => {
      peakBytes = Math.max(peakBytes, heldBytes() - startBytes)
    })
    rowCount = plan.rowsRead
    columnBytes = bytesOf(plan.batches[0]!.columns)
  })
  return {
    ms: Math.round(ms),
    'rows/s': Math.round((1000 * rowCount) / ms),
    'target rows/s': TARGETS.rowsPerSecond,
    [`${beside} ms`]: Math.round(plainMs),
    [`times ${beside}`]: ms / plainMs,
    'column MB': Math.round(columnBytes / 1e6),
    'peak memory, times the columns': peakBytes / columnBytes,
    'target times': TARGETS.memoryTimes,
  }
}

/** Filters by time, severity and extent and groups by kind and month. */
async function counting(): Promise<BenchRow> {
  const chance = createRandom(5)
  const rows = Array.from({ length: COUNTED_ROWS }, () => 0)
  const columns: Columns = {
    rowCount: COUNTED_ROWS,
    geometry: {
      type: 'points',
      positions: Float64Array.from({ length: 2 * COUNTED_ROWS }, () => 20 * chance.next() - 10),
    },
    fields: {
      minutes: numberColumn(rows.map(() => 26_000_000 + 4_000_000 * chance.next())),
      severity: numberColumn(rows.map(() => chance.next())),
      kind: categoryColumn(rows.map(() => `kind ${chance.below(8)}`)),
    },
  }
  const filter = {
    ranges: { minutes: [26_500_000, 29_500_000], severity: [0.2, 1] },
    extentDegrees: [-8, -8, 8, 8],
  } as const
  const bins = { field: 'minutes', from: 26_000_000, width: 43_200, count: 93 }
  const ms = await medianMs(() => void countRows(columns, filter, { by: 'kind', bins }))
  return {
    name: `${COUNTED_ROWS} rows filtered and grouped`,
    figures: { ms: Math.round(ms), 'target ms': TARGETS.countMs },
  }
}

/** What the program holds after its garbage was collected. */
async function heldAtRest(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  await new Promise((resolve) => setTimeout(resolve, 50))
  collect()
  return heldBytes()
}

/** What the program holds, garbage that is not collected yet included. */
function heldBytes(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function bytesOf({ geometry, fields }: Columns): number {
  const positions = geometry.type === 'none' ? 0 : geometry.positions.byteLength
  return Object.values(fields).reduce((sum, column) => {
    if (column.type === 'number') return sum + column.values.byteLength
    if (column.type === 'category') return sum + column.codes.byteLength
    return sum + column.bytes.byteLength + column.offsets.byteLength
  }, positions)
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

function geojsonOf(byteCount: number): Uint8Array {
  const features = incidentsOf(Math.round(byteCount / 169)).map(([id, date, type, lat, lon]) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [Number(lon), Number(lat)] },
    properties: { id, date, type, title: 'Near a place' },
  }))
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))
}

function megabytes({ length }: Uint8Array): string {
  return (length / 1e6).toFixed(1)
}
