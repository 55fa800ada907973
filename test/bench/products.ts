import { PRODUCT_FORMATS } from '#products/formats.ts'
import type { Product } from '#products/product.ts'
import { productWriter } from '#products/writers.ts'
import { productPage, SAMPLE_PAGES, sampleFrame } from '../products/support/sample-product.ts'
import { type BenchRow, median } from './bench-row.ts'

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
  return rows
}
