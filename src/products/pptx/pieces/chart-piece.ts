import type { ChartBlock } from '#core/records/page.ts'
import { type Box, type Item, run, textItem } from '../item.ts'
import { INK, INK_2, SIZE } from '../look.ts'
import { type Piece, UNPARTED } from '../piece.ts'
import { safeLine, safeText } from '../safe-text.ts'
import { cutToLines, textHeight } from '../text-size.ts'

const TITLE_HEIGHT = 28
const LEAST_HEIGHT = 220
const BAR_HEIGHT = 19
/** So many bars one under another still have room for their names. */
const MOST_BARS = 22

/** A native chart, whose figures can be edited; what is not known is a gap, and the note says so. */
export function chartPiece(chart: ChartBlock): Piece {
  const noteAt = (width: number) => textHeight(noteOf(chart), SIZE.least, width)
  const least = isBars(chart)
    ? Math.max(LEAST_HEIGHT, 64 + chart.categories.length * BAR_HEIGHT)
    : LEAST_HEIGHT
  return {
    sort: 'wide',
    stretches: true,
    height: (width) => TITLE_HEIGHT + Math.min(least, 440) + noteAt(width) + 4,
    draw: (box) => draw(chart, box),
    split: (_width, _height) => splitBars(chart),
  }
}

/** Two charts side by side, each with few categories. */
export function chartPair(one: ChartBlock, other: ChartBlock): Piece {
  const pieces = [chartPiece(one), chartPiece(other)] as const
  const half = (width: number) => Math.floor((width - 32) / 2)
  return {
    sort: 'wide',
    stretches: true,
    height: (width) => Math.max(...pieces.map((piece) => piece.height(half(width)))),
    draw: (box) => {
      const width = half(box.width)
      const right = { ...box, x: box.x + width + 32, width }
      return [...pieces[0].draw({ ...box, width }), ...pieces[1].draw(right)]
    },
    split: UNPARTED,
  }
}

export function isBars({ form }: ChartBlock): boolean {
  return form === 'bars' || form === 'stackedBars'
}

function splitBars(chart: ChartBlock): readonly [Piece, Piece] | null {
  if (!isBars(chart) || chart.categories.length <= MOST_BARS) return null
  const part = (from: number, to: number): ChartBlock => ({
    ...chart,
    categories: chart.categories.slice(from, to),
    series: chart.series.map((each) => ({ ...each, values: each.values.slice(from, to) })),
  })
  const rest = part(MOST_BARS, chart.categories.length)
  return [chartPiece(part(0, MOST_BARS)), chartPiece({ ...rest, title: continued(chart.title) })]
}

function continued(title: string): string {
  return title.endsWith('(continued)') ? title : `${title} (continued)`.slice(0, 500)
}

/** What the chart alone does not say: its mark and what is not known. */
function noteOf({ note, mark, series, unit }: ChartBlock): string {
  const gapCount = series.reduce(
    (sum, { values }) => sum + values.filter((value) => value === null).length,
    0,
  )
  const told = [
    mark === null
      ? null
      : `Line: ${mark.label} (${mark.value}${unit === '%' ? ' %' : ` ${unit}`}).`,
    note,
    gapCount === 0 ? null : `Not known: ${gapCount} of the values; a gap is no zero.`,
  ]
  return safeText(told.filter((text) => text !== null && text !== '').join(' '))
}

function draw(chart: ChartBlock, box: Box): Item[] {
  const title = safeLine(chart.title)
  const unit = safeLine(chart.unit)
  const note = noteOf(chart)
  const noteHeight = note === '' ? 0 : textHeight(note, SIZE.least, box.width) + 4
  const chartBox = {
    ...box,
    y: box.y + TITLE_HEIGHT,
    height: Math.max(80, box.height - TITLE_HEIGHT - noteHeight),
  }
  const short = cutToLines(title, SIZE.body, { width: box.width - 120, lines: 1 }, true)
  const items: Item[] = [
    textItem(
      `Title: ${title}`,
      { ...box, height: TITLE_HEIGHT - 4 },
      [run(short, SIZE.body, INK, true), run(unit === '' ? ' ' : `  ${unit}`, SIZE.small, INK_2)],
      { anchor: 'middle' },
    ),
    { type: 'chart', name: `Chart: ${title}`, box: chartBox, chart, says: inWords(chart) },
  ]
  if (note !== '') {
    const noteBox = { ...box, y: box.y + box.height - noteHeight + 4, height: noteHeight - 4 }
    items.push(textItem('Note', noteBox, [run(note, SIZE.least, INK_2)]))
  }
  return items
}

const MOST_IN_WORDS = 24

function inWords({ title, unit, categories, series }: ChartBlock): string {
  const parts = series.map(({ name, values }) => {
    const told = categories.slice(0, MOST_IN_WORDS).map((category, i) => {
      const value = values[i] ?? null
      return `${category} ${value === null ? 'not known' : value}`
    })
    return `${name}: ${told.join(', ')}`
  })
  return safeLine(`${title}, ${unit}. ${parts.join('. ')}`).slice(0, 1500)
}
