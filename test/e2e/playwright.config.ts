import { defineConfig } from '@playwright/test'
import { BROWSER_FLAGS } from '#cli/browser.ts'
import { findBrowser } from '../support/browser.ts'

const PORT = 4173

export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: '../artefacts/journeys',
  timeout: 420_000,
  expect: { timeout: 60_000 },
  fullyParallel: false,
  workers: 2,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '../artefacts/journeys.json' }]],
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findBrowser() ?? '', args: BROWSER_FLAGS },
  },
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort`,
    url: `http://localhost:${PORT}/`,
    cwd: '../..',
    reuseExistingServer: !process.env['CI'],
  },
})
