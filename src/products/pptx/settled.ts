import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { ChartBlock } from '#core/records/page.ts'
import { zipFiles } from '#formats/export/zip-files.ts'
import type { ProductFrame } from '../product.ts'
import { settledBook, settledChart } from './settled-chart.ts'
import { corePart, notesPart, slidePart, themePart } from './settled-parts.ts'

/**
 * The file as it leaves: same content, same bytes, whatever the clock says and whatever was written
 * before it in the same session; core properties that carry title and marking; and what the library
 * writes against the schema put right.
 *
 * @param charts in the order in which they were put on the slides.
 */
export function settled(
  written: Uint8Array,
  frame: ProductFrame,
  charts: readonly ChartBlock[],
): Uint8Array {
  const parts = unzipSync(written)
  const chartNames = renamedCharts(Object.keys(parts))
  const files = new Map<string, Uint8Array>()
  for (const [name, bytes] of Object.entries(parts)) {
    if (name.endsWith('/')) continue
    files.set(
      renamed(name, chartNames),
      settledPart(name, bytes, { frame, charts, chartNames, files: parts }),
    )
  }
  const ordered = [...files.keys()].sort(inOrder)
  return zipFiles(
    new Map(ordered.map((name) => [name, files.get(name) ?? new Uint8Array()])),
    frame.madeAt,
  )
}

/** PowerPoint looks for the list of content types first. */
function inOrder(a: string, b: string): number {
  const first = '[Content_Types].xml'
  if (a === first || b === first) return a === first ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

type Known = {
  readonly frame: ProductFrame
  readonly charts: readonly ChartBlock[]
  readonly chartNames: ReadonlyMap<string, number>
  readonly files: Readonly<Record<string, Uint8Array>>
}

function settledPart(name: string, bytes: Uint8Array, known: Known): Uint8Array {
  const { frame, charts, chartNames, files } = known
  const book = /Microsoft_Excel_(?:Worksheet|Sheet)(\d+)\.xlsx$/.exec(name)
  if (book)
    return settledBook(bytes, charts[(chartNames.get(book[1] ?? '') ?? 0) - 1], frame.madeAt)
  if (!/\.(?:xml|rels)$/.test(name)) return bytes
  const text = withChartNames(strFromU8(bytes), chartNames)
  const chart = /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)
  if (chart) return strToU8(settledChart(text, charts[(chartNames.get(chart[1] ?? '') ?? 0) - 1]))
  return strToU8(settledXml(name, text, frame, files))
}

function settledXml(
  name: string,
  text: string,
  frame: ProductFrame,
  files: Readonly<Record<string, Uint8Array>>,
): string {
  if (name === '[Content_Types].xml') return withoutMissingParts(text, files)
  if (name === 'docProps/core.xml') return corePart(frame)
  if (name.startsWith('ppt/theme/')) return themePart(text)
  if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) return slidePart(text)
  return /^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(name) ? notesPart(text) : text
}

/** The library counts charts over all decks of a session; here each deck counts from one. */
function renamedCharts(names: readonly string[]): ReadonlyMap<string, number> {
  const numbers = names.flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
  const ordered = [...numbers].sort((a, b) => Number(a) - Number(b))
  return new Map(ordered.map((number, i) => [number, i + 1]))
}

const CHART_NAME =
  /(charts\/(?:_rels\/)?chart|Microsoft_Excel_(?:Worksheet|Sheet)|(?<=["/])chart)(\d+)(\.xml|\.xlsx)/g

function renamed(name: string, chartNames: ReadonlyMap<string, number>): string {
  return withChartNames(name, chartNames)
}

function withChartNames(text: string, chartNames: ReadonlyMap<string, number>): string {
  return text.replace(CHART_NAME, (whole, before: string, number: string, after: string) => {
    const own = chartNames.get(number)
    return own === undefined ? whole : `${before}${own}${after}`
  })
}

/** The library lists a master for every slide; parts that are not there are no types of content. */
function withoutMissingParts(text: string, files: Readonly<Record<string, Uint8Array>>): string {
  const masters = new Set(Object.keys(files).filter((name) => name.startsWith('ppt/slideMasters/')))
  return text.replace(/\s*<Override PartName="\/([^"]+)"[^>]*\/>/g, (whole, name: string) =>
    name.startsWith('ppt/slideMasters/') && !masters.has(name) ? '' : whole,
  )
}
