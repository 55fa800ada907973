import { readFileSync } from 'node:fs'
import { type Download, expect, type Page, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { fromMenu, goTo, openRoom, watched } from './room.ts'

const LONG = { timeout: 90_000 }
const MARKING = 'UNCLASSIFIED // EXERCISE'
const RELEASE = 'Releasable to the public'

test('a briefing for the public leaves as document, deck and pack, and the pack stands on a wall', async ({
  page,
}) => {
  const faults = await watched(page)
  await openRoom(page)
  await goTo(page, 'Brief')
  await page.locator('.deck-head .pick-button').click()
  await page.getByRole('option', { name: /^Community report/ }).click()

  const html = readFileSync(await pathOf(await handedOut(page, 'Single-file HTML')), 'utf8')
  expect(html.split(MARKING).length - 1).toBeGreaterThan(12)
  for (const text of [RELEASE, 'Data as of', 'imply no', 'data:image/'])
    expect(html).toContain(text)
  expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/)

  const pptx = await handedOut(page, 'PowerPoint')
  expect(pptx.suggestedFilename()).toMatch(/Community report Public \d{6}Z [A-Z]{3} \d\d\.pptx$/)
  const parts = Object.entries(unzipSync(readFileSync(await pathOf(pptx))))
  const slides = parts.filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  expect(slides.length).toBeGreaterThan(8)
  for (const [name, bytes] of slides) {
    const text = new TextDecoder().decode(bytes)
    expect(text.split(MARKING).length - 1, name).toBeGreaterThanOrEqual(2)
    for (const each of [RELEASE, 'Data as of']) expect(text, name).toContain(each)
  }
  expect(parts.some(([name]) => name.startsWith('ppt/media/'))).toBe(true)

  const pack = await pathOf(await handedOut(page, 'Briefing pack'))
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    fromMenu(page, 'Open a file …'),
  ])
  await chooser.setFiles({
    name: 'wall.cgpack',
    mimeType: 'application/gzip',
    buffer: readFileSync(pack),
  })
  const wall = page.getByRole('dialog', { name: 'Wall screen' })
  await expect(wall).toContainText(/Briefing pack/, LONG)
  await expect(wall).toContainText(RELEASE)
  expect(faults).toEqual([])
})

/** Opens the sheet, chooses a way and presses the button; what comes is the file. */
async function handedOut(page: Page, way: string): Promise<Download> {
  await page.getByRole('button', { name: 'Hand out …' }).click()
  const sheet = page.getByRole('dialog', { name: /^Hand out/ })
  await expect(sheet.getByRole('radio', { name: 'Public' })).toBeChecked()
  await sheet.getByText(way, { exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download', LONG),
    sheet.getByRole('button', { name: /^Hand out \d+/ }).click(LONG),
  ])
  await expect(sheet).toHaveCount(0, LONG)
  return download
}

async function pathOf(download: Download): Promise<string> {
  const path = await download.path()
  expect(path).not.toBeNull()
  return path
}
