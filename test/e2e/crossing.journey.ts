import { existsSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { bringInLiberia, LIBERIA } from './real-ground.ts'
import { keepPicture, openRoom, watched } from './room.ts'

/** The bridge north of Monrovia, by its corners as a planner types them. */
const CROSSING = ['6.372, -10.81', '6.372, -10.765', '6.405, -10.765', '6.405, -10.81']

// The real data lies beside the project only where it is tried; a skipped journey would count as failed.
if (existsSync(LIBERIA)) {
  test('the Saint Paul crossing is closed in the wet season: who is cut off, on real roads', async ({
    page,
  }) => {
    const faults = await watched(page)
    await openRoom(page)
    await bringInLiberia(page)
    await page.getByRole('radio', { name: 'Access' }).click()
    await page.getByRole('button', { name: /Season that speeds are for/ }).click()
    await page.getByRole('option', { name: 'Wet season' }).click()
    await closeCrossing(page)
    const late = '.access-figure:has(dt:text-is("In reach, later than that")) .access-change'
    await expect(page.locator(late)).toHaveText(/^\+[\d\u202f]+$/)
    await keepPicture(page, 'crossing-closed')
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: /Study$/ }).click()
    await page.getByRole('option', { name: 'Who is cut off', exact: true }).click()
    await expect(page.locator('.study-answer:not([data-old])')).toBeVisible({ timeout: 60_000 })
    await expect(page.locator('.study-sentence').first()).toHaveText(/cannot be reached from any/)
    const spells = page.locator('.study-answer table').first()
    await expect(spells).toContainText('Closed area 1')
    await expect(spells).toContainText('The wet season')
    await keepPicture(page, 'crossing-cut-off')
    expect(faults).toEqual([])
  })
}

async function closeCrossing(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('New restriction: area')
  await page.keyboard.press('Enter')
  await page.locator('.map-slot canvas').first().focus()
  for (const corner of CROSSING) {
    await page.keyboard.type(corner)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'All restrictions' })).toBeVisible()
}
