import type { CDPSession, Page } from '@playwright/test'
import { wallOperationFile } from '../support/wall-operation.ts'
import { type BenchRow, median } from './bench-row.ts'
import { ADDRESS, longTasks, onBuiltApp, taskFigures } from './built-app.ts'

const CHANGE_COUNT = 20
const PLAYED_MILLISECONDS = 10_000
const WAIT = { timeout: 120_000 }
/** The decks of the built-in exercise. */
const DECKS = { briefing: 'Decision brief', daily: 'Daily update', community: 'Community report' }

/** What a change of slide costs the page on a wall of 1920 × 1080, and a slide that plays its window. */
export async function slideChanges(): Promise<BenchRow[]> {
  return onBuiltApp(async (page) => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    await opened(page)
    const rows: BenchRow[] = []
    for (const [deckId, name] of Object.entries(DECKS)) {
      rows.push(await changesRow(page, session, { deckId, name }))
    }
    return [...rows, await playedRow(page, session)]
  })
}

async function opened(page: Page): Promise<void> {
  await page.goto(ADDRESS)
  await page
    .getByText(/\branked\b/)
    .first()
    .waitFor(WAIT)
}

/** Round the deck once, so that what is worked out once is there, and then change by change. */
async function changesRow(
  page: Page,
  session: CDPSession,
  deck: { readonly deckId: string; readonly name: string },
): Promise<BenchRow> {
  await page.goto(`${ADDRESS}?mode=wall&deck=${deck.deckId}&interval=3600s`)
  const count = await slideCount(page)
  for (let i = 0; i < count; i++) await change(page, session, i === count - 1)
  await longTasks(page)
  const scripts: number[] = []
  const tasks: number[] = []
  for (let i = 0; i < CHANGE_COUNT; i++) {
    const { scriptMs, taskMs } = await change(page, session, (i + 1) % count === 0)
    scripts.push(scriptMs)
    tasks.push(taskMs)
  }
  return {
    name: `${deck.name}, ${count} slides, another one by its key`,
    figures: {
      changes: scripts.length,
      'script, median ms (target 300)': Math.round(median(scripts)),
      'slowest of them ms': Math.round(Math.max(...scripts)),
      'with layout and painting, median ms': Math.round(median(tasks)),
      ...taskFigures(await longTasks(page)),
    },
  }
}

async function slideCount(page: Page): Promise<number> {
  const counter = page.locator('.wall-run b').last()
  await counter.waitFor(WAIT)
  await drawn(page)
  return Number((await counter.textContent())?.split('/')[1])
}

/** The next slide, or after the last the first, until it is drawn whole. */
async function change(page: Page, session: CDPSession, isLast: boolean) {
  const before = await spent(session)
  await page.keyboard.press(isLast ? 'Home' : 'PageDown')
  await drawn(page)
  const after = await spent(session)
  return { scriptMs: after.scriptMs - before.scriptMs, taskMs: after.taskMs - before.taskMs }
}

/** Two frames after everything is worked out and the map stands there; some slides lack something for good. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const isThere = () =>
          document.querySelector('.stage-last, .stage-age, .wall-missing') === null
        const until = performance.now() + 5_000
        const look = () => {
          if (!isThere() && performance.now() < until) return void setTimeout(look, 20)
          requestAnimationFrame(() => requestAnimationFrame(() => done()))
        }
        requestAnimationFrame(look)
      }),
  )
}

/** What the page has spent so far, milliseconds. */
async function spent(session: CDPSession) {
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string) => 1000 * (metrics.find((each) => each.name === name)?.value ?? 0)
  return { scriptMs: of('ScriptDuration'), taskMs: of('TaskDuration') }
}

/** A month of incidents and patrols, played while its slide stays. */
async function playedRow(page: Page, session: CDPSession): Promise<BenchRow> {
  await page.goto(ADDRESS)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'wall.operation.json.gz',
      mimeType: 'application/gzip',
      buffer: Buffer.from(wallOperationFile()),
    })
  await page.waitForFunction(() =>
    localStorage.getItem('commonground-preferences')?.includes('wall-operation'),
  )
  await page.goto(`${ADDRESS}?mode=wall&deck=daily&slide=3&interval=60s`)
  await slideCount(page)
  await page.locator('.stage-moment').waitFor(WAIT)
  await longTasks(page)
  const before = await spent(session)
  await page.waitForTimeout(PLAYED_MILLISECONDS)
  const { scriptMs } = await spent(session)
  return {
    name: 'a slide that plays a month of incidents and patrols',
    figures: {
      'played for s': PLAYED_MILLISECONDS / 1000,
      'script ms': Math.round(scriptMs - before.scriptMs),
      ...taskFigures(await longTasks(page)),
    },
  }
}
