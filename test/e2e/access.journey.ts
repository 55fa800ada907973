import { expect } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { goTo, keepPicture, openRoom } from './room.ts'
import { test } from './standing-room.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in any place, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await openRoom(page)
    for (const place of ['Situation', 'Zones', 'Plan', 'Compare', 'Brief'] as const) {
      await goTo(page, place)
      await keepPicture(page, `${place.toLowerCase()}-${theme}`)
      expect(await seriousFaults(page), place).toEqual([])
    }
  })
}

test('a zone is drawn, named and taken back by keyboard alone', async ({ room: page }) => {
  await goTo(page, 'Zones')
  await page.keyboard.press('p')
  await page.locator('.map-slot canvas').first().focus()
  await page.keyboard.press('Enter')
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight')
  await page.waitForTimeout(600)
  await page.keyboard.press('Enter')
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowDown')
  await page.waitForTimeout(600)
  await page.keyboard.press('Enter')
  await page.waitForTimeout(300)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Move border' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Move border' })).toBeHidden()
})
