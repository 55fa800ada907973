import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { goTo, keepPicture, openRoom } from './room.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

type Violation = {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe finds serious or critical, by WCAG 2.2 A and AA. */
async function seriousFaults(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page)
  await client.send('Runtime.evaluate', { expression: AXE })
  const { result } = await client.send('Runtime.evaluate', {
    expression:
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => JSON.stringify(violations))",
    awaitPromise: true,
  })
  const violations = JSON.parse(result.value) as readonly Violation[]
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in any place, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await openRoom(page)
    for (const place of ['Situation', 'Zones', 'Plan', 'Compare', 'Brief'] as const) {
      await goTo(page, place)
      await keepPicture(page, `${place.toLowerCase()}-${theme}`)
      expect(await seriousFaults(page), place).toEqual([])
    }
  })
}

test('a zone is drawn, named and taken back by keyboard alone', async ({ page }) => {
  await openRoom(page)
  await goTo(page, 'Zones')
  await page.keyboard.press('p')
  await page.locator('.map-slot canvas').first().focus()
  await page.keyboard.press('Enter')
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight')
  await page.waitForTimeout(600)
  await page.keyboard.press('Enter')
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowDown')
  await page.waitForTimeout(600)
  await page.keyboard.press('Enter')
  await page.waitForTimeout(300)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Move border' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Move border' })).toBeHidden()
})
