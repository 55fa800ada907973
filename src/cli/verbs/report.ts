import { basename, extname } from 'node:path'
import { hashOfBytes } from '#core/canonical-json.ts'
import { RELEASE_LEVELS, ReleaseLevel } from '#core/records/deck.ts'
import { handoverLine } from '#formats/export/handovers.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { aboutHanded } from '#products/about-handed.ts'
import type { Product } from '#products/product.ts'
import { TEMPLATES } from '#products/templates/registry.ts'
import { argumentsOf } from '../arguments.ts'
import { readOperation, writeBytes } from '../files.ts'
import { pdfOf } from '../print-pdf.ts'
import { productFonts } from '../product-fonts.ts'
import { type InPage, reportInPage } from '../report-in-page.ts'
import { deckToReport, type ReportWish, reportProduct } from '../report-product.ts'
import { Refusal, type Terminal, type Verb } from '../verb.ts'

const OPTIONS = {
  level: { type: 'string' },
  deck: { type: 'string' },
  template: { type: 'string' },
  out: { type: 'string' },
  maps: { type: 'boolean', default: false },
  slide: { type: 'string' },
  pixels: { type: 'string', default: '1080' },
} as const

const ENDINGS = ['.pptx', '.html', '.pdf', '.png', '.zip', '.cgpack'] as const
type Ending = (typeof ENDINGS)[number]

/** What only the app can make: pictures of slides, and what a wall elsewhere shows. */
const OF_THE_APP: readonly Ending[] = ['.png', '.zip', '.cgpack']

const USAGE = `report OPERATION --out FILE        a briefing as a file: ${ENDINGS.join(', ')}

  --level LEVEL     for whom: ${RELEASE_LEVELS.join(', ')}; as the briefing says where none is named
  --deck NAME       which briefing of the operation; the first where none is named
  --template ID     a new one from a template instead: ${TEMPLATES.map(({ id }) => id).join(', ')}
  --maps            with pictures of its maps, drawn by the built app in Chromium
  --slide N         for .png: which slide, 1 where none is named
  --pixels HEIGHT   for .png and .zip: 1080 or 2160

What the readers of the level may not know stays here. Without --maps no map is drawn, and the pages say
so; their figures are the same. A .png is a picture of one slide, a .zip has one of each, a .cgpack is for a
wall machine elsewhere: these are always made by the app. An HTML file carries its fonts. A PDF is that file, printed by Chromium,
which has to be on this machine. The operation itself is only read: the line that says what left is printed, to be kept in the log of the staff.`

/** Makes a briefing for its readers and writes it as a file. */
export const reportVerb: Verb = {
  name: 'report',
  summary: 'a briefing for its readers as PowerPoint, HTML or PDF',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, OPTIONS)
    const [path, ...more] = positionals
    if (!path || more.length > 0) throw new Refusal('Name one operation: report OPERATION.')
    if (!values.out) throw new Refusal('Say where the file goes with --out.')
    if (values.deck !== undefined && values.template !== undefined) {
      throw new Refusal('Name a briefing with --deck or a template with --template, not both.')
    }
    const ending = endingOf(values.out)
    const level = levelNamed(values.level)
    const chosen = deckToReport(readOperation(path), values, terminal)
    const wish = { ...chosen, level: level ?? chosen.deck.level, now: terminal.now() }
    const { bytes, told, product } = await written(wish, ending, values)
    for (const sentence of told) terminal.warn(sentence)
    writeBytes(values.out, bytes)
    tell(product, { bytes, out: values.out, ending }, terminal)
    return 0
  },
}

type Drawn = { readonly maps: boolean; readonly slide?: string; readonly pixels: string }

/** The pages are counted here in any case; with maps the file itself is the app's. */
async function written(wish: ReportWish, ending: Ending, drawn: Drawn) {
  const inPage = drawn.maps || OF_THE_APP.includes(ending) ? inPageOf(ending, drawn) : null
  const product = await reportProduct(wish)
  if (inPage) checkSlide(inPage, product)
  const formatId = ending === '.pptx' ? 'pptx' : 'html'
  const file = inPage
    ? { bytes: await reportInPage(wish, inPage), told: [] }
    : await runJobInline('writeProduct', {
        product,
        formatId,
        fonts: formatId === 'html' ? productFonts() : null,
      })
  const bytes = ending === '.pdf' ? await pdfOf(file.bytes) : file.bytes
  return { bytes, told: file.told, product }
}

function inPageOf(ending: Ending, { slide = '1', pixels }: Drawn): InPage {
  if (ending === '.cgpack') return { way: 'pack', slideIndex: null }
  if (ending !== '.png' && ending !== '.zip') {
    return { way: ending === '.pptx' ? 'pptx' : 'html', slideIndex: null }
  }
  if (pixels !== '1080' && pixels !== '2160') {
    throw new Refusal(`--pixels: "${pixels}" is none of 1080, 2160.`)
  }
  if (!/^[1-9]\d{0,3}$/.test(slide))
    throw new Refusal(`--slide: "${slide}" is no number of a slide.`)
  return { way: `png-${pixels}`, slideIndex: ending === '.png' ? Number(slide) - 1 : null }
}

function checkSlide({ slideIndex }: InPage, { pages }: Product): void {
  if (slideIndex === null || slideIndex < pages.length) return
  throw new Refusal(`--slide: this briefing has ${pages.length} slides for its readers.`)
}

function tell(
  { frame, pages }: Product,
  {
    bytes,
    out,
    ending,
  }: { readonly bytes: Uint8Array; readonly out: string; readonly ending: Ending },
  terminal: Terminal,
): void {
  terminal.print(`Written to ${out}: ${frame.title}, ${pages.length} pages. ${frame.release}.`)
  terminal.print(
    handoverLine({
      id: terminal.newId(),
      at: frame.madeAt,
      by: 'command line',
      ...aboutHanded(frame.level, { what: 'briefing', format: ending.slice(1) }),
      fileName: basename(out),
      sha256: hashOfBytes(bytes),
    }),
  )
}

function endingOf(out: string): Ending {
  const found = ENDINGS.find((ending) => ending === extname(out).toLowerCase())
  if (found) return found
  throw new Refusal(`A briefing is written as ${ENDINGS.join(', ')}; "${out}" is none of these.`)
}

function levelNamed(text: string | undefined): ReleaseLevel | null {
  if (text === undefined) return null
  const read = ReleaseLevel.safeParse(text)
  if (read.success) return read.data
  throw new Refusal(`--level: "${text}" is none of ${RELEASE_LEVELS.join(', ')}.`)
}
