import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { BROWSER_FLAGS } from '#cli/browser.ts'
import { findBrowser } from '../support/browser.ts'
import { untilServed } from '../support/until-served.ts'
import { wallOperationFile } from '../support/wall-operation.ts'

const PORT = Number(process.env['SOAK_PORT'] ?? 4198)
const ADDRESS = `http://localhost:${PORT}/`
const KEEP_NAMES = 'globalThis.__name = (it) => it'
const MOST_GROWTH_SHARE = 0.1
/** Until the browser has compiled what runs often. */
const WARM_ROUNDS = 8
const READ_EACH_HOURS = Number(process.env['SOAK_READ'] ?? 4)
/** What a slide may take on a busy machine, by the wall's clock. */
const LONGEST_MILLISECONDS = 60_000

/** Hours of the wall's clock, and how long a slide stays; what is covered in how long is printed. */
const HOURS = Number(process.env['SOAK_HOURS'] ?? 24)
const INTERVAL_SECONDS = Number(process.env['SOAK_INTERVAL'] ?? 120)
const SLIDES = 5

type Reading = {
  readonly heapMb: number
  readonly nodes: number
  readonly listeners: number
  readonly contexts: number
  readonly canvases: number
}

/** A wall that is left on for a day, by a clock that runs fast: what it holds must not grow. */
async function main(): Promise<void> {
  const executablePath = findBrowser()
  if (!executablePath || !existsSync('dist/index.html')) {
    console.error('Run npm run build first, and install Chromium.')
    process.exitCode = 2
    return
  }
  const server = spawn(process.execPath, [
    'node_modules/vite/bin/vite.js',
    'preview',
    '--port',
    String(PORT),
    '--strictPort',
  ])
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  try {
    await untilServed(ADDRESS)
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.addInitScript(KEEP_NAMES)
    await page.addInitScript(countContexts)
    await soak(page)
  } finally {
    await browser.close()
    server.kill()
  }
}

async function soak(page: Page): Promise<void> {
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  await page.goto(ADDRESS)
  await page
    .getByText(/\branked\b/)
    .first()
    .waitFor({ timeout: 120_000 })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'wall.operation.json.gz',
      mimeType: 'application/gzip',
      buffer: Buffer.from(wallOperationFile()),
    })
  await page
    .getByText(/\branked\b/)
    .first()
    .waitFor({ timeout: 120_000 })
  await page.waitForTimeout(8_000)
  await page.clock.install()
  await page.goto(`${ADDRESS}?mode=wall&deck=daily&interval=${INTERVAL_SECONDS}s`)
  await page.locator('.wall-headline').waitFor({ timeout: 120_000 })
  await page.waitForTimeout(15_000)
  const session = await page.context().newCDPSession(page)
  await goOn(page, WARM_ROUNDS * SLIDES)
  const readings = [await reading(session, page)]
  tell(0, readings[0]!)
  // Whole rounds, so that the same slide is on at every reading.
  const changes = Math.ceil((HOURS * 3600) / INTERVAL_SECONDS / SLIDES) * SLIDES
  const apart =
    Math.max(1, Math.round((READ_EACH_HOURS * 3600) / INTERVAL_SECONDS / SLIDES)) * SLIDES
  const startedAt = performance.now()
  for (let change = 0; change < changes; ) {
    const count = Math.min(apart, changes - change)
    await goOn(page, count)
    change += count
    const now = await reading(session, page)
    readings.push(now)
    tell((change * INTERVAL_SECONDS) / 3600, now)
  }
  const minutes = (performance.now() - startedAt) / 60_000
  judge(readings, { changes, minutes, faults })
}

/**
 * So many slides further: the wall's clock jumps to the end of each; then the next one is drawn in time
 * that runs as usual. All of it within the page, in one call: a call for each change would leave some
 * twelve compiled scripts of ours there, 25 kB, which is more than the wall itself keeps.
 */
async function goOn(page: Page, changes: number): Promise<void> {
  await page.evaluate(
    async ({ count, milliseconds, longest }) => {
      const { __pwClock } = globalThis as unknown as {
        __pwClock: { controller: { fastForward(milliseconds: number): Promise<void> } }
      }
      const until = async (isSo: () => boolean) => {
        const from = performance.now()
        while (!isSo()) {
          if (performance.now() - from > longest) throw new Error('the wall stands still')
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
      }
      const number = () => [...document.querySelectorAll('.wall-run b')].at(-1)?.textContent
      const isDrawn = () =>
        document.querySelector('.wall-map') === null ||
        document.querySelector('.stage-last, .stage-age') === null
      for (let change = 0; change < count; change++) {
        const before = number()
        await __pwClock.controller.fastForward(milliseconds)
        await until(() => number() !== before)
        await until(isDrawn)
      }
    },
    { count: changes, milliseconds: INTERVAL_SECONDS * 1000, longest: LONGEST_MILLISECONDS },
  )
}

async function reading(session: CDPSession, page: Page): Promise<Reading> {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  const { contexts, canvases } = await page.evaluate(() => ({
    contexts: (globalThis as unknown as { liveContexts: () => number }).liveContexts(),
    canvases: document.querySelectorAll('canvas').length,
  }))
  return { heapMb: usedSize / 1e6, nodes, listeners: jsEventListeners, contexts, canvases }
}

function tell(hours: number, { heapMb, nodes, listeners, contexts, canvases }: Reading): void {
  console.log(
    `${hours.toFixed(1).padStart(5)} h  heap ${heapMb.toFixed(1)} MB · nodes ${nodes} · listeners ${listeners} · WebGL contexts ${contexts} · canvases ${canvases}`,
  )
}

function judge(
  readings: readonly Reading[],
  run: { readonly changes: number; readonly minutes: number; readonly faults: readonly string[] },
): void {
  const first = readings[0]!
  const last = readings.at(-1)!
  const growth = (key: keyof Reading) => (last[key] - first[key]) / Math.max(1, first[key])
  const shown = (key: keyof Reading) => `${key} ${(100 * growth(key)).toFixed(1)} %`
  console.log(
    `${HOURS} h of the wall in ${run.minutes.toFixed(1)} min: ${run.changes} changes of slide, one each ${INTERVAL_SECONDS} s of its clock.`,
  )
  console.log(`Growth: ${(['heapMb', 'nodes', 'listeners'] as const).map(shown).join(' · ')}`)
  for (const fault of new Set(run.faults)) console.log(`Fault in the page: ${fault}`)
  const hasGrown = (['heapMb', 'nodes', 'listeners'] as const).some(
    (key) => growth(key) > MOST_GROWTH_SHARE,
  )
  if (hasGrown || last.contexts > first.contexts + 1 || run.faults.length > 0) {
    console.error('The wall holds more than it did at first, or broke.')
    process.exitCode = 1
  }
}

/** Keeps count of the drawing surfaces that are still there. */
function countContexts(): void {
  const made: WeakRef<WebGL2RenderingContext>[] = []
  const get = HTMLCanvasElement.prototype.getContext
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
    const context = (get as (...all: unknown[]) => unknown).apply(this, args)
    if (args[0] === 'webgl2' && context) {
      const gl = context as WebGL2RenderingContext
      if (!made.some((ref) => ref.deref() === gl)) made.push(new WeakRef(gl))
    }
    return context
  } as typeof get
  const liveContexts = () =>
    made.filter((ref) => {
      const gl = ref.deref()
      return gl !== undefined && !gl.isContextLost()
    }).length
  Object.assign(globalThis, { liveContexts })
}

await main()
