import { expect, type Page } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { keepPicture } from './room.ts'
import { test } from './standing-room.ts'

const rows = (page: Page) => page.locator('.zone-list .zone-row')
const people = (page: Page) => rows(page).first().locator('.number').first()
const map = (page: Page) => page.locator('.map-slot canvas').first()
/** What the tool says aloud. */
const voice = (page: Page) => page.locator('.map-slot .unseen[aria-live]').last()

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Does something by its name in the palette. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
  await page.keyboard.type(name)
  await expect(page.getByRole('option').first()).toContainText(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Types a position over the map and sets it. */
async function typePlace(page: Page, typed: string, understood: RegExp): Promise<void> {
  await page.keyboard.type(typed)
  await expect(page.locator('.entry-read')).toHaveText(understood)
  await page.keyboard.press('Enter')
  await expect(page.locator('.entry')).toBeHidden()
  await expect(map(page)).toBeFocused()
}

test('a zone is drawn, moved, split, locked and taken back by keys alone', async ({
  room: page,
}) => {
  await page.keyboard.press('p')
  await expect(map(page), 'the map has the keys').toBeFocused()
  await press(page, 'Enter')
  await expect(voice(page)).toContainText('1 corner set.')
  await typePlace(page, '045 60 km', /bearing and distance/)
  await expect(voice(page)).toContainText('2 corners set.')
  await page.keyboard.type('29NMH 99')
  await page.keyboard.press('Escape')
  await expect(voice(page), 'Esc closes the field, and takes no corner back').toContainText(
    '2 corners set.',
  )
  await typePlace(page, '29NMH 9000 0000', /29N MH 9000 0000/)
  await press(page, 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'ArrowDown', 'Enter')
  await expect(voice(page)).toContainText('4 corners set.')
  await press(page, 'Escape')
  await expect(voice(page), 'Esc takes one corner back').toContainText('3 corners set.')
  await press(page, 'Enter', 'Enter')
  await expect(page.getByRole('heading', { name: 'Zone 1', exact: true })).toBeVisible()
  await expect(map(page), 'the keys stay with the map').toBeFocused()
  await expect(people(page)).toHaveText(/\d/)

  await press(page, 'e', 'Tab', 'Tab')
  await expect(voice(page)).toContainText('Corner 2 of 4')
  const before = (await people(page).textContent()) ?? ''
  for (let i = 0; i < 3; i++) await press(page, 'Shift+ArrowRight')
  await expect(people(page), 'counted while it is moved').not.toHaveText(before)
  await press(page, 'Enter')
  await expect(page.locator('.sketch-hand'), 'nothing is in hand any more').toHaveCount(0)
  await expect(people(page)).not.toHaveText(before)
  await press(page, 'Escape')
  await expect(voice(page), 'Esc lets go of the corner').toHaveText('')
  await press(page, 'w', 'Shift+ArrowUp', 'Shift+ArrowUp')
  await expect(voice(page)).toContainText('Enter keeps it.')
  await press(page, '-', '-', 'Enter')
  await expect(page.locator('.sketch-hand')).toHaveCount(0)
  await expect(voice(page)).toHaveText('')
  await press(page, 'Escape')
  await keepPicture(page, 'zones-by-keys-light')
  expect(await seriousFaults(page)).toEqual([])

  await command(page, 'Split the selected zone along a line')
  await expect(map(page)).toBeFocused()
  await page.keyboard.type('6.7, -10.6')
  await press(page, 'Enter')
  await typePlace(page, '090 270 km', /bearing and distance/)
  await press(page, 'Enter')
  await expect(rows(page)).toHaveCount(2)

  await command(page, 'Lock all zones')
  await expect(page.getByRole('button', { name: 'Unlock Zone 1', exact: true })).toBeVisible()
  await press(page, 'e')
  await expect(page.getByText('Zone 1 is locked. Unlock it first.')).toBeVisible()
  await press(page, 'Escape', 'F8')
  await expect(page.locator('.problem-row[aria-current="true"]')).toBeVisible()
  await press(page, '?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Move the whole zone')
  await press(page, 'Escape')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden()
  await map(page).focus()
  await press(page, 'Escape')
  await expect(page.getByRole('heading', { name: 'Zone 1' }), 'Esc lets go of it').toBeHidden()
  await command(page, 'Change theme')
  await keepPicture(page, 'zones-by-keys-dark')
  expect(await seriousFaults(page)).toEqual([])

  const undo = page.getByRole('button', { name: /^Undo/ })
  for (let i = 0; i < 12 && (await undo.isEnabled()); i++) await press(page, 'Control+z')
  await expect(rows(page)).toHaveCount(0)
})
