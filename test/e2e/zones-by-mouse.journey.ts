import { expect, type Page } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { clickAt, goTo, keepPicture, mapSpot } from './room.ts'
import { test } from './standing-room.ts'

const rows = (page: Page) => page.locator('.zone-list .zone-row')
const rowOf = (page: Page, name: string) => rows(page).filter({ hasText: name }).first()
const people = (page: Page, name: string) => rowOf(page, name).locator('.number').first()
const snap = (page: Page) => page.locator('.sketch-chip-snap')

type Spot = { readonly x: number; readonly y: number }

/** Moves the pointer right from a spot until it would snap to something; where that is. */
async function untilSnapped(page: Page, { x, y }: Spot): Promise<Spot> {
  for (let right = 0; right < 400; right += 7) {
    await page.mouse.move(x + right, y)
    await page.waitForTimeout(40)
    if (await snap(page).isVisible()) return { x: x + right, y }
  }
  throw new Error('there is nothing to snap to')
}

/** Where the corners of the border in hand are seen. */
async function corners(page: Page): Promise<Spot[]> {
  await expect(page.locator('rect.sketch-corner').first()).toBeVisible()
  return page.locator('rect.sketch-corner').evaluateAll((all) =>
    all.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }),
  )
}

/** The same once the map stands still after a flight. */
async function cornersAtRest(page: Page): Promise<Spot[]> {
  const text = async () => JSON.stringify(await corners(page))
  await expect(async () => {
    const before = await text()
    await page.waitForTimeout(500)
    expect(await text()).toBe(before)
  }).toPass()
  return corners(page)
}

test('zones are drawn, painted, moved, split, merged, cut and filled, and all is taken back', async ({
  room: page,
}) => {
  await goTo(page, 'Zones')
  const spot = await mapSpot(page)

  await page.getByRole('button', { name: 'Draw a zone', exact: true }).click()
  const first = await untilSnapped(page, spot(-200, -60))
  await expect(snap(page), 'what it snaps to is seen before the press').toHaveText(/^snapped: ./)
  await clickAt(page, first)
  for (const [right, down] of [
    [60, -90],
    [70, 60],
    [-150, 70],
  ] as const) {
    await page.keyboard.down('Alt')
    await clickAt(page, spot(right, down))
    await page.keyboard.up('Alt')
  }
  await page.mouse.move(first.x + 3, first.y, { steps: 3 })
  await expect(snap(page)).toHaveText('closes the zone')
  await clickAt(page, first)
  await expect(page.getByRole('heading', { name: 'Zone 1', exact: true })).toBeVisible()
  await expect(people(page, 'Zone 1')).toHaveText(/\d/)

  const before = (await people(page, 'Zone 1').textContent()) ?? ''
  await page.getByRole('button', { name: 'Paint', exact: true }).click()
  await page.getByRole('radio', { name: '7', exact: true }).click()
  const [from, to] = [spot(-60, 60), spot(-60, 110)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await expect(people(page, 'Zone 1'), 'counted while it is painted').not.toHaveText(before)
  await page.mouse.up()
  await page.keyboard.press('Escape')
  await expect(rows(page)).toHaveCount(1)

  await page.keyboard.press('r')
  await clickAt(page, spot(20, -60))
  await clickAt(page, spot(150, 50))
  await expect(page.getByRole('heading', { name: 'Zone 2', exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Move border' }).click()
  const [westernmost] = (await cornersAtRest(page)).sort((a, b) => a.x - b.x)
  const saved = await Promise.all(
    ['Zone 1', 'Zone 2'].map((name) => people(page, name).textContent()),
  )
  await page.mouse.move(westernmost!.x, westernmost!.y, { steps: 3 })
  await page.mouse.down()
  await page.mouse.move(westernmost!.x - 30, westernmost!.y + 12, { steps: 6 })
  await expect(page.getByRole('heading', { name: /^Border / })).toBeVisible()
  await expect(people(page, 'Zone 1')).not.toHaveText(saved[0] ?? '')
  await expect(people(page, 'Zone 2')).not.toHaveText(saved[1] ?? '')
  await expect(page.locator('.zone-passes')).toContainText(/pass/)
  await keepPicture(page, 'zones-border-light')
  await page.mouse.up()
  await expect(page.getByRole('heading', { name: 'Zone 2', exact: true })).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])

  await rowOf(page, 'Zone 1').locator('.zone-name').click()
  const border = await cornersAtRest(page)
  const xs = border.map(({ x }) => x)
  const ys = border.map(({ y }) => y)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const middle = (Math.min(...ys) + Math.max(...ys)) / 2
  await page.getByRole('button', { name: 'Split', exact: true }).click()
  await clickAt(page, { x: left - 40, y: middle - 10 })
  await clickAt(page, { x: right + 20, y: middle - 10 })
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(3)
  await expect(rowOf(page, 'Zone 1 (2)')).toBeVisible()

  await page.getByRole('button', { name: /^Merge/ }).click()
  await page.getByRole('menuitem', { name: 'with Zone 1 (2)' }).click()
  await expect(rows(page)).toHaveCount(2)

  await page.getByRole('button', { name: 'Cut', exact: true }).click()
  const inside = { x: left + 0.4 * (right - left), y: middle }
  const hole = [
    [-20, -18],
    [20, -18],
    [0, 20],
  ].map(([east, south]) => ({ x: inside.x + east!, y: inside.y + south! }))
  await page.keyboard.down('Alt')
  for (const at of hole) await clickAt(page, at)
  await page.keyboard.up('Alt')
  await page.keyboard.press('Enter')
  const fill = page.getByRole('menuitem', { name: 'Fill its holes' })
  await page.getByRole('button', { name: 'More for Zone 1' }).click()
  await expect(fill).not.toHaveAttribute('aria-disabled', 'true')
  await fill.click()
  await page.getByRole('button', { name: 'More for Zone 1' }).click()
  await expect(fill, 'nothing is left to fill').toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')

  const undo = page.getByRole('button', { name: /^Undo/ })
  while (await undo.isEnabled()) await undo.click()
  await expect(rows(page)).toHaveCount(0)
})
