import { expect, type Page } from '@playwright/test'
import { goTo, keepPicture } from './room.ts'
import { test } from './standing-room.ts'

/** Goes to a button by its name and presses it with the keyboard alone. */
async function pressByKey(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  await button.focus()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
}

test('zones are proposed, taken and taken back, by keyboard', async ({ room: page }) => {
  await goTo(page, 'Zones')
  const rows = page.locator('.zone-list .zone-row')
  const before = await rows.count()
  await pressByKey(page, 'Propose zones')
  const picked = page.getByRole('checkbox', { name: 'COB Tubmanburg' })
  await picked.focus()
  await page.keyboard.press('Space')
  await expect(picked).not.toBeChecked()
  await page.keyboard.press('Space')
  await expect(picked).toBeChecked()
  await pressByKey(page, 'Propose')
  await expect(page.getByText(/^The largest load is/)).toBeVisible({ timeout: 120_000 })
  const proposed = await page.locator('.proposed-zones tbody tr').count()
  expect(proposed).toBeGreaterThan(8)
  await keepPicture(page, 'zones-proposed')
  await pressByKey(page, 'Take these zones')
  await expect(rows).toHaveCount(before + proposed)
  await page.locator('body').press('Control+z')
  await expect(rows).toHaveCount(before)
})
