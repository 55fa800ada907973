import { expect, type Page } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { goTo, keepPicture, mapSpot, openRoom } from './room.ts'
import { test } from './standing-room.ts'

/** Counts the drawing surfaces that are in use: made, and not lost. */
async function countSurfaces(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const made: WebGL2RenderingContext[] = []
    Object.assign(globalThis, { surfaces: made })
    const get = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      ...args: unknown[]
    ) {
      const context = get.apply(this, args as Parameters<typeof get>)
      const isNew = context instanceof WebGL2RenderingContext && !made.includes(context)
      if (isNew) made.push(context)
      return context
    } as typeof get
  })
  return () =>
    page.evaluate(() => {
      const { surfaces } = globalThis as unknown as { surfaces: WebGL2RenderingContext[] }
      return surfaces.filter((surface) => !surface.isContextLost()).length
    })
}

const chip = (page: Page, name: string) => page.locator('button.compared-chip', { hasText: name })
const viewOf = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })

/** Compare is open, and all four situations are there. */
async function openCompare(page: Page): Promise<void> {
  await goTo(page, 'Compare')
  await expect(page.locator('.compared-chip')).toHaveCount(4)
}

test('maps are compared by the mouse: proposed, divided, beside each other', async ({ page }) => {
  const surfaces = await countSurfaces(page)
  await openRoom(page)
  await openCompare(page)

  await chip(page, 'COA 1').click()
  await expect(page.locator('.compare-who')).toContainText('COA 1 against')
  await expect(page.locator('.map-legend')).toContainText('no material change')

  await page.getByRole('button', { name: /COAs are compared: choose which/ }).click()
  await page.getByRole('menuitemcheckbox', { name: /COA 2/ }).click()
  await expect(page.locator('.compared-chip')).toHaveCount(3)
  await page.getByRole('menuitemcheckbox', { name: /COA 2/ }).click()
  await page.keyboard.press('Escape')
  await expect(page.locator('.compared-chip')).toHaveCount(4)

  await viewOf(page, 'Swipe').click()
  const divider = page.getByRole('slider', { name: 'Where the map is divided' })
  await expect(divider).toHaveValue('50')
  const spot = await mapSpot(page)
  const from = spot(0, 40)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 150, from.y, { steps: 6 })
  await page.mouse.up()
  expect(Number(await divider.inputValue())).toBeGreaterThan(65)
  await divider.click({ position: { x: 100, y: 16 } })
  expect(Number(await divider.inputValue())).toBeLessThan(25)

  await viewOf(page, 'Panes').click()
  await expect(page.locator('.pane')).toHaveCount(4)
  await expect(page.locator('.pane-head', { hasText: 'of need met' })).toHaveCount(4)
  await expect(page.locator('.pane[data-proposed]')).toContainText('COA 1')
  const pane = await page.locator('.pane').nth(2).boundingBox()
  await page.mouse.move(pane!.x + pane!.width / 2 - 20, pane!.y + pane!.height / 2, { steps: 4 })
  await expect(page.locator('.section-aside', { hasText: 'pointer in COA 2' })).toBeVisible()
  await expect(page.locator('.cross')).toHaveCount(4)
  await expect(page.locator('.cross-note').first()).toContainText('from ')
  await expect(page.locator('.cross-list li')).toHaveCount(4)
  await keepPicture(page, 'compare-panes')
  expect(await seriousFaults(page)).toEqual([])
  expect(await surfaces()).toBe(4)

  await goTo(page, 'Brief')
  await goTo(page, 'Situation')
  await expect.poll(surfaces).toBe(1)
})

test('maps are compared, and COAs kept in order, by the keyboard alone', async ({ room: page }) => {
  await openCompare(page)
  await page.keyboard.press('2')
  await expect(chip(page, 'COA 2')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('1')
  await expect(page.locator('.compare-who')).toContainText('COA 1 against')

  await page.keyboard.down('x')
  await expect(page.locator('.flip-chip')).toContainText('showing')
  await expect(page.locator('.map-legend')).toContainText('Minutes to a unit')
  await page.keyboard.up('x')
  await expect(page.locator('.map-legend')).toContainText('Change in time')

  for (const name of ['Need met', 'Panes', 'Swipe']) {
    await page.keyboard.press('d')
    await expect(viewOf(page, name)).toHaveAttribute('aria-checked', 'true')
  }
  const divider = page.getByRole('slider', { name: 'Where the map is divided' })
  await divider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(divider).toHaveValue('51')
  await page.keyboard.press('d')
  await expect(viewOf(page, 'Time')).toHaveAttribute('aria-checked', 'true')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('Courses of action')
  await page.keyboard.press('Enter')
  const list = page.getByRole('listbox', { name: 'Courses of action' })
  await list.getByRole('option', { name: /COA 1/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByLabel('Name')).toHaveValue('COA 2')
  expect(await seriousFaults(page)).toEqual([])
  await keepPicture(page, 'courses-of-action')
  await page.getByRole('button', { name: 'Archive' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Archived')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.compared-chip')).toHaveCount(3)
  await page.keyboard.press('Control+z')
  await expect(page.locator('.compared-chip')).toHaveCount(4)
})
