import { expect, type Page } from '@playwright/test'

/** Opens the room and waits until need is worked out. */
export async function openRoom(page: Page): Promise<void> {
  await page.goto('./')
  await untilNeed(page)
}

/** Waits until the list of underserved communities is there. */
export async function untilNeed(page: Page): Promise<void> {
  await expect(page.getByText(/\branked\b/).first()).toBeVisible({ timeout: 90_000 })
}

type PlaceName = 'Situation' | 'Zones' | 'Plan' | 'Compare' | 'Brief'

/** Presses the tab of a place. */
export async function goTo(page: Page, place: PlaceName): Promise<void> {
  const tab = page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: place })
  await tab.click()
  await expect(tab).toHaveAttribute('aria-current', 'page')
}

/** Does something from the menu behind the operation's name. */
export async function fromMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^Operation / }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/**
 * Waits until nothing that ends moves any more; with `PICTURES=1` keeps a picture of the page among the
 * artefacts, which on software graphics takes a second.
 */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(200)
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().iterations === Infinity,
      ),
  )
  if (process.env['PICTURES'] === '1') {
    await page.screenshot({ path: `test/artefacts/pictures/${name}.png` })
  }
}

/** The middle of the map, and positions about it in pixels. */
export async function mapSpot(page: Page): Promise<(right: number, down: number) => Spot> {
  const box = await page.locator('.map-slot canvas').first().boundingBox()
  if (!box) throw new Error('there is no map')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  return (right, down) => ({ x: x + right, y: y + down })
}

type Spot = { readonly x: number; readonly y: number }

/** Clicks with a moment to rest, as a hand would. */
export async function clickAt(page: Page, { x, y }: Spot): Promise<void> {
  await page.mouse.move(x, y, { steps: 4 })
  await page.waitForTimeout(120)
  await page.mouse.down()
  await page.mouse.up()
  await page.waitForTimeout(120)
}

/** Flies to something by name and puts the pointer on where it must be: the middle of the map. */
export async function cardInTheMiddle(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.getByRole('option').first().click()
  await page.waitForTimeout(2500)
  const { x, y } = (await mapSpot(page))(0, 0)
  await page.mouse.move(x + 60, y + 60)
  await page.mouse.move(x, y, { steps: 3 })
}

/** Watches for requests to other hosts, refusals of the policy and faults; `faults` fills as they come. */
export async function watched(page: Page): Promise<readonly string[]> {
  const faults: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    const isOwn = url.hostname === 'localhost' || ['blob:', 'data:'].includes(url.protocol)
    if (!isOwn) faults.push(`request to ${url.host}`)
  })
  page.on('pageerror', (error) => faults.push(`fault: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  await page.exposeFunction('onRefusal', (text: string) => {
    faults.push(`refused by the policy: ${text}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { onRefusal } = globalThis as unknown as { onRefusal: (text: string) => void }
      onRefusal(`${violatedDirective} ${blockedURI}`)
    })
  })
  return faults
}
