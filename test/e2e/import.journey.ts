import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { mixedFiles } from '../support/mixed-files.ts'
import { cardInTheMiddle, fromMenu, keepPicture, openRoom, untilNeed, watched } from './room.ts'

const FOLDER = 'test/artefacts/mixed-files'

/** Lets a folder fall on the page, as from the desktop. */
async function dropFolder(page: Page, folder: string): Promise<void> {
  const box = await page.locator('.drop').boundingBox()
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [resolve(folder)], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: box!.x + 40, y: box!.y + 30, data })
  }
}

test('a folder of six mixed files comes in as one, the map is right, and one undo takes them out', async ({
  page,
}) => {
  const faults = await watched(page)
  await openRoom(page)
  await fromMenu(page, 'Import data …')
  const files = await mixedFiles()
  mkdirSync(FOLDER, { recursive: true })
  for (const { name, bytes } of files) writeFileSync(`${FOLDER}/${name}`, bytes)
  await dropFolder(page, FOLDER)
  for (const { name } of files) {
    await expect(page.getByRole('heading', { name })).toBeVisible({ timeout: 30_000 })
  }
  await expect(page.getByText('Line 4: latitude 96.1 lies outside ±90.')).toBeVisible()
  await expect(page.getByText('2 of 3 rows come in, 1 stay out')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Map of 2 places' }).first()).toBeVisible()
  await keepPicture(page, 'import-six-files')

  await page.getByRole('button', { name: 'Bring in 10 rows' }).click()
  await untilNeed(page)
  await cardInTheMiddle(page, 'Quail Ridge post')
  await expect(page.locator('.thing-title').first()).toHaveText('Quail Ridge post')
  await keepPicture(page, 'import-on-the-map')

  await page.getByRole('button', { name: /^Undo/ }).click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Quail Ridge')
  await expect(page.getByRole('option', { name: /Quail Ridge/ })).toHaveCount(0)
  expect(faults).toEqual([])
})
