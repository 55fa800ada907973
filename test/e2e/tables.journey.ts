import { expect } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { clickAt, fromMenu, goTo, keepPicture, mapSpot, openRoom, untilNeed } from './room.ts'
import { test } from './standing-room.ts'

test('everything is in tables, by the keyboard alone: filter, sort, rename, undo, zoom', async ({
  room: page,
}) => {
  const { keyboard } = page
  await keyboard.press('F6')
  const grid = page.getByRole('grid')
  await expect(grid).toBeFocused()
  const found = page.getByRole('listbox', { name: 'Found' }).getByRole('option').first()
  await keyboard.press('Control+k')
  await keyboard.type('table of communities')
  await expect(found).toContainText('Table of communities')
  await keyboard.press('Enter')
  await expect(grid).toHaveAccessibleName(/^Communities, /)
  await keepPicture(page, 'table-communities')

  await keyboard.press('Control+k')
  await keyboard.type('table of restrictions')
  await expect(found).toContainText('Table of restrictions')
  await keyboard.press('Enter')
  await expect(grid).toHaveAccessibleName(/^Restrictions, /)
  expect(await seriousFaults(page)).toEqual([])

  const filter = page.getByLabel('Filter by text')
  await filter.focus()
  await keyboard.type('bridge')
  await keyboard.press('Enter')
  await expect(grid).toBeFocused()
  const firstName = () => page.locator('.table-row').first().locator('.table-text').first()
  await keyboard.press('ArrowUp')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  const before = (await firstName().textContent()) ?? ''
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(page.getByLabel(`Name of ${before}`)).toBeFocused()
  await keyboard.press('Control+a')
  await keyboard.type('Bridge renamed in the table')
  await keyboard.press('Enter')
  await expect(firstName()).toHaveText('Bridge renamed in the table')
  await expect(grid).toBeFocused()
  await keyboard.press('Control+z')
  await expect(firstName()).toHaveText(before)

  const scale = page.locator('.status-row')
  const earlier = (await scale.textContent()) ?? ''
  await keyboard.press('Space')
  await expect(page.getByText(/^1 selected of /)).toBeVisible()
  await keyboard.press('Control+j')
  await expect(scale).not.toHaveText(earlier)
  await page.waitForTimeout(2500)
  await keepPicture(page, 'table-restrictions')

  await keyboard.press('F6')
  await expect(grid).toBeHidden()
})

test('what is drawn is undone by name from the list of changes, after a reload too', async ({
  page,
}) => {
  await openRoom(page)
  await goTo(page, 'Zones')
  await page.getByRole('button', { name: 'Draw a zone', exact: true }).click()
  const at = await mapSpot(page)
  for (const [right, down] of [
    [-120, -90],
    [110, -100],
    [130, 90],
  ] as const) {
    await clickAt(page, at(right, down))
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Move border' })).toBeVisible()
  await page.keyboard.press('F6')
  const row = page.locator('.table-row', { hasText: 'Zone 1' })
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Sector Named')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Saved \d{4}Z/)).toBeVisible()

  await page.reload()
  await untilNeed(page)
  await fromMenu(page, 'Changes …')
  const changes = page.getByRole('dialog', { name: 'Changes' })
  await expect(changes.getByRole('listitem')).toContainText([
    'Rename zone Zone 1 to Sector Named',
    /zone Zone 1/,
  ])
  await changes.getByRole('button', { name: 'Undo' }).click()
  await changes.getByRole('button', { name: 'Undo' }).click()
  await expect(changes.getByText('taken back')).toHaveCount(2)
  await changes.getByRole('button', { name: 'Do again to here' }).first().click()
  await page.keyboard.press('Escape')
  await goTo(page, 'Zones')
  await expect(page.getByRole('button', { name: /Sector Named/ }).first()).toBeVisible()
})
