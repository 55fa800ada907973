import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { RELEASE_LEVELS } from '#core/records/deck.ts'
import { PRODUCT_FORMATS } from '#products/formats.ts'
import { RELEASE_WORDS } from '#products/levels/levels.ts'
import { writePptx } from '#products/pptx/write-pptx.ts'
import type { Product } from '#products/product.ts'
import { productWriter } from '#products/writers.ts'
import { readPptx, textIn } from './support/read-pptx.ts'
import {
  HOSTILE,
  hostilePage,
  productPage,
  SAMPLE_PAGES,
  sampleFrame,
  sampleProduct,
} from './support/sample-product.ts'

/** What a reader of every page has to be told, whatever the format. */
async function pagesSaid(id: string, bytes: Uint8Array): Promise<readonly string[]> {
  if (id === 'pptx') return readPptx(bytes).slides.map(textIn)
  return [strFromU8(bytes).replace(/<[^>]*>/g, '')]
}

describe('every product', () => {
  for (const format of PRODUCT_FORMATS) {
    for (const level of RELEASE_LEVELS) {
      it(`${format.name} for ${level} says marking, times, release and disclaimer on every page`, async () => {
        const product = sampleProduct({ level, release: RELEASE_WORDS[level] })
        const { bytes } = await (await productWriter(format.id))(product)
        const { frame } = product
        const pages = await pagesSaid(format.id, bytes)
        expect(pages.length).toBeGreaterThan(0)
        for (const said of pages) {
          expect(said.split(frame.marking).length - 1).toBeGreaterThanOrEqual(2)
          for (const text of [frame.release, frame.dataAsOf, frame.disclaimer, frame.madeDtg]) {
            expect(said).toContain(text)
          }
          expect(said).toMatch(/22\d{4}Z NOV 26/)
          expect(said).toContain('EXERCISE')
        }
        const all = pages.join('\n')
        for (const source of frame.sources) expect(all).toContain(source)
        expect(all).toContain(frame.author)
        // To whom it goes is for the staff alone.
        expect(all.includes(frame.distribution)).toBe(level === 'internal')
      })
    }
  }
})

describe('PowerPoint', () => {
  it('has native tables, charts and notes, and as many slides as it says', async () => {
    const { bytes } = await writePptx(sampleProduct())
    const deck = readPptx(bytes)
    const count = deck.slides.length
    expect(count).toBeGreaterThan(Object.keys(SAMPLE_PAGES).length)
    for (const [i, slide] of deck.slides.entries()) {
      expect(textIn(slide)).toContain(`${i + 1} / ${count}`)
    }
    const charts = deck.names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    expect(charts).toHaveLength(5)
    expect(deck.slides.filter((slide) => slide.includes('<a:tbl>')).length).toBeGreaterThanOrEqual(
      3,
    )
    expect(deck.slides[1]).toContain('FROZEN')
    const notes = deck.names.filter((name) => name.startsWith('ppt/notesSlides/notesSlide'))
    expect(notes.map(deck.part).filter((text) => text.includes('First say why.'))).toHaveLength(1)
  })

  it('tells no notes outside the staff, whatever a page has', async () => {
    for (const level of ['partners', 'public'] as const) {
      const deck = readPptx((await writePptx(sampleProduct({ level }))).bytes)
      expect(deck.names.map(deck.part).join('')).not.toContain('First say why.')
    }
  })

  it('gives the same bytes for the same product, whatever was written before', async () => {
    const first = (await writePptx(sampleProduct())).bytes
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await writePptx(sampleProduct())).bytes).toEqual(first)
  })

  it('carries title and marking in its properties, with the time it was made', async () => {
    const deck = readPptx((await writePptx(sampleProduct())).bytes)
    const core = deck.part('docProps/core.xml')
    expect(core).toContain('<dc:title>Decision brief: Steady Lantern</dc:title>')
    expect(core).toContain('UNCLASSIFIED // EXERCISE STEADY LANTERN')
    expect(core).toContain('2026-11-22T13:05:00Z')
  })

  it('leaves a value that is not known out of a chart, and keeps a zero', async () => {
    const page = productPage(SAMPLE_PAGES['charts']!)
    const { bytes } = await writePptx({ frame: sampleFrame(), pages: [page] })
    const chart = readPptx(bytes).part('ppt/charts/chart1.xml')
    const values = /<c:val>[\s\S]*?<\/c:val>/.exec(chart)![0]
    expect(values).toContain('<c:pt idx="2"><c:v>0</c:v></c:pt>')
    expect(values).not.toContain('<c:pt idx="3">')
    const book = Object.entries(unzipSync(bytes)).find(([name]) => name.endsWith('1.xlsx'))![1]
    const sheet = strFromU8(unzipSync(book)['xl/worksheets/sheet1.xml']!)
    expect(sheet).toContain('<c r="B4"><v>0</v></c>')
    expect(sheet).not.toContain('r="B5"')
  })

  it('says where no map was drawn', async () => {
    const { bytes, told } = await writePptx(sampleProduct())
    expect(textIn(readPptx(bytes).slides[0]!)).toContain('The map of this page was not drawn')
    expect(told[0]).toContain('No map was drawn on 1 of 8 pages')
  })

  for (const text of HOSTILE) {
    it(`stays well formed and marked with ${text.slice(0, 24)}`, async () => {
      const product: Product = {
        frame: sampleFrame({ title: text, operation: text, author: text, sources: [text] }),
        pages: [productPage(hostilePage(text), { notes: text, missing: null })],
      }
      const deck = readPptx((await writePptx(product)).bytes)
      for (const slide of deck.slides) {
        expect(textIn(slide)).toContain(product.frame.marking)
        expect(slide).not.toMatch(/<script|[\u202a-\u202e]/)
        expectInside(slide)
      }
    })
  }
})

/** No object begins or ends beyond the slide. */
function expectInside(slide: string): void {
  const [width, height] = [12_192_000, 6_858_000]
  const boxes = slide.matchAll(
    /<a:off x="(-?\d+)" y="(-?\d+)"\/>\s*<a:ext cx="(-?\d+)" cy="(-?\d+)"\/>/g,
  )
  for (const [, x, y, cx, cy] of boxes) {
    expect(Number(x)).toBeGreaterThanOrEqual(0)
    expect(Number(y)).toBeGreaterThanOrEqual(0)
    expect(Number(x) + Number(cx)).toBeLessThanOrEqual(width + 9525)
    expect(Number(y) + Number(cy)).toBeLessThanOrEqual(height + 9525)
  }
}
