import { expect } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { clickAt, goTo, keepPicture, mapSpot } from './room.ts'
import { test } from './standing-room.ts'

test('a plan is weighed by mouse, another one is taken, and one posting is put elsewhere and held by keyboard', async ({
  room: page,
}) => {
  await goTo(page, 'Plan')
  await page.getByRole('radio', { name: 'Quick' }).click()
  await page.getByRole('button', { name: 'Suggest', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Accept all' })).toBeVisible()
  // What is proven beside the plan is asked of elsewhere, and takes the time of all that follows.
  const stopProving = page.getByRole('button', { name: 'Stop proving' })
  if (await stopProving.isVisible()) await stopProving.click({ timeout: 2_000 }).catch(() => {})

  await page.getByRole('radio', { name: 'Choices' }).click()
  await page.getByRole('button', { name: /^Who gains, who loses/ }).click()
  await page.getByRole('button', { name: 'Work out' }).click()
  await page.getByRole('button', { name: /more people are within .* Medical team/ }).click()
  await page.locator('.community-list button').first().click()

  await page.getByRole('button', { name: /^One thing for another/ }).click()
  await page.getByRole('button', { name: 'Work out' }).click()
  await page.getByRole('button', { name: 'Across the chart' }).click()
  await page.getByRole('option', { name: 'cost' }).click()
  await expect(page.getByText(/^First need covered, then .*: plan \d+, /)).toBeVisible()
  await page.getByRole('button', { name: /^Plan 2: need covered/ }).click()
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Take as the proposal' }).click()
  await expect(page.getByText('The proposal is now plan 2 of one thing for another.')).toBeVisible()
  await keepPicture(page, 'plan-choices')

  await page.getByRole('radio', { name: 'Choices' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  const first = page.locator('.suggestion-head').first()
  await first.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Put it elsewhere …' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Pick on the map' }).click()
  const spot = await mapSpot(page)
  await clickAt(page, spot(60, -60))
  await page.getByLabel('Another place, by name').focus()
  await page.keyboard.type('Harper')
  await page
    .getByRole('radio', { name: /^Harper/ })
    .first()
    .focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Why', { exact: true }).focus()
  await page.keyboard.type('The hospital asks for it')
  await page.keyboard.press('Enter')
  await expect(page.getByText('put elsewhere')).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Plan again around what you decided' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Suggest again' })).toBeVisible()
  await expect(page.getByText('put elsewhere')).toBeHidden()
  await expect(page.getByText(/^Instead of .*: The hospital asks for it/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Let go of .* at Harper/ }).first()).toBeVisible()
  await keepPicture(page, 'plan-override')
})
