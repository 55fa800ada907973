import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { goTo, openRoom, watched } from './room.ts'

/** A page that is opened once, and what went amiss on it since. */
type Standing = { readonly page: Page; readonly faults: readonly string[] }

/** The COA that a room opens on. */
const OPENED = 'Current posture'

/** Takes back all that was done, shows the whole theatre and goes where a room opens. */
async function tidy(page: Page): Promise<void> {
  const undo = page.getByRole('button', { name: /^Undo/ })
  while (await undo.isEnabled()) await undo.click()
  await goTo(page, 'Situation')
  await page.locator('.situation-tabs').getByRole('radio').first().click()
  const shown = page.getByRole('button', { name: 'COA on the map' })
  if (!(await shown.textContent())?.includes(OPENED)) {
    await shown.click()
    await page.getByRole('option', { name: OPENED }).click()
    await expect(shown).toContainText(OPENED)
  }
  await page.getByRole('button', { name: /^Show everything/ }).click()
  await page.mouse.move(0, 0)
  // Nothing stays selected.
  await page.locator('.maplibregl-canvas').first().focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
}

/**
 * Journeys that need no start of their own: `room` is one page a worker, opened once and tidied after
 * each; nothing may have gone amiss on it (`watched`). A journey that fails ends its worker, and the next
 * one opens a room anew. Not for those that reload, or are about the start.
 */
export const test = base.extend<{ readonly room: Page }, { readonly standing: Standing }>({
  standing: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport, serviceWorkers } = project.use
      const options = { baseURL, viewport, serviceWorkers } as Parameters<Browser['newContext']>[0]
      const context = await browser.newContext(options)
      const page = await context.newPage()
      const faults = await watched(page)
      await openRoom(page)
      await use({ page, faults })
      await context.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  room: async ({ standing: { page, faults } }, use) => {
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
    await use(page)
    expect(faults).toEqual([])
    await tidy(page)
  },
})
