import { sampleOperation } from '#data/liberia-exercise/index.ts'
import { PRODUCT_FORMATS } from '#products/formats.ts'
import type { Product } from '#products/product.ts'
import { TOPICS } from '#products/topics/registry.ts'
import { productWriter } from '#products/writers.ts'
import { factsOf } from '../products/a-report.ts'
import { productPage, SAMPLE_PAGES, sampleFrame } from '../products/support/sample-product.ts'
import { type BenchRow, median, timed } from './bench-row.ts'

const TIMES = 5
const PAGE_COUNT = 12

/** What writing a briefing of twelve pages costs in each format, without pictures of maps. */
export async function products(): Promise<BenchRow[]> {
  const pages = Object.values(SAMPLE_PAGES).map((page) => productPage(page))
  const product: Product = {
    frame: sampleFrame(),
    pages: Array.from({ length: PAGE_COUNT }, (_, i) => pages[i % pages.length]!),
  }
  const rows: BenchRow[] = []
  for (const format of PRODUCT_FORMATS) {
    const write = await productWriter(format.id)
    const milliseconds: number[] = []
    let byteCount = 0
    for (let i = 0; i < TIMES; i++) {
      const start = performance.now()
      byteCount = (await write(product)).bytes.length
      milliseconds.push(performance.now() - start)
    }
    rows.push({
      name: `${format.name}, ${PAGE_COUNT} pages`,
      figures: {
        'first ms (at most 5000)': Math.round(milliseconds[0] ?? 0),
        'median ms': Math.round(median(milliseconds)),
        'size kB': Math.round(byteCount / 1000),
      },
    })
  }
  return [...rows, topicsRow()]
}

/** What each topic of a report costs on the built-in theatre, once it was said before. */
function topicsRow(): BenchRow {
  const { document, columns } = sampleOperation()
  const say = (topic: (typeof TOPICS)[number]) =>
    topic.say(factsOf(document, columns, { deck: { level: 'public' } }), 'current-posture')
  const all = TOPICS.map((topic) => {
    say(topic)
    return { id: topic.id, milliseconds: timed(() => say(topic)).milliseconds }
  })
  const [slowest] = all.sort((a, b) => b.milliseconds - a.milliseconds)
  return {
    name: `${all.length} topics of a report, built-in theatre`,
    figures: { 'slowest ms (at most 250)': slowest!.milliseconds, which: slowest!.id },
  }
}
