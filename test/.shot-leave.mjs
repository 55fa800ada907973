// usage: STEPS=/tmp/x.mjs SCHEME=dark|light PORT=.. node test/.shot.mjs
import { chromium } from 'playwright-core'
import { preview } from 'vite'

const { steps } = await import(process.env.STEPS)
const server = await preview({
  preview: { port: Number(process.env.PORT ?? 4199), strictPort: true, open: false },
})
const url = server.resolvedUrls.local[0]
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
  ],
})
const page = await browser.newPage({
  viewport: { width: Number(process.env.W ?? 1440), height: Number(process.env.H ?? 900) },
  colorScheme: process.env.SCHEME ?? 'light',
})
page.on('pageerror', (e) => console.log('PAGEERROR', e.message))
page.on('console', (m) => {
  if (m.type() === 'error') console.log('CONSOLE', m.text())
})
try {
  await page.goto(url)
  await steps(page)
} catch (e) {
  console.log(String(e).slice(0, 800))
  await page.screenshot({ path: '/tmp/fail.png' })
}
await browser.close()
await server.close()
process.exit(0)
