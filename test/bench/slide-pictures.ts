import { loadavg } from 'node:os'
import type { Page } from '@playwright/test'
import { type BenchRow, median } from './bench-row.ts'
import { ADDRESS, onBuiltApp } from './built-app.ts'

const RUNS = 5
/** As the page enters them; map and text run side by side, and the frame is part of the map. */
const PARTS = ['laid out', 'map', 'frame', 'text', 'composed', 'packed'] as const

type Shot = {
  readonly milliseconds: number
  readonly parts: Readonly<Record<string, number>>
  /** Whole frames that MapLibre painted for it. */
  readonly frameCount: number
}

type Desk = {
  readonly slidePng: (
    asked: {
      readonly deckId: string
      readonly slideIds: readonly string[]
      readonly level: 'internal'
      readonly heightPixels: number
    },
    run: { readonly signal: AbortSignal; readonly onProgress: () => void },
  ) => Promise<unknown>
}

/** Pictures of a slide with a map and numbers: laid out, drawn, packed as a PNG and handed over. */
export async function slidePictures(): Promise<BenchRow[]> {
  return onBuiltApp(async (page) => {
    await page.goto(ADDRESS)
    await page
      .getByText(/\branked\b/)
      .first()
      .waitFor({ timeout: 60_000 })
    await page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('button', { name: 'Brief' })
      .click()
    await page.locator('.preview .wall').waitFor()
    const rows: BenchRow[] = []
    for (const heightPixels of [1080, 2160]) rows.push(await pictureRow(page, heightPixels))
    return rows
  })
}

async function pictureRow(page: Page, heightPixels: number): Promise<BenchRow> {
  const shots: Shot[] = []
  for (let run = 0; run <= RUNS; run++) shots.push(await pictureMilliseconds(page, heightPixels))
  // The first reads fonts and styles.
  const [first = Number.NaN, ...later] = shots.map(({ milliseconds }) => milliseconds)
  const partOf = (part: string) =>
    Math.round(median(shots.slice(1).map(({ parts }) => parts[part] ?? Number.NaN)))
  return {
    name: `a slide as a picture, ${heightPixels} high`,
    figures: {
      'first ms': Math.round(first),
      'then, median ms (target 2,000 at 2160)': Math.round(median(later)),
      'slowest ms': Math.round(Math.max(...later)),
      ...Object.fromEntries(PARTS.map((part) => [`${part} ms`, partOf(part)])),
      'frames painted': Math.max(...shots.map(({ frameCount }) => frameCount)),
      'load of the machine': (loadavg()[0] ?? Number.NaN).toFixed(1),
    },
  }
}

/** Asks the desk of the briefing itself, which stands in the page's tree of components. */
async function pictureMilliseconds(page: Page, heightPixels: number): Promise<Shot> {
  return page.evaluate(async (asked) => {
    type Fiber = {
      readonly memoizedProps?: { readonly value?: Desk }
      readonly return: Fiber | null
    }
    const element = document.querySelector('.preview') as unknown as Record<string, Fiber>
    const key = Object.keys(element).find((name) => name.startsWith('__reactFiber$')) ?? ''
    let fiber: Fiber | null = element[key] ?? null
    while (fiber && !fiber.memoizedProps?.value?.slidePng) fiber = fiber.return
    const desk = fiber?.memoizedProps?.value
    if (!desk) throw new Error('there is no desk')
    performance.clearMeasures()
    const start = performance.now()
    await desk.slidePng(
      { deckId: 'briefing', slideIds: ['slide-3'], level: 'internal', heightPixels: asked },
      { signal: new AbortController().signal, onProgress: () => {} },
    )
    const milliseconds = performance.now() - start
    const measures = performance
      .getEntriesByType('measure')
      .filter(({ name }) => name.startsWith('picture: '))
    const parts = measures.map(({ name, duration }) => [name.slice('picture: '.length), duration])
    return {
      milliseconds,
      parts: Object.fromEntries(parts) as Record<string, number>,
      frameCount: measures.filter(({ name }) => name === 'picture: frame').length,
    }
  }, heightPixels)
}
