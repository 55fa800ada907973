import { put } from '#core/change.ts'
import type { Columns } from '#core/columns/columns.ts'
import { KIND_SPECS } from '#core/columns/kinds.ts'
import { openStorage, type Storage } from '#storage/open-storage.ts'
import { aDataset, anOperation, PLANNING_AT } from '#support/build.ts'

const DATASET_ID = 'large-1'
const TITLE_BYTES = 24

export type PageFigures = {
  readonly milliseconds: number
  /** Of tasks over 50 ms, in milliseconds. */
  readonly longTasks: readonly number[]
  readonly note: string
}

/** In the browser: keeps an operation, and takes in so many incidents as a step. */
export async function write(rowCount: number): Promise<PageFigures> {
  const storage = await openStorage()
  const document = anOperation({})
  await storage.saveNew({ document, columns: new Map() })
  const columns = incidents(rowCount)
  const few = incidents(1)
  const dataset = { ...aDataset(few, { id: DATASET_ID }), rowCount }
  const change = { note: 'Import', rows: [put(document, 'datasets', dataset)] }
  const step = { number: 1, change, kind: 'do', savedAt: PLANNING_AT, author: 'bench' } as const
  const tables = { ...document.tables, datasets: new Map([[DATASET_ID, dataset]]) }
  return timed(async () => {
    const addedColumns = new Map([[DATASET_ID, columns]])
    await storage.append({ steps: [step], document: { ...document, tables }, addedColumns })
    return `${storage.state().message}`
  })
}

const PASSPHRASE = 'four words and a river'

/** In the browser: seals what `write` left. */
export async function seal(): Promise<PageFigures> {
  const storage = await openStorage()
  return timed(async () => {
    await storage.sealing.set(PASSPHRASE)
    return storage.sealing.state()
  })
}

/** In the browser: opens what `seal` left; giving the passphrase is not in the time. */
export async function readSealed(): Promise<PageFigures> {
  const storage = await openStorage()
  await storage.sealing.unlock(PASSPHRASE)
  return opened(storage)
}

/** In the browser: opens the operation that `write` left. */
export async function read(): Promise<PageFigures> {
  return opened(await openStorage())
}

function opened(storage: Storage): Promise<PageFigures> {
  return timed(async () => {
    const loaded = await storage.loadOperation(anOperation({}).id)
    if (!loaded.ok) return loaded.issues[0]?.message ?? 'not opened'
    const columns = loaded.value.columns.get(DATASET_ID)
    return columns ? `${columns.rowCount} rows` : (loaded.issues[0]?.message ?? 'no columns')
  })
}

async function timed(work: () => Promise<string>): Promise<PageFigures> {
  const longTasks: number[] = []
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration))
  })
  await new Promise((resolve) => {
    setTimeout(resolve, 500)
  })
  observer.observe({ type: 'longtask' })
  const start = performance.now()
  const note = await work()
  const milliseconds = Math.round(performance.now() - start)
  await new Promise((resolve) => {
    setTimeout(resolve, 200)
  })
  observer.disconnect()
  return { milliseconds, longTasks, note }
}

/** Some 110 bytes a row, as incidents of a register have. */
function incidents(rowCount: number): Columns {
  const { fields } = KIND_SPECS.incidents
  const offsets = Uint32Array.from({ length: rowCount + 1 }, (_, row) => TITLE_BYTES * row)
  const bytes = new Uint8Array(TITLE_BYTES * rowCount).fill(97)
  const columns = Object.entries(fields).map(([name, type]) => {
    if (type === 'text') return [name, { type, bytes, offsets }] as const
    if (type === 'number') {
      return [name, { type, values: Float64Array.from({ length: rowCount }, (_, i) => i) }] as const
    }
    const codes = Int32Array.from({ length: rowCount }, (_, i) => i % 2)
    return [name, { type, codes, labels: ['violence', 'theft'] }] as const
  })
  const positions = Float64Array.from({ length: 2 * rowCount }, (_, i) => (i % 2 ? 6.5 : -9.5))
  return { rowCount, geometry: { type: 'points', positions }, fields: Object.fromEntries(columns) }
}
