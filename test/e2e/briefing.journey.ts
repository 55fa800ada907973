import { expect, type Page } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { goTo, keepPicture } from './room.ts'
import { test } from './standing-room.ts'

const LONG = { timeout: 90_000 }
const rows = (page: Page) => page.getByRole('grid', { name: 'Slides' }).getByRole('row')
const numberOf = async (page: Page) => rows(page).count()

/** By mouse: a deck from a template, the view of Situation in it, put first, with notes, frozen. */
async function makeByMouse(page: Page): Promise<void> {
  await goTo(page, 'Brief')
  await page.getByRole('button', { name: 'Decks' }).click()
  await page.getByRole('menuitem', { name: 'New deck …' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Daily operations update/ })
    .click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const before = await numberOf(page)
  expect(before).toBeGreaterThan(2)

  await goTo(page, 'Situation')
  await page.getByRole('button', { name: 'Add view' }).click()
  await expect(page.getByText(`as slide ${before + 1}.`)).toBeVisible(LONG)
  await goTo(page, 'Brief')
  await expect(rows(page)).toHaveCount(before + 1)

  const last = rows(page).last()
  const id = await last.getAttribute('data-slide')
  await last.click()
  await last.dragTo(rows(page).first(), { targetPosition: { x: 60, y: 2 } })
  await expect(rows(page).first()).toHaveAttribute('data-slide', id ?? '')
  await page.getByLabel(/^Notes for the speaker/).fill('Ask the FC first.')
  await page.getByLabel(/^Headline/).fill('The east is worst')
  await page.getByRole('button', { name: '❄ Freeze as it is now' }).click(LONG)
  await expect(page.getByRole('heading', { name: /Frozen since/ })).toBeVisible(LONG)
  await expect(rows(page).first()).toContainText('frozen')
  await keepPicture(page, 'deck-editor')
}

/** By keys alone: another order, a copy, and the sheet that says what would leave. */
async function workByKeys(page: Page): Promise<void> {
  const first = rows(page).first()
  const id = await first.getAttribute('data-slide')
  const count = await numberOf(page)
  await first.focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(rows(page).nth(1)).toHaveAttribute('data-slide', id ?? '')
  await page.keyboard.press('Control+d')
  await expect(rows(page)).toHaveCount(count + 1)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Hand out the briefing')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: /^Hand out/ })
  await expect(sheet).toBeVisible()
  await expect(sheet.getByText(/^\d+ pages/).first()).toBeVisible(LONG)
  await keepPicture(page, 'hand-out')
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(rows(page)).toHaveCount(count)
}

test('a planner makes a deck by mouse, orders it by keys, and is told what would leave', async ({
  room: page,
}) => {
  await makeByMouse(page)
  expect(await seriousFaults(page)).toEqual([])
  await workByKeys(page)
})
