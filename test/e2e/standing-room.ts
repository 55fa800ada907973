import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { goTo, openRoom } from './room.ts'

/** Takes back all that was done, and goes where a room opens. */
async function tidy(page: Page): Promise<void> {
  const undo = page.getByRole('button', { name: /^Undo/ })
  while (await undo.isEnabled()) await undo.click()
  await goTo(page, 'Situation')
  await page.locator('.situation-tabs').getByRole('radio').first().click()
  await page.mouse.move(0, 0)
}

/**
 * Journeys that need no start of their own: `room` is one page a worker, opened once and tidied after
 * each. A journey that fails ends its worker, and the next one opens a room anew. Not for those that
 * move the map, reload, or are about the start.
 */
export const test = base.extend<{ readonly room: Page }, { readonly standing: Page }>({
  standing: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport, serviceWorkers } = project.use
      const options = { baseURL, viewport, serviceWorkers } as Parameters<Browser['newContext']>[0]
      const context = await browser.newContext(options)
      const page = await context.newPage()
      await openRoom(page)
      await use(page)
      await context.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  room: async ({ standing }, use) => {
    await expect(standing.getByRole('button', { name: /^Undo/ })).toBeDisabled()
    await use(standing)
    await tidy(standing)
  },
})
