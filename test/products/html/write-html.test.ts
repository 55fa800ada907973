import { describe, expect, it } from 'vitest'
import { RELEASE_LEVELS } from '#core/records/deck.ts'
import { writeHtml } from '#products/html/write-html.ts'
import type { Product, ProductFonts } from '#products/product.ts'
import { briefing, FRAME, MAP, pageOf } from './fixture.ts'
import { HOSTILE } from './hostile.ts'

const textOf = (product: Product, fonts: ProductFonts | null = null) =>
  new TextDecoder().decode(writeHtml(product, { fonts }).bytes)

const BRIEFING = briefing()
/** Of long lists their beginning. */
const SHORT: Product = {
  ...BRIEFING,
  pages: BRIEFING.pages.map((each) => ({
    ...each,
    page: {
      ...each.page,
      blocks: each.page.blocks.map((block) =>
        block.type === 'table' ? { ...block, rows: block.rows.slice(0, 4) } : block,
      ),
    },
  })),
}
const WRITTEN = textOf(BRIEFING)
const sectionsOf = (text: string) =>
  text.match(
    /<section class="page"[\s\S]*?<\/section>(?=\s*(<section class="page"|<\/div><\/div><div class="space-bottom"))/g,
  ) ?? []
/** Every tag with the names of its attributes: what is markup and what is only text. */
const markupOf = (text: string) =>
  (text.match(/<[a-zA-Z/!][^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, ''))

/** Every string of a product in the place of itself, but for the words of the format. */
function retold<T>(value: T, tell: (text: string) => string, key = ''): T {
  if (typeof value === 'string') {
    return (OWN_WORDS.has(key) ? value : tell(value)) as T
  }
  if (value instanceof Uint8Array || value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((each) => retold(each, tell, key)) as T
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, retold(each, tell, name)]),
  ) as T
}
const OWN_WORDS = new Set([
  ...['type', 'status', 'align', 'tone', 'form', 'shape', 'fill', 'plate', 'level', 'layout'],
])

describe('one file', () => {
  it('asks nothing of anybody: no script, no address but those of its own pages', () => {
    expect(WRITTEN).toContain(
      `content="default-src &#39;none&#39;; img-src data:; style-src &#39;unsafe-inline&#39;; font-src data:;`,
    )
    expect(WRITTEN).not.toMatch(/<(script|link|iframe|object|embed|base|form)\b/i)
    expect(WRITTEN).not.toMatch(/\s(on\w+|style)=/i)
    const addresses = [...WRITTEN.matchAll(/\s(?:src|href|xlink:href)="([^"]*)"/g)]
    expect(
      addresses.every(([, address]) => /^(#p\d+|data:image\/png;base64,)/.test(address ?? '')),
    ).toBe(true)
    expect(WRITTEN.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\/|@import/)
  })

  it('takes every hostile string as text, wherever it stands', () => {
    for (const hostile of HOSTILE) {
      const [bad, plain] = [
        hostile,
        [...hostile].map((letter) => (/\s/.test(letter) ? ' ' : '_')).join(''),
      ]
      const written = markupOf(textOf(retold(SHORT, () => bad)))
      expect(written).toEqual(markupOf(textOf(retold(SHORT, () => plain))))
    }
  })

  it('has a language, landmarks, one first heading and no level left out', () => {
    expect(WRITTEN).toMatch(/^<!doctype html>\n<html lang="en">/)
    for (const mark of ['<header', '<main>', '<footer', '<nav aria-label="Pages">']) {
      expect(WRITTEN).toContain(mark)
    }
    const levels = [...WRITTEN.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, i) => {
      expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
    const ids = [...WRITTEN.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, list = ''] of WRITTEN.matchAll(/aria-labelledby="([^"]*)"/g)) {
      for (const id of list.split(' ')) expect(ids).toContain(id)
    }
  })

  it('has its fonts in it where they are given, and no others', () => {
    const fonts = { regular: Uint8Array.of(1, 2, 3), semibold: Uint8Array.of(4, 5) }
    expect(WRITTEN).not.toContain('@font-face')
    expect(textOf(BRIEFING, fonts).match(/url\(data:font\/woff2;base64,[\w+/=]+\)/g)).toHaveLength(
      2,
    )
  })
})

describe('every page', () => {
  const sections = sectionsOf(WRITTEN)

  it('says on screen how it is marked, of when its data are, when it was made and which it is', () => {
    expect(sections).toHaveLength(BRIEFING.pages.length + 1)
    sections.forEach((section, i) => {
      for (const said of [
        FRAME.marking,
        FRAME.dataAsOf,
        FRAME.madeDtg,
        `Page ${i + 1} of ${sections.length}`,
      ]) {
        expect(section).toContain(said)
      }
    })
  })

  it('has on paper two bands that stand on every sheet, with all that a sheet must say', () => {
    const [top = ''] = WRITTEN.match(/<header class="band top">[\s\S]*?<\/header>/) ?? []
    const [bottom = ''] = WRITTEN.match(/<footer class="band bottom">[\s\S]*?<\/footer>/) ?? []
    for (const band of [top, bottom]) {
      for (const said of [FRAME.marking, FRAME.release, '>EXERCISE<']) expect(band).toContain(said)
    }
    for (const said of [FRAME.title, FRAME.operation, 'Edition 2']) expect(top).toContain(said)
    for (const said of [FRAME.madeDtg, FRAME.dataAsOf, FRAME.planningDtg, FRAME.disclaimer]) {
      expect(bottom).toContain(said)
    }
    const print = WRITTEN.slice(WRITTEN.indexOf('@media print{'))
    expect(print).toContain('.band{position:fixed')
    expect(print).toMatch(/\.space-top\{display:table-header-group/)
    expect(print).toMatch(/\.space-bottom\{display:table-footer-group/)
  })

  it('is a sheet across in a briefing, and upright in a report', () => {
    expect(WRITTEN).toContain('@page{size:A4 landscape')
    expect(textOf(briefing({ layout: 'report' }))).toContain('@page{size:A4 portrait')
    const { layout: _, ...without } = FRAME
    expect(textOf({ ...BRIEFING, frame: without })).toContain('@page{size:A4 landscape')
  })

  it('has bands as high as a long marking and disclaimer need', () => {
    const heights = (text: string) =>
      [...text.matchAll(/\.space-(?:top|bottom)>div\{height:([\d.]+)mm/g)].map(([, mm]) =>
        Number(mm),
      )
    const long = briefing({ marking: 'M'.repeat(300), disclaimer: 'word '.repeat(160) })
    const [top = 0, bottom = 0] = heights(WRITTEN)
    const [longTop = 0, longBottom = 0] = heights(textOf(long))
    expect(longTop).toBeGreaterThan(top + 7)
    expect(longBottom).toBeGreaterThan(bottom + 20)
  })

  it('says that it stands still, on what it rests, what it lacks and what it may not say', () => {
    expect(sections[0]).toContain('Route status 26 h old (211000Z): times may be too short')
    expect(sections[0]).toContain('due every 12 h · 1 more stale')
    expect(sections[2]).toMatch(/❄\u00a0FROZEN<\/b> 211800Z NOV 26/)
    expect(sections[4]).toContain('Counts under 5 are hidden.')
    expect(sections[4]).toContain('Under: <bdi>wet season</bdi>')
    expect(sections[11]).toContain('COA 3 was archived. Choose another COA for this slide.')
  })

  it('says what it lacks beside what it has', () => {
    const product = {
      ...BRIEFING,
      pages: [pageOf({ blocks: [MAP] }, { missing: 'No roads yet.' })],
    }
    expect(textOf(product)).toMatch(/No roads yet\.[\s\S]*<figure class="map"/)
  })

  it('ends with sources, method, distribution and who drafted it', () => {
    const last = sections.at(-1) ?? ''
    for (const said of [
      ...FRAME.sources,
      ...(FRAME.method ?? []),
      FRAME.author,
      FRAME.distribution,
      FRAME.disclaimer,
      FRAME.datum,
    ]) {
      expect(last).toContain(said)
    }
  })

  it('has notes of the speaker for the staff alone, in a fold that is not printed', () => {
    for (const level of RELEASE_LEVELS) {
      expect(textOf(briefing({ level })).includes('Begin with the west.')).toBe(
        level === 'internal',
      )
    }
    expect(WRITTEN).toContain('<details class="notes">')
    expect(WRITTEN).toMatch(/@media print\{[\s\S]*\.notes,details[^{]*\{display:none\}/)
  })
})

describe('a map without a picture', () => {
  it('says so on its page and to whoever writes it', () => {
    const product = { ...BRIEFING, pages: [pageOf({ blocks: [MAP] }, { picture: null })] }
    const { told } = writeHtml(product)
    expect(told).toEqual(['Page 1 has a map of which no picture was drawn; the page says so.'])
    expect(textOf(product)).toContain('No picture of this map was drawn.')
    expect(writeHtml(BRIEFING).told).toEqual([])
  })
})
