import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { ChartBlock } from '#core/records/page.ts'
import { zipFiles } from '#formats/export/zip-files.ts'
import { xmlText } from '#formats/xml/xml-text.ts'
import { INK } from './look.ts'
import { safeLine } from './safe-text.ts'

/** Bars and lines have two axes; the library names a third. */
const THIRD_AXIS =
  /(<c:axId val="[^"]*"\/><c:axId val="[^"]*"\/>)<c:axId val="[^"]*"\/>(\s*<\/c:(?:bar|line)Chart>)/g

/** A value that is not known is no point at all: an empty one would be drawn as zero. */
export function settledChart(text: string, chart: ChartBlock | undefined): string {
  const plain = text
    .replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')
    .replace(/<c:showLeaderLines val="\d"\/>/g, '')
    .replace(THIRD_AXIS, '$1$2')
  return chart?.mark ? withMark(plain, chart, chart.mark) : plain
}

const MARK_LINE = `<c:spPr><a:ln w="19050" cap="flat"><a:solidFill><a:srgbClr val="${INK}"/></a:solidFill><a:prstDash val="sysDash"/><a:round/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`

/** A line across columns is a series of its own on their axes, so that it stays right when figures are edited. */
function withMark(text: string, chart: ChartBlock, mark: NonNullable<ChartBlock['mark']>): string {
  if (chart.form === 'line') return withPlainLine(text)
  const axes = /(<c:axId val="[^"]*"\/><c:axId val="[^"]*"\/>)\s*<\/c:barChart>/.exec(text)?.[1]
  const categories = /<c:cat>[\s\S]*?<\/c:cat>/.exec(text)?.[0]
  if (chart.form === 'bars' || chart.form === 'stackedBars' || !axes || !categories) return text
  const at = chart.series.length
  const points = chart.categories.map((_, i) => `<c:pt idx="${i}"><c:v>${mark.value}</c:v></c:pt>`)
  const name = xmlText(safeLine(mark.label) || 'Line')
  const series = `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:v>${name}</c:v></c:tx>${MARK_LINE}${categories}<c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${points.length}"/>${points.join('')}</c:numLit></c:val><c:smooth val="0"/></c:ser>`
  const line = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
  return text.replace('</c:barChart>', `</c:barChart>${line}`)
}

/** The last series of a line chart is its mark: dashed, without dots. */
function withPlainLine(text: string): string {
  const at = text.lastIndexOf('<c:ser>')
  const marked = text
    .slice(at)
    .replace(
      /<c:spPr>[\s\S]*?<\/c:marker>/,
      (part) =>
        `${MARK_LINE.slice(0, MARK_LINE.indexOf('<c:marker>'))}${labelsIn(part)}<c:marker><c:symbol val="none"/></c:marker>`,
    )
  return text.slice(0, at) + marked
}

function labelsIn(part: string): string {
  return /<c:dLbls>[\s\S]*?<\/c:dLbls>/.exec(part)?.[0] ?? ''
}

/**
 * The workbook behind a chart: what is not known stays an empty cell, and a zero is written, which the
 * library leaves out.
 */
export function settledBook(
  bytes: Uint8Array,
  chart: ChartBlock | undefined,
  madeAt: string,
): Uint8Array {
  const made = `${new Date(madeAt).toISOString().slice(0, 19)}Z`
  const files = new Map<string, Uint8Array>()
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (name.endsWith('/')) continue
    if (name === 'docProps/core.xml') {
      files.set(name, strToU8(strFromU8(part).replace(/(W3CDTF">)[^<]*/g, `$1${made}`)))
    } else if (name === 'xl/worksheets/sheet1.xml') {
      files.set(name, strToU8(withZeroes(strFromU8(part), chart)))
    } else if (name === 'xl/tables/table1.xml') {
      files.set(name, strToU8(strFromU8(part).replace(`'" totalsRowShown`, '" totalsRowShown')))
    } else files.set(name, part)
  }
  return zipFiles(files, madeAt)
}

function withZeroes(sheet: string, chart: ChartBlock | undefined): string {
  return sheet.replace(
    /<c r="([A-Z])(\d+)"><v><\/v><\/c>/g,
    (_whole, column: string, row: string) => {
      const series = chart?.series[column.charCodeAt(0) - 'B'.charCodeAt(0)]
      const value = series?.values[Number(row) - 2] ?? null
      return value === null ? '' : `<c r="${column}${row}"><v>${value}</v></c>`
    },
  )
}
