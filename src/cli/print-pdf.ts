import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser } from './browser.ts'
import { Refusal } from './verb.ts'

const LONGEST_MILLISECONDS = 120_000

/**
 * A document as PDF: printed by Chromium on sheets as the document says, without headers of its own. No
 * script runs and nothing is fetched, as the document's own policy says.
 *
 * @throws Refusal where there is no Chromium, or it prints nothing.
 */
export async function pdfOf(html: Uint8Array): Promise<Uint8Array> {
  const browser = findBrowser()
  if (!browser) throw new Refusal(NO_BROWSER)
  const folder = mkdtempSync(join(tmpdir(), 'commonground-report-'))
  try {
    const page = join(folder, 'report.html')
    const out = join(folder, 'report.pdf')
    writeFileSync(page, html)
    await printed(browser, { page, out, profile: join(folder, 'profile') })
    return new Uint8Array(readFileSync(out))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('Chromium printed no PDF; write .html and print it from a browser.')
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

export const NO_BROWSER =
  'There is no Chromium on this machine. Install it, or say where it is with CHROMIUM_PATH; or write .html and print it from a browser.'

function printed(
  browser: string,
  { page, out, profile }: { readonly page: string; readonly out: string; readonly profile: string },
): Promise<void> {
  const isRoot = process.getuid?.() === 0 || Boolean(process.env['CI'])
  const args = [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    ...(isRoot ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${out}`,
    pathToFileURL(page).href,
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(browser, args, { stdio: 'ignore', timeout: LONGEST_MILLISECONDS })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`Chromium ended with ${code}`)),
    )
  })
}
