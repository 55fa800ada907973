import { expect, type Page } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { clickAt, mapSpot } from './room.ts'
import { test } from './standing-room.ts'

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
  room: page,
}) => {
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

test('the same by keyboard alone: drawn, dated, taken out and given back', async ({
  room: page,
}) => {
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
  const from = page.getByRole('textbox', { name: 'From', exact: true })
  await expect(from, 'it begins at the planning time').toHaveValue(/NOV 26/)
  await from.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/It holds from the planning time on/)).toBeHidden()
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

test('a stretch clicked by eye follows the road, and its sheet says why figures stay', async ({
  room: page,
}) => {
  await page.getByRole('radio', { name: 'Access' }).click()
  await outOfReach(page)
  await page.getByRole('button', { name: 'New restriction: stretch' }).click()
  const eye = page.getByRole('button', { name: 'Show Minutes to a unit' })
  await expect(eye, 'the map shows reach meanwhile').toHaveAttribute('aria-pressed', 'true')
  const spot = await mapSpot(page)
  await clickAt(page, spot(-120, 10))
  await clickAt(page, spot(-60, -40))
  await clickAt(page, spot(20, -90))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Closed stretch 1' })).toBeVisible()
  const points = await page.getByText(/^\d+ points$/).textContent()
  expect(Number.parseInt(points ?? '', 10), 'many more than were clicked').toBeGreaterThan(20)
  const reach = page.getByRole('region', { name: 'People by reach' })
  await expect(reach).toContainText(/It lies on .+\. It is in force at the planning time\./)
  await expect(change(page), 'the road is closed').toHaveText(/^\+[\d\u202f]+$/)
  expect(await seriousFaults(page)).toEqual([])
  const months = page.getByRole('group', { name: 'Months of the year' })
  await months.getByRole('button', { name: 'May' }).click()
  await months.getByRole('button', { name: 'October' }).click()
  await expect(reach).toContainText('it holds in MAY–OCT, and this is NOV')
  await expect(change(page)).toHaveText('no change')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(eye, 'as it was chosen before').toHaveAttribute('aria-pressed', 'false')
})
