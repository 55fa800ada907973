import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

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

/** The first Chromium there is: named by hand, Playwright's own, the system's, the usual places. */
export function findBrowser(): string | null {
  const named = process.env['CHROMIUM_PATH']
  if (named) return existsSync(named) ? named : null
  const onPath = ['chromium', 'chromium-browser', 'google-chrome'].map(pathOf)
  const all = [chromium.executablePath(), ...onPath, ...USUAL_PLACES]
  return all.find((path) => path !== null && existsSync(path)) ?? null
}

/** The browser, installed if there is none and the machine allows it; null if it does not. */
export async function findOrInstallBrowser(): Promise<string | null> {
  const found = findBrowser()
  if (found || process.env['CHROMIUM_PATH']) return found
  console.log('No Chromium found; installing one.')
  if (process.getuid?.() === 0 && pathOf('apt-get')) {
    await ended('apt-get', ['update'], { stdio: 'ignore' })
    await ended(
      'apt-get',
      ['install', '-y', '--no-install-recommends', 'chromium', 'libgl1-mesa-dri'],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      },
    )
  }
  if (!findBrowser()) {
    await ended('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' })
  }
  return findBrowser()
}

/** Waits for a command, however it ends. */
function ended(command: string, args: readonly string[], options: SpawnOptions): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(command, args, options)
    child.on('error', () => resolve())
    child.on('close', () => resolve())
  })
}

function pathOf(command: string): string | null {
  const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], {
    encoding: 'utf8',
  })
  return found.status === 0 ? (found.stdout.split('\n')[0]?.trim() ?? null) : null
}
