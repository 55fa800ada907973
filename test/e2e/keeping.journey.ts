import { expect } from '@playwright/test'
import { goTo, openRoom, untilNeed, watched } from './room.ts'
import { test } from './standing-room.ts'

test('work survives a reload, taking it back does, and so does an emptied database', async ({
  page,
}) => {
  const faults = await watched(page)
  await openRoom(page)
  const slider = page.getByRole('slider', { name: 'Weight of Displaced people' })
  const before = await slider.inputValue()
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(slider).not.toHaveValue(before)
  const after = await slider.inputValue()
  await expect(page.getByText(/Saved \d{4}Z/)).toBeVisible()
  await page.reload()
  await untilNeed(page)
  await expect(slider).toHaveValue(after)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(slider).toHaveValue(before)
  await expect(page.getByText(/Saved \d{4}Z/)).toBeVisible()
  await page.reload()
  await untilNeed(page)
  await expect(slider).toHaveValue(before)
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(slider).toHaveValue(after)
  await expect(page.getByText(/Saved \d{4}Z/)).toBeVisible()
  expect(faults).toEqual([])

  // The second copy restores it; it is never shown as an empty operation.
  await page.goto('./icon.svg')
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name ?? '')
        request.onsuccess = resolve
        request.onerror = reject
      })
    }
  })
  await openRoom(page)
  await expect(slider).toHaveValue(after)
})

test('a second tab reads and does not write; the file opens again to the same operation', async ({
  page,
  context,
}) => {
  await openRoom(page)
  const other = await context.newPage()
  await other.goto('./')
  await untilNeed(other)
  await expect(other.getByText(/another tab/i).first()).toBeVisible()
  await other.close()
  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  const path = await (await download).path()
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.accept()
  })
  await page.getByRole('button', { name: /^Operation / }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Open a file …' }).click(),
  ])
  await chooser.setFiles({
    name: 'kept.operation.json.gz',
    mimeType: 'application/gzip',
    buffer: (await import('node:fs')).readFileSync(path),
  })
  await expect.poll(() => asked.join(' ')).toContain('Replace what is kept here')
  await untilNeed(page)
})

test('a corrupt file is refused in one sentence and changes nothing', async ({ room: page }) => {
  await page.getByRole('button', { name: /^Operation / }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Open a file …' }).click(),
  ])
  await chooser.setFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"commonground", "version": 1, "tab'),
  })
  await expect(page.getByText(/broken\.json/).first()).toBeVisible()
  await goTo(page, 'Situation')
  await untilNeed(page)
})
