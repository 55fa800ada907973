import type { Page } from '@playwright/test'
import { type BenchRow, median } from './bench-row.ts'
import { ADDRESS, longTasks, onBuiltApp, taskFigures } from './built-app.ts'

const SWITCH_COUNT = 15
const EDIT_COUNT = 4
const REST_MILLISECONDS = 1_200
const WAIT = { timeout: 90_000 }

/** The built-in theatre in a real Chromium: another COA proposed by its key, and weights changed. */
export async function comparingOnPage(): Promise<BenchRow[]> {
  return onBuiltApp(async (page) => {
    await page.addInitScript(keepFromKey)
    await opened(page)
    const switches = await switchesRow(page)
    return [switches, await weightsRow(page)]
  })
}

async function opened(page: Page): Promise<void> {
  await page.goto(ADDRESS)
  await page.getByText('ranked', { exact: false }).first().waitFor(WAIT)
  await goTo(page, 'Compare')
  await page.locator('.matrix-total b').first().waitFor(WAIT)
  await settled(page)
}

async function goTo(page: Page, place: string): Promise<void> {
  const places = page.getByRole('navigation', { name: 'Places' })
  await places.getByRole('button', { name: place }).click()
}

/** Nothing is being worked out, and what is worked out ahead had time. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.compare-working') === null)
  await page.waitForTimeout(2 * REST_MILLISECONDS)
}

async function switchesRow(page: Page): Promise<BenchRow> {
  const delays: number[] = []
  await longTasks(page)
  for (let i = 0; i < SWITCH_COUNT; i++) {
    const number = 1 + (i % 3)
    await page.evaluate(awaitProposed, `COA ${number}`)
    await page.keyboard.press(String(number))
    delays.push(await delayIn(page))
    await page.waitForTimeout(REST_MILLISECONDS)
  }
  return {
    name: 'another COA proposed by its key, built-in theatre',
    figures: {
      switches: delays.length,
      'key to band, column and map, median ms (target 150)': Math.round(median(delays)),
      'slowest of them ms': Math.round(Math.max(...delays)),
      ...taskFigures(await longTasks(page)),
    },
  }
}

async function weightsRow(page: Page): Promise<BenchRow> {
  const weight = page.locator('.matrix-weight .weight-input').first()
  const typed = async (value: number) => {
    await weight.fill(String(value))
    await page.evaluate(awaitMatrix, '.matrix tfoot')
    await page.keyboard.press('Enter')
  }
  return edits(page, 'a weight typed, built-in theatre', (i) => typed(i % 2 === 0 ? 60 : 20))
}

async function edits(
  page: Page,
  name: string,
  edit: (step: number) => Promise<void>,
): Promise<BenchRow> {
  const delays: number[] = []
  await longTasks(page)
  for (let i = 0; i < EDIT_COUNT; i++) {
    await edit(i)
    delays.push(await delayIn(page))
    await settled(page)
  }
  return {
    name,
    figures: {
      edits: delays.length,
      'key to new figures, median ms': Math.round(median(delays)),
      'slowest of them ms': Math.round(Math.max(...delays)),
      ...taskFigures(await longTasks(page)),
    },
  }
}

/** Keeps, in the page, how long it takes from the next key until something is so, and two frames more. */
function keepFromKey(): void {
  const fromKey = (isThere: () => boolean) => {
    const delay = new Promise<number>((done) => {
      const listen = () => {
        removeEventListener('keydown', listen, true)
        const from = performance.now()
        const look = () => {
          if (!isThere()) return void requestAnimationFrame(look)
          requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - from)))
        }
        requestAnimationFrame(look)
      }
      addEventListener('keydown', listen, true)
    })
    Object.assign(globalThis, { delay })
  }
  Object.assign(globalThis, { fromKey })
}

/** From the next key to two frames after band, matrix and map are those of a COA; the map draws in the next. */
function awaitProposed(name: string): void {
  const says = (selector: string) =>
    document.querySelector(selector)?.textContent?.includes(name) ?? false
  const isThere = () =>
    says('.band-head') && says('.matrix-course[data-proposed]') && says('.flip-chip')
  ;(globalThis as unknown as { fromKey: (isThere: () => boolean) => void }).fromKey(isThere)
}

/** From the next key to two frames after a part of the matrix says something else. */
function awaitMatrix(selector: string): void {
  const textOf = () => document.querySelector(selector)?.textContent
  const before = textOf()
  const isThere = () => textOf() !== before
  ;(globalThis as unknown as { fromKey: (isThere: () => boolean) => void }).fromKey(isThere)
}

async function delayIn(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { delay: Promise<number> }).delay)
}
