import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { BROWSER_FLAGS } from '#cli/browser.ts'
import { findBrowser } from '../support/browser.ts'
import { untilServed } from '../support/until-served.ts'
import type { BenchRow } from './bench-row.ts'

const PORT = 4199
export const ADDRESS = `http://localhost:${PORT}/`

/** tsx wraps named functions in a helper of this name; functions sent to the page carry it along. */
const KEEP_NAMES = 'globalThis.__name = (it) => it'

/** Measures on the built app in a real Chromium, or says why it cannot. */
export async function onBuiltApp(
  measure: (page: Page) => Promise<BenchRow[]>,
): Promise<BenchRow[]> {
  const executablePath = findBrowser()
  if (!executablePath || !existsSync('dist/index.html')) {
    return [{ name: 'not measured', figures: { why: 'run npm run build, and install Chromium' } }]
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
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.addInitScript(KEEP_NAMES)
    await page.addInitScript(watchLongTasks)
    return await measure(page)
  } finally {
    await browser.close()
    server.kill()
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

export async function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { longTasksMilliseconds } = globalThis as unknown as { longTasksMilliseconds: number[] }
    return longTasksMilliseconds.splice(0)
  })
}

export function taskFigures(tasks: readonly number[]) {
  return { 'tasks over 50 ms': tasks.length, 'longest task ms': Math.max(0, ...tasks) }
}

/**
 * Keeps, in the page, how long each change of what a part of it says comes after the last move of the
 * pointer. What is marked as old or being worked out does not count.
 */
export function watchFigures(selector: string): void {
  const delays: number[] = []
  Object.assign(globalThis, { delaysMilliseconds: delays })
  const part = document.querySelector<HTMLElement>(selector)
  if (!part) return
  let movedAt = 0
  let seen = part.textContent
  addEventListener('pointermove', () => (movedAt = performance.now()), true)
  new MutationObserver(() => {
    const isOld = part.matches('[data-old]') || part.querySelector('[data-old]') !== null
    if (isOld || part.textContent === seen || movedAt === 0) return
    seen = part.textContent
    delays.push(performance.now() - movedAt)
    movedAt = 0
  }).observe(part, { subtree: true, childList: true, characterData: true, attributes: true })
}

/** What `watchFigures` has kept. */
export function figureDelays(page: Page): Promise<number[]> {
  return page.evaluate(
    () => (globalThis as unknown as { delaysMilliseconds: number[] }).delaysMilliseconds,
  )
}
