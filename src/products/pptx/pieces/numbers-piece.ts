import type { BigNumber } from '#core/records/page.ts'
import { type Box, type Item, rule, run, textItem } from '../item.ts'
import { INK, INK_2, LINE, SIZE, STATUS_LOOK } from '../look.ts'
import type { Piece } from '../piece.ts'
import { safeLine } from '../safe-text.ts'
import { cutToLines, textWidth } from '../text-size.ts'

const COLUMN_ROW = 88
const ACROSS_ROW = 124
/** Below this width they stand one under another. */
const NARROW = 480
const MOST_ACROSS = 4
/** With room to spare they are as large as on the wall. */
const LARGE_ROW = 200

/** Big numbers as text: across the slide, or one under another beside a map. */
export function numbersPiece(numbers: readonly BigNumber[]): Piece {
  const height = (width: number) =>
    width < NARROW
      ? numbers.length * COLUMN_ROW
      : Math.ceil(numbers.length / MOST_ACROSS) * ACROSS_ROW + 8
  return {
    sort: 'small',
    stretches: false,
    height,
    wanted: (width) =>
      width < NARROW ? height(width) : Math.ceil(numbers.length / MOST_ACROSS) * LARGE_ROW,
    draw: (box) => (box.width < NARROW ? oneUnderAnother(numbers, box) : across(numbers, box)),
    split: (width, room) => {
      const perRow = width < NARROW ? 1 : MOST_ACROSS
      const rowCount = Math.floor(room / (width < NARROW ? COLUMN_ROW : ACROSS_ROW + 8))
      const count = rowCount * perRow
      if (count === 0 || count >= numbers.length) return null
      return [numbersPiece(numbers.slice(0, count)), numbersPiece(numbers.slice(count))]
    },
  }
}

function oneUnderAnother(numbers: readonly BigNumber[], box: Box): Item[] {
  const row = Math.min(112, Math.max(COLUMN_ROW, box.height / Math.max(1, numbers.length)))
  const valueWidth = Math.round(0.46 * box.width)
  return numbers.flatMap((number, i) => {
    const y = Math.round(box.y + i * row)
    const line = i === 0 ? [] : [rule('Rule', { x: box.x, y, width: box.width }, LINE)]
    const value = { x: box.x, y, width: valueWidth, height: row }
    const label = { ...value, x: box.x + valueWidth + 16, width: box.width - valueWidth - 16 }
    return [...line, valueItem(number, value, 'right', 36), labelItem(number, label)]
  })
}

function across(numbers: readonly BigNumber[], box: Box): Item[] {
  const columnCount = Math.min(MOST_ACROSS, numbers.length)
  const rowCount = Math.ceil(numbers.length / MOST_ACROSS)
  const isLarge = box.height >= rowCount * LARGE_ROW - 8
  const row = isLarge ? LARGE_ROW : ACROSS_ROW
  const value = isLarge ? 96 : 58
  const width = Math.floor((box.width - (columnCount - 1) * 24) / columnCount)
  return numbers.flatMap((number, i) => {
    const x = box.x + (i % columnCount) * (width + 24)
    const y = box.y + Math.floor(i / columnCount) * row
    const under = { x, y: y + value + 4, width, height: row - value - 12 }
    return [
      rule('Rule', { x, y, width }, LINE),
      valueItem(number, { x, y: y + 6, width, height: value }, 'left', isLarge ? 60 : 36),
      labelItem(number, under, 'top'),
    ]
  })
}

function valueItem(number: BigNumber, box: Box, align: 'left' | 'right', most: number): Item {
  const value = safeLine(number.value)
  const unit = safeLine(number.unit)
  const widthAt = (points: number) =>
    textWidth(value, points, true) + textWidth(` ${unit}`, points / 2)
  const sizes = [most, 48, 40, 32, 28, 24, 20, 16, 14].filter((size) => size <= most)
  const points = sizes.find((size) => widthAt(size) <= box.width) ?? SIZE.table
  const shown = cutToLines(
    value,
    points,
    { width: box.width - textWidth(unit, points / 2), lines: 1 },
    true,
  )
  const runs = [run(shown, points, INK, true)]
  if (unit !== '') runs.push(run(`\u202f${unit}`, Math.max(SIZE.least, points / 2), INK_2))
  return textItem(`Figure: ${safeLine(number.label)}`, box, runs, { align, anchor: 'middle' })
}

function labelItem(number: BigNumber, box: Box, anchor: 'top' | 'middle' = 'middle'): Item {
  const label = cutToLines(safeLine(number.label), SIZE.body, { width: box.width, lines: 2 }, true)
  const comparison = safeLine(number.comparison)
  const status = number.status === null ? null : STATUS_LOOK[number.status]
  const said = status ? `${status.sign}\u00a0` : ''
  const text = cutToLines(comparison || (status?.word ?? ''), SIZE.small, {
    width: box.width - 16,
    lines: 2,
  })
  const runs = [
    ...(status ? [run(said, SIZE.small, status.color)] : []),
    ...(text === '' ? [] : [run(text, SIZE.small, INK_2)]),
  ]
  return {
    type: 'text',
    name: `What it is: ${label}`,
    box,
    anchor,
    paragraphs: [
      { runs: [run(label, anchor === 'top' ? SIZE.body : SIZE.table, INK, true)], pointsAfter: 2 },
      ...(runs.length > 0 ? [{ runs }] : []),
    ],
  }
}
