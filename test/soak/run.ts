import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { BROWSER_FLAGS } from '#cli/browser.ts'
import { findBrowser } from '../support/browser.ts'
import { wallOperationFile } from '../support/wall-operation.ts'

const PORT = 4198
const ADDRESS = `http://localhost:${PORT}/`
const KEEP_NAMES = 'globalThis.__name = (it) => it'
const MOST_GROWTH_SHARE = 0.1
const WARM_ROUNDS = 3
const READINGS = 12

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
    await untilServed()
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
  for (let change = 0; change < WARM_ROUNDS * SLIDES; change++) await goOn(page)
  const readings = [await reading(session, page)]
  tell(0, readings[0]!)
  const changes = Math.round((HOURS * 3600) / INTERVAL_SECONDS)
  const startedAt = performance.now()
  for (let change = 1; change <= changes; change++) {
    await goOn(page)
    const isDue = change % Math.max(SLIDES, Math.floor(changes / READINGS / SLIDES) * SLIDES) === 0
    if (!isDue && change !== changes) continue
    const now = await reading(session, page)
    readings.push(now)
    tell((change * INTERVAL_SECONDS) / 3600, now)
  }
  const minutes = (performance.now() - startedAt) / 60_000
  judge(readings, { changes, minutes, faults })
}

/** The wall's clock jumps to the end of the slide; then the next one is drawn in time that runs as usual. */
async function goOn(page: Page): Promise<void> {
  const before = await page.locator('.wall-run b').last().textContent()
  await page.clock.fastForward(INTERVAL_SECONDS * 1000)
  await page.waitForFunction(
    (text) => [...document.querySelectorAll('.wall-run b')].at(-1)?.textContent !== text,
    before,
    { timeout: 30_000 },
  )
  await page.waitForFunction(
    () =>
      document.querySelector('.wall-map') === null ||
      document.querySelector('.stage-last, .stage-age') === null,
    null,
    { timeout: 30_000 },
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

async function untilServed(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const isUp = await fetch(ADDRESS).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
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
