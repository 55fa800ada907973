import { expect, type Page, test } from '@playwright/test'
import { build, preview } from 'vite'
import type { Harness, PictureSize } from './harness/maps.ts'

const OUT = '../../artefacts/harness'
let served: Awaited<ReturnType<typeof preview>> | null = null

test.beforeAll(async () => {
  const root = 'test/e2e/harness'
  const common = { root, configFile: false, logLevel: 'error', base: './' } as const
  const options = { outDir: OUT, emptyOutDir: true, minify: false, target: 'es2022' } as const
  await build({ ...common, build: options, worker: { format: 'es' } })
  served = await preview({ ...common, build: { outDir: OUT }, preview: { port: 4187 } })
})

test.afterAll(() => served?.close())

async function opened(page: Page): Promise<void> {
  await page.goto(served?.resolvedUrls?.local[0] ?? '')
  await page.waitForFunction(() => 'harness' in globalThis)
}

function farthest(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]!)))
}

type Sized = { readonly name: string; readonly size: PictureSize }

const SIZES: readonly Sized[] = [
  { name: 'one to one', size: { widthPixels: 800, heightPixels: 500, pixelRatio: 1, scale: 1 } },
  { name: 'twice as fine', size: { widthPixels: 800, heightPixels: 500, pixelRatio: 2, scale: 1 } },
  { name: '4K', size: { widthPixels: 3840, heightPixels: 2160, pixelRatio: 1, scale: 5.45 } },
]

test('a mark of deck.gl lies in a picture where it lies on the ground, at every ratio', async ({
  page,
}) => {
  await opened(page)
  for (const { name, size } of SIZES) {
    const found = await page.evaluate((asked) => {
      return (globalThis as unknown as { harness: Harness }).harness.markOff(asked)
    }, size)
    const { pixelRatio, widthPixels, heightPixels, scale } = size
    expect(found, name).toMatchObject({
      width: widthPixels * pixelRatio,
      height: heightPixels * pixelRatio,
      told: [],
    })
    expect(found.markedCount, name).toBeGreaterThan(100 * pixelRatio * scale)
    expect(found.offPixels, name).toBeLessThan(pixelRatio * scale)
  }
})

test('two pages with one camera stand in one place, to a millionth', async ({ page, context }) => {
  const other = await context.newPage()
  const both: number[][] = []
  for (const each of [page, other]) {
    await opened(each)
    const found = await each.evaluate(async () => {
      const { harness } = globalThis as unknown as { harness: Harness }
      return [await harness.standing(), harness.reference()]
    })
    both.push(found[0]!)
    expect(found[0]).toHaveLength(11)
    expect(farthest(found[0]!, found[1]!)).toBeLessThan(1e-6)
  }
  expect(farthest(both[0]!, both[1]!)).toBeLessThan(1e-6)
})
