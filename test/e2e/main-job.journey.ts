import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import {
  clickAt,
  fromMenu,
  goTo,
  keepPicture,
  mapSpot,
  openRoom,
  untilNeed,
  watched,
} from './room.ts'

const LIBERIA = '../shared/data/liberia'
const REAL_FILES = [
  'lisgis_Road_current.zip',
  'settlements.geojson.gz',
  'geopko-v2-unmil.csv',
  'ucdp-ged201-liberia-box.csv',
  'census-2008-by-county.csv',
  'lbr_admbnda_adm1_ocha.zip',
]

test('the main job on the built-in theatre: need, zone, plan, accept, compare, wall', async ({
  page,
}) => {
  const faults = await watched(page)
  const onNode = planHashOnNode()
  await openRoom(page)
  await keepPicture(page, 'situation')
  await planForOneScenario(page, 'built-in', async () => {
    const shown = await page.getByText(/ · plan [0-9a-f]{8}/).textContent()
    expect(shown?.match(/plan ([0-9a-f]{8})/)?.[1], 'the same hash as on Node').toBe(await onNode)
  })
  await undoAcceptedAfterReload(page)
  expect(faults).toEqual([])
})

/** What was accepted is in the list of changes by its name after a reload, and is taken back there. */
async function undoAcceptedAfterReload(page: Page) {
  await expect(page.getByText(/Saved \d{4}Z/)).toBeVisible()
  await page.reload()
  await untilNeed(page)
  await fromMenu(page, 'Changes …')
  const changes = page.getByRole('dialog', { name: 'Changes' })
  const accepted = changes
    .getByRole('listitem')
    .filter({ hasText: /^Accept \d+ units? of a plan in/ })
  const undo = changes.getByRole('button', { name: 'Undo' })
  while (!(await accepted.getByText('taken back').isVisible())) await undo.click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('table of postings')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This COA posts nobody yet.')).toBeVisible()
}

/** The first digits of the hash of the plan that the command line finds for the same operation. */
async function planHashOnNode(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'hash-'))
  const file = join(folder, 'built-in.json')
  const cli = async (...args: readonly string[]) => {
    const argv = ['node_modules/tsx/dist/cli.mjs', 'src/cli/main.ts', ...args]
    return (await promisify(execFile)(process.execPath, argv, { maxBuffer: 1e9 })).stdout
  }
  await cli('sample', '--out', file)
  const plan = await cli('plan', file, '--scenario', 'COA 1', '--moves', '1000000', '--json')
  rmSync(folder, { recursive: true })
  return String(JSON.parse(plan).planHash).slice(0, 8)
}

// The real data lies beside the project only where it is tried; a skipped journey would count as failed.
if (existsSync(LIBERIA)) {
  test('the main job on real ground: roads, settlements and deployments of Liberia come in', async ({
    page,
  }) => {
    const faults = await watched(page)
    await openRoom(page)
    await fromMenu(page, 'New operation from data …')
    await expect(page.getByLabel('Drop files here')).toBeVisible()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose files' }).click(),
    ])
    await chooser.setFiles(REAL_FILES.map((file) => `${LIBERIA}/${file}`))
    const accept = page.getByRole('button', { name: /^Bring in 1[89] \d{3} rows/ })
    await expect(accept).toBeEnabled({ timeout: 60_000 })
    await keepPicture(page, 'import')
    await accept.click()
    await untilNeed(page)
    await keepPicture(page, 'real-situation')
    await planForOneScenario(page, 'real')
    expect(faults).toEqual([])
  })
}

/** From need to the wall, as a planner goes. */
async function planForOneScenario(
  page: Parameters<typeof openRoom>[0],
  name: string,
  onPlan: () => Promise<void> = async () => {},
) {
  await goTo(page, 'Plan')
  const hasScenario = await page.getByRole('button', { name: 'Suggest' }).isEnabled()
  if (!hasScenario) await page.getByRole('button', { name: /New COA|Make a COA/ }).click()
  await goTo(page, 'Zones')
  await page.getByRole('button', { name: 'Draw a zone', exact: true }).click()
  const at = await mapSpot(page)
  for (const [right, down] of [
    [-120, -90],
    [110, -100],
    [130, 90],
    [-100, 110],
  ] as const) {
    await clickAt(page, at(right, down))
  }
  await expect(page.getByRole('heading', { name: 'New zone' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Move border' })).toBeVisible()
  await keepPicture(page, `${name}-zones`)
  await goTo(page, 'Plan')
  await page.getByRole('radio', { name: 'Quick' }).click()
  await page.getByRole('button', { name: 'Suggest' }).click()
  await expect(page.getByRole('button', { name: 'Accept all' })).toBeVisible({ timeout: 120_000 })
  await onPlan()
  await expect(page.getByText(/No plan can be more than|proven best/i).first()).toBeVisible()
  await keepPicture(page, `${name}-plan`)
  await page.getByRole('button', { name: 'Accept all' }).click()
  await page.getByRole('button', { name: /^Add \d+ postings? to/ }).click()
  await goTo(page, 'Compare')
  const needMet = page.getByRole('rowheader', { name: /^Need met/ })
  await expect(needMet).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/come within the standard/).first()).toBeVisible()
  await keepPicture(page, `${name}-compare`)
  await goTo(page, 'Brief')
  const show = page.getByRole('button', { name: /Show on the wall/ })
  if (await show.isDisabled()) {
    await page.getByRole('button', { name: 'Add slide' }).click()
    await page.getByRole('menuitem', { name: /^Comparison/ }).click()
  }
  await keepPicture(page, `${name}-brief`)
  await show.click()
  await expect(page.locator('.stage')).toBeVisible()
  await keepPicture(page, `${name}-wall`)
  await page.keyboard.press('Escape')
  await expect(page.locator('.stage')).toBeHidden()
}
