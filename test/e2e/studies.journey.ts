import { expect, type Page } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { keepPicture } from './room.ts'
import { test } from './standing-room.ts'

/** Access has its register beside its studies. */
const REGISTER = 'Restrictions'

/** The studies of the open tab, by title; one alone has no list. */
async function titlesOf(page: Page): Promise<readonly string[]> {
  const list = page.getByRole('button', { name: /Study$/ })
  if ((await list.count()) === 0) {
    return [(await page.locator('.paper-right .paper-title').textContent()) ?? '']
  }
  await list.click()
  const titles = await page.getByRole('option').allTextContents()
  await page.keyboard.press('Escape')
  return titles.map((title) => title.trim()).filter((title) => title !== REGISTER)
}

async function choose(page: Page, title: string): Promise<void> {
  const heading = page.locator('.paper-right .paper-title')
  if ((await heading.textContent()) === title) return
  await page.getByRole('button', { name: /Study$/ }).click()
  await page.getByRole('option', { name: title, exact: true }).click()
  await expect(heading).toHaveText(title)
}

test('every study answers in a sentence, with its method, and the map follows', async ({
  room: page,
}) => {
  test.setTimeout(300_000)
  const tabs = page.locator('.situation-tabs').getByRole('radio')
  const seen: string[] = []
  for (let tab = 1; tab < (await tabs.count()); tab++) {
    await tabs.nth(tab).click()
    for (const title of await titlesOf(page)) {
      await choose(page, title)
      await expect(page.locator('.study-answer:not([data-old])')).toBeVisible({ timeout: 60_000 })
      await expect(page.locator('.study-sentence').first()).toHaveText(/\w+ .*\.$/)
      await expect(page.getByRole('alert')).toHaveCount(0)
      await page.getByText('How this is worked out').click()
      await expect(page.getByText('What it cannot say')).toBeVisible()
      seen.push(title)
    }
    expect(await seriousFaults(page), seen.at(-1)).toEqual([])
    await keepPicture(page, `study-${tab}`)
  }
  expect(seen).toContain('Hot spots')
  expect(new Set(seen).size).toBe(seen.length)
})

test('an indicator is moved, added and taken back by keyboard alone', async ({ room: page }) => {
  const weight = page.getByRole('slider', { name: /^Weight of Violent/ })
  await weight.focus()
  const before = await weight.getAttribute('aria-valuetext')
  await page.keyboard.press('ArrowRight')
  await expect(weight).not.toHaveAttribute('aria-valuetext', before ?? '')
  const sliders = page.getByRole('slider', { name: /^Weight of/ })
  const count = await sliders.count()
  await page.getByRole('button', { name: /Add an indicator/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(sliders).toHaveCount(count + 1)
  await page.keyboard.press('Control+z')
  await expect(sliders).toHaveCount(count)
  await page.keyboard.press('Control+z')
  await expect(weight).toHaveAttribute('aria-valuetext', before ?? '')
})
