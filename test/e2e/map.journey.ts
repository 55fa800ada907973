import { expect, type Page } from '@playwright/test'
import { cardInTheMiddle, openRoom, watched } from './room.ts'
import { test } from './standing-room.ts'

/** Counts the frames that anything on the page asks for. */
async function countFrames(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counter = globalThis as unknown as { frameCount: number }
    const ask = globalThis.requestAnimationFrame.bind(globalThis)
    counter.frameCount = 0
    globalThis.requestAnimationFrame = (run) =>
      ask((time) => {
        counter.frameCount += 1
        run(time)
      })
  })
  return () => page.evaluate(() => (globalThis as unknown as { frameCount: number }).frameCount)
}

async function framesIn(page: Page, frames: () => Promise<number>, milliseconds: number) {
  const before = await frames()
  await page.waitForTimeout(milliseconds)
  return (await frames()) - before
}

test('the map rests, asks nobody outside, and comes back when its drawing surface is lost', async ({
  page,
}) => {
  const faults = await watched(page)
  const frames = await countFrames(page)
  await openRoom(page)
  await expect.poll(() => framesIn(page, frames, 500), { timeout: 8000 }).toBe(0)
  const before = await frames()
  await page.waitForTimeout(4000)
  expect((await frames()) - before).toBe(0)
  expect(faults.filter((fault) => fault.startsWith('request'))).toEqual([])

  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas')
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await expect(page.getByText('was started again')).toBeVisible()
  await page.waitForTimeout(3000)
  const scale = page.locator('.scale-bar b')
  const shown = await scale.textContent()
  await page.locator('.maplibregl-canvas').focus()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await expect(scale).not.toHaveText(shown ?? '')
})

test('marks stay where they belong when the papers are folded away', async ({ room: page }) => {
  await page.keyboard.press('[')
  await page.keyboard.press(']')
  await page.waitForTimeout(1500)
  await cardInTheMiddle(page, 'COB Greenville')
  await expect(page.locator('.thing-title').first()).toContainText('Greenville')
  await expect(page.locator('.thing').first()).toContainText('Room used')
  await page.keyboard.press('[')
  await page.keyboard.press(']')
})
