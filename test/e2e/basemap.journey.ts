import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { pmtilesOf, pngOf, someBasemap } from '../support/pmtiles.ts'
import { fromMenu, keepPicture, openRoom, untilNeed, watched } from './room.ts'

const FOLDER = 'test/artefacts/basemaps'
/** Woods of the test's base map, in light. */
const GREEN = [0xe9, 0xeb, 0xdc] as const

function keptFile(name: string, bytes: Uint8Array): string {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(`${FOLDER}/${name}`, bytes)
  return `${FOLDER}/${name}`
}

async function giveFile(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(path)
}

/** How many pixels of the map have a colour. */
async function pixelsOf(page: Page, color: readonly number[]): Promise<number> {
  const png = [...(await page.locator('.map-slot').screenshot())]
  return page.evaluate(
    async ({ bytes, wanted }) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)]))
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      const context = canvas.getContext('2d')!
      context.drawImage(picture, 0, 0)
      const { data } = context.getImageData(0, 0, picture.width, picture.height)
      let count = 0
      for (let i = 0; i < data.length; i += 4) {
        if (wanted.every((value, channel) => data[i + channel] === value)) count += 1
      }
      return count
    },
    { bytes: png, wanted: color },
  )
}

test('a PMTiles file becomes the base map, is there after a reload, and goes again', async ({
  page,
}) => {
  const faults = await watched(page)
  await openRoom(page)
  await page.getByRole('button', { name: 'Show Towns' }).click({ modifiers: ['Alt'] })
  expect(await pixelsOf(page, GREEN)).toBe(0)

  const row = page.getByRole('region', { name: 'Base map' })
  await fromMenu(page, 'Import data …')
  await giveFile(page, keptFile('spoilt.pmtiles', spoiltInside()))
  await page.getByRole('button', { name: 'Use as base map' }).click()
  await expect(row).toContainText(/tiles? could not be read; their places stay empty/)

  await fromMenu(page, 'Import data …')
  await giveFile(page, keptFile('elsewhere.pmtiles', elsewhere()))
  await expect(page.getByText('elsewhere.pmtiles covers other ground')).toBeVisible()
  await giveFile(page, keptFile('cut.pmtiles', someBasemap().slice(0, 3000)))
  await expect(page.getByText('cut.pmtiles is not whole')).toBeVisible()
  await giveFile(page, keptFile('invented.pmtiles', someBasemap()))
  await expect(page.getByText(/Base map, zooms 4–9, .* kB; covers all/)).toBeVisible()
  await keepPicture(page, 'basemap-import')
  await page.getByRole('button', { name: 'Use as base map' }).click()

  await expect(page.getByText('Invented ground is the base map now')).toBeVisible()
  await expect(row).toContainText('© Invented Mappers')
  await expect(page.locator('.map-notes')).toContainText('© Invented Mappers')
  await expect.poll(() => pixelsOf(page, GREEN)).toBeGreaterThan(500)
  await keepPicture(page, 'basemap-alone-light')

  await page.reload()
  await untilNeed(page)
  await expect(row).toContainText('Invented ground')
  await expect.poll(() => pixelsOf(page, GREEN)).toBeGreaterThan(500)

  await row.getByRole('button', { name: 'Remove' }).click()
  await expect(row).toHaveCount(0)
  await expect.poll(() => pixelsOf(page, GREEN)).toBe(0)
  await page.reload()
  await untilNeed(page)
  expect(await pixelsOf(page, GREEN)).toBe(0)
  expect(faults).toEqual([])
})

/** Cut into layers as it has to be, and no layer is one. */
function spoiltInside(): Uint8Array {
  const bytes = Uint8Array.of(
    0x1a,
    90,
    ...Array.from({ length: 90 }, (_, i) => (77 * i + 13) % 256),
  )
  const tiles = Array.from({ length: 256 }, (_, i) => {
    return { zoom: 4, column: i % 16, row: Math.floor(i / 16), bytes }
  })
  return pmtilesOf({ tiles })
}

function elsewhere(): Uint8Array {
  const tile = { zoom: 0, column: 0, row: 0, bytes: pngOf(256, [10, 20, 30]) }
  return pmtilesOf({ tiles: [tile], tileType: 2, tilePacking: 1, bounds: [20, 10, 30, 20] })
}
