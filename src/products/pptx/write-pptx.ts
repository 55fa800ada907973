import type PptxGenJS from 'pptxgenjs'
import type { ChartBlock } from '#core/records/page.ts'
import type { Product, ProductFile, ProductFrame, ProductPage } from '../product.ts'
import { drawItem, inches, masterObject } from './draw.ts'
import { frameItems } from './frame-items.ts'
import type { Item } from './item.ts'
import { HEADLINE, INK, PANEL, SIZE } from './look.ts'
import { pageBodies } from './page-slides.ts'
import { isRightToLeft, safeLine, safeText } from './safe-text.ts'
import { settled } from './settled.ts'
import { sourcesPage } from './sources-slides.ts'
import { cutToLines, fittingPoints, lineCount } from './text-size.ts'

const LAYOUT = 'Briefing page'
const TITLE = 'headline'

/**
 * A briefing as PowerPoint: text, tables and charts that can be edited, maps as pictures with native
 * legend, scale and grid. The same product gives the same bytes.
 */
export async function writePptx(product: Product): Promise<ProductFile> {
  const { default: Library } = await import('pptxgenjs')
  const deck = new Library()
  const { frame } = product
  prepare(deck, frame)
  const slides = [...product.pages, sourcesPage(product)].flatMap((page) =>
    pageBodies(page, headlineOf(page, 1).lines).map((body, part) => ({ page, body, part })),
  )
  const charts: ChartBlock[] = []
  slides.forEach(({ page, body, part }, i) => {
    const times = {
      number: i + 1,
      count: slides.length,
      frozenDtg: page.frozenDtg,
      window: page.page.window,
    }
    const items = [...frameItems(frame, times), ...body]
    addSlide(deck, { page, items, part, frame })
    charts.push(...items.flatMap((item) => (item.type === 'chart' ? [item.chart] : [])))
  })
  const written = await deck.write({ outputType: 'uint8array', compression: false })
  if (!(written instanceof Uint8Array)) throw new Error('the library gave no bytes')
  return { bytes: settled(written, frame, charts), told: toldOf(product) }
}

function prepare(deck: PptxGenJS, frame: ProductFrame): void {
  deck.layout = 'LAYOUT_WIDE'
  deck.theme = { headFontFace: 'IBM Plex Sans', bodyFontFace: 'IBM Plex Sans' }
  deck.title = safeLine(frame.title)
  deck.defineSlideMaster({
    title: LAYOUT,
    background: { color: PANEL },
    objects: [
      ...frameItems(frame, null)
        .map(masterObject)
        .filter((object) => object !== null),
      {
        placeholder: {
          options: {
            name: TITLE,
            type: 'title',
            ...inches(HEADLINE),
            margin: 0,
            valign: 'top',
            align: 'left',
            fontSize: SIZE.headline,
            bold: true,
            color: INK,
          },
          text: 'Headline',
        },
      },
    ],
  })
}

function addSlide(
  deck: PptxGenJS,
  {
    page,
    items,
    part,
    frame,
  }: {
    readonly page: ProductPage
    readonly items: readonly Item[]
    readonly part: number
    readonly frame: ProductFrame
  },
): void {
  const slide = deck.addSlide({ masterName: LAYOUT })
  const { text: headline, points } = headlineOf(page, part)
  const isRtl = isRightToLeft(headline)
  slide.addText(headline, {
    placeholder: TITLE,
    fontSize: points,
    align: isRtl ? 'right' : 'left',
    rtlMode: isRtl,
    lang: isRtl ? 'ar-SA' : 'en-GB',
  })
  for (const item of items) drawItem(slide, item)
  const notes = frame.level === 'internal' && part === 0 ? safeText(page.notes).trim() : ''
  if (notes !== '') slide.addNotes(notes)
}

/** A headline as large as it may be; of a page's further slides it says that it goes on. */
function headlineOf({ page }: ProductPage, part: number) {
  const said = safeLine(page.headline) || 'No headline'
  const whole = part === 0 ? said : `${said} (continued)`
  const points = fittingPoints(whole, [SIZE.headline, 24, 22, 20], HEADLINE, true)
  const most = points > 20 ? 2 : 3
  const text = cutToLines(whole, points, { width: HEADLINE.width, lines: most }, true)
  return { text, points, lines: lineCount(text, points, HEADLINE.width, true) }
}

function toldOf({ pages }: Product): string[] {
  const undrawn = pages.filter(
    ({ page, picture }) => picture === null && page.blocks.some(({ type }) => type === 'map'),
  ).length
  const webp = pages.some(({ picture }) => picture?.type === 'image/webp')
  return [
    ...(undrawn > 0
      ? [`No map was drawn on ${undrawn} of ${pages.length} pages; they say so.`]
      : []),
    ...(webp ? ['A map is a WebP picture, which PowerPoint before 2021 does not show.'] : []),
  ]
}
