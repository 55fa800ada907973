import base from './e2e/playwright.config.ts'
export default {
  ...base,
  testDir: './e2e',
  workers: 1,
  outputDir: '/tmp/stage-pw',
  reporter: [['list']],
  expect: { timeout: 30_000 },
  timeout: 200_000,
  use: { ...base.use, baseURL: 'http://localhost:4323/' },
  webServer: {
    command: 'npx vite preview --port 4323 --strictPort',
    url: 'http://localhost:4323/',
    cwd: '..',
    reuseExistingServer: false,
  },
}
