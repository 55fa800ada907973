import { expect, type Page, test } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { clickAt, mapSpot, openRoom } from './room.ts'

const OUT_OF_REACH = '.access-figure:has(dt:text-is("Out of reach"))'

/** The change of people out of reach against before the edit. */
const change = (page: Page) => page.locator(`${OUT_OF_REACH} .access-change`)

async function outOfReach(page: Page): Promise<string> {
  await expect(page.getByRole('region', { name: 'People by reach' })).toHaveAttribute(
    'aria-busy',
    'false',
  )
  return (await page.locator(`${OUT_OF_REACH} dd`).first().textContent()) ?? ''
}

test('a closed area over the roads shows live whom it cuts off, by mouse, and is undone', async ({
  page,
}) => {
  await openRoom(page)
  await page.getByRole('radio', { name: 'Access' }).click()
  const before = await outOfReach(page)
  await page.getByRole('button', { name: 'New restriction: area' }).click()
  const spot = await mapSpot(page)
  await clickAt(page, spot(-90, -90))
  await clickAt(page, spot(90, -90))
  await page.mouse.move(spot(90, 90).x, spot(90, 90).y, { steps: 4 })
  await expect(change(page), 'while it is drawn').toHaveText(/^\+[\d\u202f]+$/)
  await clickAt(page, spot(90, 90))
  await clickAt(page, spot(-90, 90))
  await clickAt(page, spot(-90, -90))
  await expect(page.getByRole('heading', { name: 'Closed area 1' })).toBeVisible()
  await expect(change(page), 'once it is kept').toHaveText(/^\+[\d\u202f]+$/)
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'Closed area 1' })).toBeHidden()
  await expect.poll(() => outOfReach(page)).toBe(before)
})

test('the same by keyboard alone: drawn, dated, taken out and given back', async ({ page }) => {
  await openRoom(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('New restriction: area')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'New restriction: area' })).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
  await page.locator('.map-slot canvas').first().focus()
  for (const corner of ['7.2, -9.9', '7.2, -8.9', '6.3, -8.9', '6.3, -9.9']) {
    await page.keyboard.type(corner)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Backspace')
  await page.keyboard.type('6.3, -9.9')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'All restrictions' })).toBeVisible()
  await expect(change(page)).toHaveText(/^\+[\d\u202f]+$/)
  const to = page.getByRole('textbox', { name: 'To, not any more at' })
  await to.focus()
  await page.keyboard.type('010000Z NOV 26')
  await page.keyboard.press('Enter')
  await expect(change(page), 'it is over at the planning time').toHaveText('no change')
  await page.getByRole('button', { name: 'Done' }).press('Enter')
  const row = page.getByRole('button', { name: /^Closed area 1/ })
  await expect(row).toHaveAttribute('aria-current', 'true')
  await page.getByRole('button', { name: 'Remove restriction' }).press('Enter')
  await expect(row).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(row).toHaveCount(1)
})
