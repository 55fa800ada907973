import { expect, type Page } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { goTo, keepPicture } from './room.ts'
import { test } from './standing-room.ts'

const band = (page: Page) => page.locator('.band-argument')
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })
const LONG = { timeout: 90_000 }

/** Compare is open with COA 2 proposed, and what is not known is drawn: nothing changes by itself any more. */
async function openDecision(page: Page): Promise<void> {
  await goTo(page, 'Compare')
  await expect(page.locator('.compared-chip')).toHaveCount(4)
  await page.keyboard.press('2')
  await expect(row(page, 'Weighted score')).toContainText('1st', LONG)
  await expect(page.locator('.score-whisker').first()).toBeAttached(LONG)
  await expect(band(page)).toContainText('COA 2: border strip', LONG)
}

test('a commander weighs, asks what is behind, decides; the comparison leaves, and is repaired under stress', async ({
  room: page,
}) => {
  await openDecision(page)
  await expect(page.getByText(/COA 2 stays first while/)).toBeVisible()

  // Beyond the weight that the sentence names, another COA is first; undo takes the weight back.
  const consent = page.getByRole('textbox', { name: /^Weight of Consent of communities/ })
  await consent.fill('60')
  await consent.press('Enter')
  await expect(page.getByText(/COA 1 stays first while/)).toBeVisible()
  await page.locator('.compare-body').focus()
  await page.keyboard.press('Control+z')
  await expect(consent).toHaveValue('4.8')
  await expect(page.getByText(/COA 2 stays first while/)).toBeVisible()

  // The number of who comes within the standard opens its communities; they add up to it.
  const gained = band(page)
    .getByRole('button', { name: /people/ })
    .first()
  const said = ((await gained.textContent()) ?? '').replace(/\D/g, '')
  await gained.click()
  const records = page.getByRole('region', { name: /^Records/ })
  await expect(records).toBeVisible()
  const total = (await page.getByText(/add up to/).textContent()) ?? ''
  expect(total.split('add up to')[1]?.replace(/\D/g, '')).toBe(said)
  await page.keyboard.press('Escape')
  await expect(records).toHaveCount(0)
  expect(await seriousFaults(page)).toEqual([])

  await approve(page)
  const decides = page.getByRole('region', { name: 'Commander decides' })
  await expect(decides).toContainText(/unchanged since/)
  await keepPicture(page, 'decided')

  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export comparison' }).click()
  await page.getByRole('menuitem', { name: /Excel/ }).click()
  expect((await arriving).suggestedFilename()).toMatch(/comparison.*\.xlsx$/)
  await page.getByRole('button', { name: 'Add to briefing' }).click()
  await goTo(page, 'Brief')
  await expect(page.getByText('Decision · COA 2')).toBeVisible()
  await page.getByText('Decision · COA 2').click()
  await expect(page.getByText(/^of \d+ criteria/)).toBeVisible(LONG)
  await keepPicture(page, 'decision-slide')
  await goTo(page, 'Compare')
  await repair(page)
})

/** What every COA loses under what may come is seen, and a repair becomes a COA of its own. */
async function repair(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try under stress' }).click()
  const stress = page.getByRole('region', { name: 'Under stress' })
  const details = stress.getByRole('button', { name: 'Regret, counties, repair …' })
  await expect(details).toBeVisible({ timeout: 240_000 })
  await expect(stress).toContainText('best here')
  await details.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Greatest regret')
  await expect(dialog).toContainText('200 draws')
  await dialog.getByRole('button', { name: /^Repair/ }).click()
  const take = dialog.getByRole('button', { name: 'Take as a new COA' })
  await expect(take).toBeVisible({ timeout: 120_000 })
  await keepPicture(page, 'repaired')
  await take.click()
  await expect(page.getByText(/repaired/).first()).toBeVisible()
}

async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Approve…' }).click()
  const dialog = page.getByRole('dialog')
  const record = dialog.getByRole('button', { name: 'Record decision' })
  await record.click()
  await expect(dialog.getByRole('alert')).toContainText(/^Say /)
  await dialog.getByLabel(/^Reason/).fill('The border strip comes within two hours, nobody loses.')
  await dialog.getByLabel('Decided by, as an appointment').fill('FC')
  await record.click()
  await expect(dialog).toHaveCount(0)
}
