import { chromium } from '@playwright/test'
import { createServer } from 'vite'

const server = await createServer({ server: { port: 4788, strictPort: true } })
await server.listen()
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--use-angle=gl-egl',
    '--ignore-gpu-blocklist',
    '--enable-unsafe-swiftshader',
    '--no-sandbox',
  ],
})
const page = await (
  await b.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: process.env.SCHEME ?? 'light',
  })
).newPage()
page.on('pageerror', (e) => console.log('pageerror', e.message))
page.on('console', (m) => {
  if (m.type() === 'error') console.log('console', m.text().slice(0, 300))
})
await page.goto('http://localhost:4788/')
await page.getByText('Underserved communities').waitFor({ timeout: 240000 })
await page.waitForTimeout(4000)
const { steps } = await import(process.env.STEPS)
await steps(page)
await b.close()
await server.close()
process.exit(0)
