import { existsSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { bringInLiberia, LIBERIA } from './real-ground.ts'
import { goTo, keepPicture, openRoom, watched } from './room.ts'

/** UNMIL as Geo-PKO has it: at its strongest, half way down, and before it left. */
const FORCES = ['2005-06-01', '2012-06-01', '2016-02-01']

const LONG = { timeout: 90_000 }

// The real data lies beside the project only where it is tried; a skipped journey would count as failed.
if (existsSync(LIBERIA)) {
  test('UNMIL of three years as courses of action: compared, stressed, decided', async ({
    page,
  }) => {
    const faults = await watched(page)
    await openRoom(page)
    await bringInLiberia(page)
    await makeCourses(page)

    await goTo(page, 'Compare')
    await expect(page.locator('.compared-chip')).toHaveCount(4)
    await page.locator('button.compared-chip', { hasText: 'UNMIL 2016' }).click()
    const need = page.getByRole('row', { name: /^Cost for 30 days/ })
    await expect(need).toContainText('M$', LONG)
    // Whoever is left with a fifth of the force leaves people without help in time, and it is said.
    const impact = page.locator('.band-argument')
    await expect(impact).toContainText(/people fall out of the response standard/, LONG)
    await expect(page.getByText('force of 01 FEB 2016').first()).toBeVisible()
    await keepPicture(page, 'three-forces-compared')

    // A figure opens its records, and these add up to it.
    await impact
      .getByRole('button', { name: /people$/ })
      .first()
      .click()
    const records = page.getByRole('region', { name: /^Records/ })
    await expect(records).toBeVisible(LONG)
    await keepPicture(page, 'three-forces-records')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Try under stress' }).click()
    const stress = page.getByRole('region', { name: 'Under stress' })
    await expect(stress.getByRole('button', { name: 'Regret, counties, repair …' })).toBeVisible({
      timeout: 240_000,
    })
    await stress.getByRole('button', { name: 'Regret, counties, repair …' }).click()
    await expect(page.getByRole('dialog')).toContainText('regret')
    await keepPicture(page, 'three-forces-stress')
    await page.keyboard.press('Escape')

    await page.locator('button.compared-chip', { hasText: 'UNMIL 2005' }).click()
    await decide(page)
    const decides = page.getByRole('region', { name: 'Commander decides' })
    await expect(decides).toContainText(/Approved .* by FC/)
    await keepPicture(page, 'three-forces-decided')
    expect(faults).toEqual([])
  })
}

/** One COA for each force, in the sheet of courses of action. */
async function makeCourses(page: Page): Promise<void> {
  await goTo(page, 'Compare')
  await page.getByRole('button', { name: 'COAs …' }).click()
  const sheet = page.getByRole('dialog', { name: 'Courses of action' })
  for (const forceAt of FORCES) {
    await sheet.getByRole('button', { name: 'New from the current posture' }).click()
    await fill(page, 'Name', `UNMIL ${forceAt.slice(0, 4)}`)
    await fill(page, 'What it is about', `As deployed in ${forceAt.slice(0, 4)}`)
    await fill(page, /^Starts from the force/, forceAt)
    await expect(sheet).toContainText(/\d+ units? in place at \d+ bases?/)
  }
  // A date on which nobody was there is refused, and nothing is lost.
  await fill(page, /^Starts from the force/, '1999-01-01')
  await expect(sheet.getByRole('alert')).toContainText('No unit was in place')
  await keepPicture(page, 'three-forces-sheet')
  await page.keyboard.press('Escape')
}

async function fill(page: Page, label: string | RegExp, text: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label, { exact: true })
  await field.fill(text)
  await field.press('Enter')
}

async function decide(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Approve…' }).click()
  const dialog = page.getByRole('dialog')
  // Without a reason nothing is recorded.
  await dialog.getByRole('button', { name: 'Record decision' }).click()
  await expect(dialog.getByRole('alert')).toContainText(/^Say /)
  await dialog.getByLabel(/^Reason/).fill('Most people within the standard.')
  await dialog.getByLabel('Decided by, as an appointment').fill('FC')
  await dialog.getByRole('button', { name: 'Record decision' }).click()
  await expect(dialog).toHaveCount(0)
}
