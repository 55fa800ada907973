import { expect, type Page } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { test } from './standing-room.ts'

const COMPANY = /^B Company, Lantern Battalion 2/
const row = (page: Page, name: RegExp) => page.getByRole('row', { name })

/** Opens Forces from the palette. */
async function toForces(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('Go to Forces')
  await expect(page.getByRole('option').first()).toContainText('Go to Forces')
  await page.keyboard.press('Enter')
  await expect(row(page, COMPANY)).toBeVisible()
}

/** Whether a row stands right under another one's, in the tree. */
async function isUnder(page: Page, name: RegExp, superior: RegExp): Promise<boolean> {
  const names = await page
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((each) => [each.getAttribute('aria-label') ?? '', each.getAttribute('aria-level')]),
    )
  const at = names.findIndex(([label]) => name.test(label ?? ''))
  const level = Number(names[at]?.[1])
  const above = names.slice(0, at).findLast(([, other]) => Number(other) < level)
  return superior.test(above?.[0] ?? '')
}

test('a company is moved under another battalion and given back, by keyboard alone', async ({
  room: page,
}) => {
  await toForces(page)
  expect(await seriousFaults(page)).toEqual([])
  await row(page, COMPANY).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: COMPANY })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(
    page.getByRole('button', { name: /^Move B Company, Lantern Battalion 2/ }),
  ).toBeFocused()
  await page.keyboard.press('Enter')
  const target = page.getByRole('button', { name: /on Lantern Battalion 3/ })
  for (
    let i = 0;
    i < 60 && !(await target.evaluate((each) => each === document.activeElement));
    i++
  ) {
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect.poll(() => isUnder(page, COMPANY, /^Lantern Battalion 3/)).toBe(true)
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.press('Control+z')
  await expect.poll(() => isUnder(page, COMPANY, /^Lantern Battalion 2/)).toBe(true)
})

test('the same from the sheet, and a unit answers for a zone in the tree by zone', async ({
  room: page,
}) => {
  await toForces(page)
  await row(page, COMPANY).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Moves under/ }).press('Enter')
  await page.keyboard.type('Lantern Battalion 4')
  await page.keyboard.press('Enter')
  await expect.poll(() => isUnder(page, COMPANY, /^Lantern Battalion 4/)).toBe(true)
  await page.getByRole('radio', { name: 'By zone' }).press('Space')
  await expect(row(page, /^Answers for no zone/)).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
  const palette = page.getByRole('dialog')
  await page.keyboard.press('Control+k')
  await expect(palette, 'a radio button keeps no key from the palette').toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Forces' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tab', { name: 'Zones' })).toHaveAttribute('aria-selected', 'true')
})
