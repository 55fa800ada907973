import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeOperation } from '#cli/files.ts'
import { reshapeZone } from '#core/commands/zones/reshape-zone.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { LonLat } from '#core/place.ts'
import { withCornerAtMoved } from '#core/zoning/shared-corners.ts'
import { type BenchRow, median, timed } from './bench-row.ts'
import {
  ADDRESS,
  figureDelays,
  longTasks,
  onBuiltApp,
  taskFigures,
  watchFigures,
} from './built-app.ts'
import { tracedMoves, watchGraphics } from './frames.ts'
import { manyZonesOperation } from './many-zones.ts'

const MOVE_COUNT = 60
const MOVE_MILLISECONDS = 100
const EDIT_COUNT = 60

/** Dragging a border among 500 zones of 50 corners over 20,000 cells: its commit, and the page. */
export async function drag(): Promise<BenchRow[]> {
  const contents = manyZonesOperation()
  return [commitRow(contents), ...(await dragOnPage(contents))]
}

/** One corner moved, in hand and then into the document. */
function commitRow({ document }: OperationContents): BenchRow {
  const zones = [...document.tables.zones.values()]
  const edits = Array.from({ length: EDIT_COUNT }, (_, i) => {
    const zone = zones[(i * 37) % zones.length]!
    const from = zone.outline[0]![(i * 7) % 50]!
    const to: LonLat = [from[0] + 0.004, from[1] + 0.003]
    const inHand = timed(() => withCornerAtMoved(zones, new Map(), from, to))
    if (!inHand.result.ok) return { inHandMs: Number.NaN, commitMs: Number.NaN }
    const { outlines } = inHand.result
    const along = new Map([...outlines].filter(([id]) => id !== zone.id))
    const outline = outlines.get(zone.id)!
    const args = { id: zone.id, outline, along }
    const { milliseconds } = timed(() =>
      reshapeZone.blocked(document, args) === null ? reshapeZone.change(document, args) : null,
    )
    return { inHandMs: inHand.milliseconds, commitMs: milliseconds }
  })
  const commits = edits.map(({ commitMs }) => commitMs)
  return {
    name: 'a border kept, 500 zones of 50 corners',
    figures: {
      edits: edits.length,
      'corner moved in hand, median ms': median(edits.map(({ inHandMs }) => inHandMs)),
      'kept, median ms (target 50)': median(commits),
      'slowest ms': Math.max(...commits),
    },
  }
}

async function dragOnPage(contents: OperationContents): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'commonground-bench-'))
  const file = join(folder, 'many-zones.json.gz')
  try {
    writeOperation(file, contents)
    return await onBuiltApp(async (page) => {
      await page.addInitScript(watchGraphics)
      await openOperation(page, file)
      return [await openingRow(page), await dragRow(page)]
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function openOperation(page: Page, file: string): Promise<void> {
  await page.goto(ADDRESS)
  await page.getByText('ranked', { exact: false }).first().waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: /^Operation / }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: 'Open a file …' }).click()
  await (await chooser).setFiles(file)
  await page.getByRole('button', { name: /^Operation Op TEST/ }).waitFor({ timeout: 60_000 })
  await page.getByText('ranked', { exact: false }).first().waitFor({ timeout: 120_000 })
  await page.getByRole('button', { name: 'COA on the map' }).click()
  await page.getByRole('option', { name: /^COA 1/ }).click()
  await page.waitForTimeout(8_000)
}

/** From the press on Zones to a frame with the people of the first zone in it. */
async function openingRow(page: Page): Promise<BenchRow> {
  await longTasks(page)
  const openMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const tab = [...document.querySelectorAll('nav button')].find(
          ({ textContent }) => textContent?.trim() === 'Zones',
        ) as HTMLElement
        const start = performance.now()
        const look = () => {
          const first = document.querySelector('.zone-row .number')?.textContent ?? ''
          if (/\d/.test(first)) requestAnimationFrame(() => resolve(performance.now() - start))
          else requestAnimationFrame(look)
        }
        tab.click()
        requestAnimationFrame(look)
      }),
  )
  const opening = await longTasks(page)
  await page.locator('.zone-row').first().getByText('%').waitFor({ timeout: 120_000 })
  await page.waitForTimeout(10_000)
  const after = await longTasks(page)
  return {
    name: 'opening Zones',
    figures: {
      'people of zones ms (target 1,000)': Math.round(openMs),
      ...taskFigures(opening),
      'tasks over 50 ms until all is worked out': after.length,
      'longest of them ms': Math.max(0, ...after),
      'load of the machine': loadavg()[0]!.toFixed(1),
    },
  }
}

/** A corner in the middle of a border that two zones share, dragged over 60 moves and let go. */
async function dragRow(page: Page): Promise<BenchRow> {
  const name = 'dragging a border among 500 zones'
  await page
    .getByRole('button', { name: /^Zone 260\b/ })
    .first()
    .click()
  await page.waitForTimeout(4_000)
  await page.keyboard.press('e')
  await page.waitForTimeout(1_000)
  const corner = await page.locator('.sketch-corner').nth(6).boundingBox()
  if (!corner) return { name, figures: { why: 'no corner to drag' } }
  const [x, y] = [corner.x + corner.width / 2, corner.y + corner.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.evaluate(watchFigures, '.paper-right')
  await longTasks(page)
  const costs = await tracedMoves(page, MOVE_COUNT, async (step) => {
    const angle = (step * Math.PI) / 20
    await page.mouse.move(x + 16 * Math.sin(angle), y + 0.6 * step)
    await page.waitForTimeout(MOVE_MILLISECONDS)
  })
  const tasks = await longTasks(page)
  const delays = await figureDelays(page)
  await page.mouse.up()
  await page.waitForTimeout(3_000)
  const kept = await longTasks(page)
  const scripts = costs.map(({ scriptMs }) => scriptMs).sort((a, b) => a - b)
  return {
    name,
    figures: {
      moves: costs.length,
      'script a frame, median ms (target 16)': median(scripts),
      '95 % of them ms': scripts[Math.floor(0.95 * (scripts.length - 1))] ?? Number.NaN,
      'longest ms': scripts.at(-1) ?? Number.NaN,
      'of which the map draws itself, median ms': median(costs.map(({ mapMs }) => mapMs)),
      'the rest, median ms': median(costs.map(({ scriptMs, mapMs }) => scriptMs - mapMs)),
      'processor time of script and drawing calls, median ms': median(
        costs.map(({ processorMs }) => processorMs),
      ),
      'styles and layout, median ms': median(costs.map(({ renderingMs }) => renderingMs)),
      'drawing by software, median ms': median(costs.map(({ graphicsMs }) => graphicsMs)),
      'figures changed': delays.length,
      'pointer to figures, median ms (target 100)': Math.round(median(delays)),
      'slowest of them ms': Math.round(Math.max(0, ...delays)),
      ...taskFigures(tasks),
      'longest task on letting go ms': Math.max(0, ...kept),
      'load of the machine': loadavg()[0]!.toFixed(1),
    },
  }
}
