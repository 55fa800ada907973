import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeOperation } from '#cli/files.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { type BenchRow, median } from './bench-row.ts'
import {
  ADDRESS,
  figureDelays,
  longTasks,
  onBuiltApp,
  taskFigures,
  watchFigures,
} from './built-app.ts'

const MOVE_COUNT = 25
const REST_MILLISECONDS = 1_500

/** A closed area drawn on the real roads in a real Chromium: from the hand to the people it cuts off. */
export async function accessOnPage(contents: OperationContents): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'commonground-bench-'))
  const file = join(folder, 'liberia.json.gz')
  try {
    writeOperation(file, contents)
    return await onBuiltApp(async (page) => [await drawingRow(page, file)])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function drawingRow(page: Page, file: string): Promise<BenchRow> {
  await page.goto(ADDRESS)
  await page.getByText('ranked', { exact: false }).first().waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: /^Operation / }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: 'Open a file …' }).click()
  await (await chooser).setFiles(file)
  await page.getByRole('button', { name: /^Operation Liberia/ }).waitFor({ timeout: 60_000 })
  await page.getByRole('radio', { name: 'Access' }).click()
  await settled(page)
  await page.getByRole('button', { name: 'New restriction: area' }).click()
  const box = await page.locator('.map-slot').boundingBox()
  if (!box) return { name: 'drawing a restriction', figures: { why: 'no map' } }
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  for (const [right, down] of [
    [-60, -60],
    [60, -60],
  ] as const) {
    await page.mouse.move(x + right, y + down, { steps: 3 })
    await page.waitForTimeout(300)
    await page.mouse.down()
    await page.mouse.up()
    await page.waitForTimeout(300)
  }
  await page.mouse.move(x + 50, y + 20)
  await settled(page)
  await page.evaluate(watchFigures, '.access-reach')
  await longTasks(page)
  for (let step = 1; step <= MOVE_COUNT; step++) {
    await page.mouse.move(x + 50 + 3 * step, y + 20 + 3 * step)
    await page.waitForTimeout(REST_MILLISECONDS)
  }
  const tasks = await longTasks(page)
  const delays = await figureDelays(page)
  return {
    name: 'an area drawn on the page, Liberia',
    figures: {
      moves: MOVE_COUNT,
      'figures changed': delays.length,
      'hand to people, median ms (target 500)': Math.round(median(delays)),
      'slowest of them ms': Math.round(Math.max(0, ...delays)),
      ...taskFigures(tasks),
    },
  }
}

async function settled(page: Page): Promise<void> {
  await page.locator('.access-reach[aria-busy="false"]').waitFor({ timeout: 120_000 })
}
