import type { Page } from '@playwright/test'
import { type BenchRow, median } from './bench-row.ts'
import {
  ADDRESS,
  figureDelays,
  longTasks,
  onBuiltApp,
  taskFigures,
  watchFigures,
} from './built-app.ts'

/** The built app in a real Chromium: opening, panning, dragging a border and the first plan. */
export function app(): Promise<BenchRow[]> {
  return onBuiltApp(async (page) => {
    const opening = await openingRow(page)
    return [opening, await panningRow(page), await borderRow(page), await planRow(page)]
  })
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
  await page.evaluate(watchFigures, '.paper-right')
  await longTasks(page)
  for (let step = 1; step <= 40; step++) {
    await page.mouse.move(x + right - 2 * step, y + down - step)
    await page.waitForTimeout(200)
  }
  await page.mouse.up()
  const tasks = await longTasks(page)
  const delays = await figureDelays(page)
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
