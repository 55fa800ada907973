import { expect } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { goTo, keepPicture } from './room.ts'
import { test } from './standing-room.ts'

const THEMES = ['light', 'dark'] as const

test('axe finds nothing serious in any place, light and dark', async ({ room: page }) => {
  for (const place of ['Situation', 'Zones', 'Plan', 'Compare', 'Brief'] as const) {
    await goTo(page, place)
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme })
      await keepPicture(page, `${place.toLowerCase()}-${theme}`)
      expect(await seriousFaults(page), `${place}, ${theme}`).toEqual([])
    }
  }
  await page.emulateMedia({ colorScheme: null })
})

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
