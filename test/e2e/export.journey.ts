import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { readFile } from '#formats/read-file.ts'
import { fromMenu, keepPicture } from './room.ts'
import { test } from './standing-room.ts'

test('data leaves for an audience, with what stays here said before', async ({ room: page }) => {
  await fromMenu(page, 'Export data')
  const dialog = page.getByRole('dialog', { name: 'Export data' })
  await expect(dialog.getByText(/Patrols: kept back, labelled high, above low/)).toBeVisible()
  await expect(dialog.getByText(/Incidents: made coarser/)).toBeVisible()
  await keepPicture(page, 'export-light')
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark'
  })
  await keepPicture(page, 'export-dark')
  await page.evaluate(() => {
    delete document.documentElement.dataset['theme']
  })
  await dialog.getByRole('radio', { name: 'Planners' }).click()
  await expect(dialog.getByText(/labelled high, above low/)).toHaveCount(0)
  const arriving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export' }).click()
  const download = await arriving
  expect(download.suggestedFilename()).toMatch(/\.gpkg$/)
  const bytes = new Uint8Array(readFileSync(await download.path()))
  const read = await readFile('out.gpkg', bytes)
  const names = read.ok ? read.value.map(({ file }) => file) : []
  expect(names).toContain('out.gpkg › patrols')
  expect(names).toContain('out.gpkg › surveys')
  await expect(dialog).toBeHidden()
})
