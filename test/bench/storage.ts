import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { createServer, type ViteDevServer } from 'vite'
import { BROWSER_FLAGS } from '#cli/browser.ts'
import { findBrowser } from '../support/browser.ts'
import type { BenchRow } from './bench-row.ts'
import type { PageFigures } from './storage-page.ts'

const ROWS = 3_000_000
const PORT = 4198

/** tsx wraps named functions in a helper of this name; functions sent to the page carry it along. */
const KEEP_NAMES = 'globalThis.__name = (it) => it'
const WITHOUT_FILES = 'navigator.storage.getDirectory = () => Promise.reject(new Error("none"))'

/** Incidents by the million to the disk and back, in a real Chromium with a profile of its own. */
export async function storage(): Promise<readonly BenchRow[]> {
  if (!findBrowser()) return [{ name: 'not measured', figures: { why: 'install Chromium' } }]
  const cacheDir = mkdtempSync(join(tmpdir(), 'bench-vite-'))
  const server = await createServer({
    configFile: false,
    cacheDir,
    server: { port: PORT, strictPort: true, watch: null, hmr: false },
    plugins: [{ name: 'empty-page', configureServer: serveEmptyPage }],
    optimizeDeps: { noDiscovery: true, include: ['idb', 'zod', '@noble/hashes/sha2.js'] },
    logLevel: 'error',
  })
  await server.listen()
  try {
    return [...(await rounds('in files', '')), ...(await rounds('in the database', WITHOUT_FILES))]
  } finally {
    await server.close()
    rmSync(cacheDir, { recursive: true, force: true })
  }
}

function serveEmptyPage({ middlewares }: ViteDevServer): void {
  middlewares.use('/bench.html', (_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>bench</title>')
  })
}

type Verb = 'write' | 'read' | 'seal' | 'readSealed'
const VERBS: readonly Verb[] = ['write', 'read', 'read', 'seal', 'readSealed', 'readSealed']

/** Writes once and reads twice, seals once and reads twice, each in a browser that was just started. */
async function rounds(where: string, script: string): Promise<BenchRow[]> {
  const profile = mkdtempSync(join(tmpdir(), 'bench-profile-'))
  try {
    const rows: BenchRow[] = []
    for (const verb of VERBS) {
      rows.push(await rowOf(`${ROWS} incidents ${where}, ${verb}`, verb, { profile, script }))
    }
    return rows
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

async function rowOf(
  name: string,
  verb: Verb,
  { profile, script }: { readonly profile: string; readonly script: string },
): Promise<BenchRow> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser()!,
    args: BROWSER_FLAGS,
  })
  try {
    const page = await context.newPage()
    await page.addInitScript(`${KEEP_NAMES};${script}`)
    await page.goto(`http://localhost:${PORT}/bench.html`)
    const figures = await page.evaluate(
      async ([module, asked, rowCount]) => {
        const page = (await import(module)) as Record<
          string,
          (rowCount: number) => Promise<PageFigures>
        >
        return page[asked]!(rowCount)
      },
      ['/test/bench/storage-page.ts', verb, ROWS] as const,
    )
    return {
      name,
      figures: { ...figuresOf(figures), 'peak MB of the page': await peakOf(context) },
    }
  } finally {
    await context.close()
  }
}

function figuresOf({ milliseconds, longTasks, note }: PageFigures) {
  return {
    ms: milliseconds,
    'tasks over 50 ms': longTasks.length,
    'longest task ms': Math.max(0, ...longTasks),
    note,
    load: loadavg()[0]!,
  }
}

/** The most memory that the largest process of a page ever held; on Linux alone. */
async function peakOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession()
  if (!session || process.platform !== 'linux') return Number.NaN
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1])
  return Math.round(Math.max(...peaks.map(Number)) / 1024)
}
