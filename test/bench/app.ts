import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { BROWSER_FLAGS, findBrowser } from '../support/browser.ts'
import { type BenchRow, median } from './bench-row.ts'

const PORT = 4199
const ADDRESS = `http://localhost:${PORT}/`

/** tsx wraps named functions in a helper of this name; functions sent to the page carry it along. */
const KEEP_NAMES = 'globalThis.__name = (it) => it'

/** The built app in a real Chromium: opening, panning, dragging a border and the first plan. */
export async function app(): Promise<BenchRow[]> {
  const executablePath = findBrowser()
  if (!executablePath || !existsSync('dist/index.html')) {
    return [{ name: 'not measured', figures: { why: 'run npm run build, and install Chromium' } }]
  }
  const server = spawn('npx', ['vite', 'preview', '--port', String(PORT), '--strictPort'])
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  try {
    await untilServed()
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.addInitScript(KEEP_NAMES)
    await page.addInitScript(watchLongTasks)
    const opening = await openingRow(page)
    return [opening, await panningRow(page), await borderRow(page), await planRow(page)]
  } finally {
    await browser.close()
    server.kill()
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

/** Keeps the lengths of tasks over 50 ms, in the page. */
function watchLongTasks(): void {
  const tasks: number[] = []
  Object.assign(globalThis, { longTasksMilliseconds: tasks })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push(Math.round(entry.duration))
  }).observe({ type: 'longtask', buffered: true })
}

async function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { longTasksMilliseconds } = globalThis as unknown as { longTasksMilliseconds: number[] }
    return longTasksMilliseconds.splice(0)
  })
}

function taskFigures(tasks: readonly number[]) {
  return { 'tasks over 50 ms': tasks.length, 'longest task ms': Math.max(0, ...tasks) }
}

async function openingRow(page: Page): Promise<BenchRow> {
  const start = performance.now()
  await page.goto(ADDRESS)
  await page.getByRole('button', { name: 'Situation', exact: true }).waitFor()
  const shellMs = performance.now() - start
  await page.getByText('ranked', { exact: false }).first().waitFor({ timeout: 60_000 })
  const needMs = performance.now() - start
  const tasks = await longTasks(page)
  const figures = { 'room ms': Math.round(shellMs), 'need on the map ms': Math.round(needMs) }
  return { name: 'opening the built-in theatre', figures: { ...figures, ...taskFigures(tasks) } }
}

async function panningRow(page: Page): Promise<BenchRow> {
  await page.waitForTimeout(2_000)
  await longTasks(page)
  const box = await page.locator('.map-slot').boundingBox()
  if (!box) return { name: 'panning', figures: { why: 'no map' } }
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const frames = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const times: number[] = []
        const next = (at: number) => {
          times.push(at)
          if (times.length < 60) requestAnimationFrame(next)
          else resolve(times.slice(1).map((time, i) => time - (times[i] ?? time)))
        }
        requestAnimationFrame(next)
      }),
  )
  for (let step = 1; step <= 60; step++) await page.mouse.move(x + 3 * step, y - step)
  await page.mouse.up()
  const tasks = await longTasks(page)
  const figures = { 'median frame ms': Math.round(median(await frames)) }
  return { name: 'panning the map of Situation', figures: { ...figures, ...taskFigures(tasks) } }
}

/** From a move of the pointer with a corner in hand to other figures on the right paper. */
async function borderRow(page: Page): Promise<BenchRow> {
  const name = 'dragging the border of a zone'
  await page.getByRole('button', { name: 'Zones', exact: true }).click()
  await page.getByRole('button', { name: 'Draw a zone', exact: true }).click()
  const box = await page.locator('.map-slot').boundingBox()
  if (!box) return { name, figures: { why: 'no map' } }
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  for (const [right, down] of CORNERS_PIXELS) {
    await page.mouse.click(x + right, y + down)
    await page.waitForTimeout(500)
  }
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Move border' }).click()
  await page.waitForTimeout(2_000)
  const [[right, down]] = CORNERS_PIXELS
  await page.mouse.move(x + right, y + down)
  await page.mouse.down()
  await page.evaluate(watchFigures)
  await longTasks(page)
  for (let step = 1; step <= 40; step++) {
    await page.mouse.move(x + right - 2 * step, y + down - step)
    await page.waitForTimeout(200)
  }
  await page.mouse.up()
  const tasks = await longTasks(page)
  const delays = await page.evaluate(
    () => (globalThis as unknown as { delaysMilliseconds: number[] }).delaysMilliseconds,
  )
  const figures = {
    'figures changed': delays.length,
    'median ms to new figures': Math.round(median(delays)),
  }
  return { name, figures: { ...figures, ...taskFigures(tasks) } }
}

const CORNERS_PIXELS = [
  [-120, -90],
  [110, -100],
  [130, 90],
  [-100, 110],
] as const

/** Keeps, in the page, how long each change of the right paper comes after the last move. */
function watchFigures(): void {
  const delays: number[] = []
  Object.assign(globalThis, { delaysMilliseconds: delays })
  const paper = document.querySelector<HTMLElement>('.paper-right')
  if (!paper) return
  let movedAt = 0
  let seen = paper.textContent
  addEventListener('pointermove', () => (movedAt = performance.now()), true)
  new MutationObserver(() => {
    if (paper.textContent === seen || movedAt === 0) return
    seen = paper.textContent
    delays.push(performance.now() - movedAt)
    movedAt = 0
  }).observe(paper, { subtree: true, childList: true, characterData: true })
}

async function planRow(page: Page): Promise<BenchRow> {
  await page.getByRole('button', { name: 'Plan', exact: true }).click()
  await page.waitForTimeout(6_000)
  await longTasks(page)
  const firstMs = await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const ask = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent?.trim() === 'Suggest',
        )
        if (!ask) return reject(new Error('no button to ask for a plan'))
        const start = performance.now()
        const look = () => {
          const isThere = document.querySelector('.gap-chart path, .gap-chart polyline') !== null
          if (isThere) resolve(performance.now() - start)
          else requestAnimationFrame(look)
        }
        ask.click()
        requestAnimationFrame(look)
      }),
  )
  const start = performance.now()
  await page.getByRole('button', { name: /^Accept all/ }).waitFor({ timeout: 120_000 })
  return {
    name: 'asking for a plan',
    figures: {
      'first plan ms': Math.round(firstMs),
      'whole search and reasons ms': Math.round(firstMs + performance.now() - start),
      ...taskFigures(await longTasks(page)),
    },
  }
}
