import { type SpawnOptions, spawn } from 'node:child_process'
import { chromium } from '@playwright/test'
import { findBrowser as findBrowserOf, pathOf } from '#cli/browser.ts'

/** The first Chromium there is, Playwright's own before the system's. */
export function findBrowser(): string | null {
  return findBrowserOf([chromium.executablePath()])
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
