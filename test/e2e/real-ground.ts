import { expect, type Page } from '@playwright/test'
import { fromMenu, untilNeed } from './room.ts'

/** Real data lies beside the project only where it is tried. */
export const LIBERIA = '../shared/data/liberia'

const FILES = [
  'lisgis_Road_current.zip',
  'settlements.geojson.gz',
  'geopko-v2-unmil.csv',
  'census-2008-by-county.csv',
  'lbr_admbnda_adm1_ocha.zip',
]

/** A new operation from the roads, settlements, deployments, census and counties of Liberia. */
export async function bringInLiberia(page: Page): Promise<void> {
  await fromMenu(page, 'New operation from data …')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose files' }).click(),
  ])
  await chooser.setFiles(FILES.map((file) => `${LIBERIA}/${file}`))
  const accept = page.getByRole('button', { name: /^Bring in 1[89] \d{3} rows/ })
  await expect(accept).toBeEnabled({ timeout: 60_000 })
  await accept.click()
  await untilNeed(page)
}
