import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { withDeck } from '#core/decks-of.ts'
import { LEVEL_NAMES } from '#products/levels/levels.ts'
import { BROWSER_FLAGS, findBrowser } from './browser.ts'
import { writeOperation } from './files.ts'
import { NO_BROWSER } from './print-pdf.ts'
import type { ReportWish } from './report-product.ts'
import { Refusal } from './verb.ts'

const DIST = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist')
const LONGEST_MILLISECONDS = 300_000

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

/** What the sheet calls each way out that needs the app. */
const WAYS = {
  pptx: 'PowerPoint',
  html: 'Single-file HTML',
  'png-1080': 'PNG 1080p',
  'png-2160': 'PNG 4K',
  pack: 'Briefing pack',
} as const
export type InPage = {
  readonly way: keyof typeof WAYS
  /** Counted from 0; null: the whole deck. */
  readonly slideIndex: number | null
}

/**
 * A briefing with its maps, made by the built app in Chromium as a person would: the operation is opened
 * from a file, its deck is handed out. The browser keeps nothing: its profile is thrown away.
 *
 * @throws Refusal where there is no build or no Chromium, or where the app says why it cannot.
 */
export async function reportInPage(wish: ReportWish, asked: InPage): Promise<Uint8Array> {
  if (!existsSync(join(DIST, 'index.html'))) {
    throw new Refusal(
      'Maps are drawn by the built app, and there is none: run "npm run build", or leave out --maps.',
    )
  }
  const executablePath = findBrowser()
  if (!executablePath) throw new Refusal(NO_BROWSER)
  const folder = mkdtempSync(join(tmpdir(), 'commonground-report-'))
  const server = await served()
  let browser: Browser | null = null
  try {
    browser = await launched(executablePath)
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    page.setDefaultTimeout(LONGEST_MILLISECONDS)
    const file = join(folder, 'operation.json')
    const { deck, level } = wish
    const { document } = wish.contents
    writeOperation(file, { ...wish.contents, document: withDeck(document, { ...deck, level }) })
    const { port } = server.address() as AddressInfo
    await page.goto(`http://localhost:${port}/`)
    await opened(page, file)
    return await handedOut(page, wish, asked)
  } finally {
    await browser?.close()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function launched(executablePath: string): Promise<Browser> {
  const { chromium } = await import('@playwright/test').catch(() => {
    throw new Refusal(
      'Maps are drawn through Playwright, which is not installed: run "npm ci", or leave out --maps.',
    )
  })
  return chromium.launch({ executablePath, args: BROWSER_FLAGS })
}

/** Opens an operation file as dropping it on the room does. */
async function opened(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: /^Operation / }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: /^Open a file/ }).click(),
  ])
  await chooser.setFiles(file)
  await page
    .getByText(/\branked\b/)
    .first()
    .waitFor()
}

async function handedOut(
  page: Page,
  { deck, level }: ReportWish,
  { way, slideIndex }: InPage,
): Promise<Uint8Array> {
  const places = page.getByRole('navigation', { name: 'Places' })
  await places.getByRole('button', { name: 'Brief' }).click()
  await page.getByRole('button', { name: /^Deck/ }).first().click()
  await page.getByRole('option', { name: deck.name }).first().click()
  if (slideIndex !== null) {
    await page.getByRole('grid', { name: 'Slides' }).getByRole('row').nth(slideIndex).click()
  }
  await page.getByRole('button', { name: /^Hand out/ }).click()
  const dialog = page.getByRole('dialog', { name: /^Hand out/ })
  if (slideIndex !== null) await dialog.getByRole('radio', { name: 'This slide' }).click()
  await dialog.getByRole('radio', { name: LEVEL_NAMES[level] }).click()
  await dialog.getByRole('radio', { name: WAYS[way] }).click()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Hand out \d+ / }).click()
  const path = await (await download).path()
  return new Uint8Array(readFileSync(path))
}

/** The built app on this machine alone. */
function served(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = normalize(
      join(DIST, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)),
    )
    if (!path.startsWith(DIST) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
    createReadStream(path).pipe(response)
  })
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}
