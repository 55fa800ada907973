import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Flags for a machine without a GPU; the sandbox goes only where Chromium refuses it. */
export const BROWSER_FLAGS = [
  '--use-angle=gl-egl',
  '--ignore-gpu-blocklist',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : []),
]

/**
 * The first Chromium there is: named by hand (CHROMIUM_PATH), those known to the caller, the system's,
 * the usual places; null: there is none.
 */
export function findBrowser(known: readonly string[] = []): string | null {
  const named = process.env['CHROMIUM_PATH']
  if (named) return existsSync(named) ? named : null
  const onPath = ['chromium', 'chromium-browser', 'google-chrome'].map(pathOf)
  const all = [...known, ...onPath, ...USUAL_PLACES]
  return all.find((path) => path !== null && existsSync(path)) ?? null
}

/** Where a command lies; null: there is none of the name. */
export function pathOf(command: string): string | null {
  const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], {
    encoding: 'utf8',
  })
  return found.status === 0 ? (found.stdout.split('\n')[0]?.trim() ?? null) : null
}
