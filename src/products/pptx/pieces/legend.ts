import { peopleText } from '#core/figures.ts'
import type { PageLegend } from '#core/records/page.ts'
import { type Box, type Item, run, textItem } from '../item.ts'
import { hexOf, INK, INK_2, SIZE } from '../look.ts'
import { safeLine } from '../safe-text.ts'
import { cutToLines, textWidth } from '../text-size.ts'

const ROW = 22
const SWATCH = { width: 22, height: 12 } as const
const RAMP_STEP = 18
const GAP = 20

type Part = { readonly width: number; readonly draw: (x: number, y: number) => readonly Item[] }

/** Height of the legend under a map of a width. */
export function legendHeight(legends: readonly PageLegend[], width: number): number {
  return rowsOf(legends, width).length * ROW
}

/** What colours and marks mean, as native shapes and text, in rows under the map. */
export function legendItems(legends: readonly PageLegend[], box: Box): Item[] {
  return rowsOf(legends, box.width).flatMap((row, i) => {
    let x = box.x
    return row.flatMap((part) => {
      const items = part.draw(x, box.y + i * ROW)
      x += part.width + GAP
      return items
    })
  })
}

function rowsOf(legends: readonly PageLegend[], width: number): Part[][] {
  const rows: Part[][] = []
  let used = 0
  for (const part of legends.flatMap((legend) => partsOf(legend, width))) {
    const row = rows.at(-1)
    if (row && used + GAP + part.width <= width) {
      row.push(part)
      used += GAP + part.width
    } else {
      rows.push([part])
      used = part.width
    }
  }
  return rows
}

function partsOf(legend: PageLegend, width: number): Part[] {
  const ramp = legend.ramp ? [rampPart(legend.title, legend.ramp, width)] : []
  return [...ramp, ...legend.lines.map((line) => linePart(line, width))]
}

function rampPart(title: string, ramp: NonNullable<PageLegend['ramp']>, most: number): Part {
  const texts = [title, ramp.low, ramp.high].map((text) =>
    cutToLines(safeLine(text), SIZE.least, { width: most / 3, lines: 1 }),
  )
  const widths = texts.map((text, i) => Math.ceil(textWidth(text, SIZE.least, i === 0)) + 8)
  const [name = '', low = '', high = ''] = texts
  const [ofName = 0, ofLow = 0, ofHigh = 0] = widths
  const rampWidth = ramp.colors.length * RAMP_STEP
  return {
    width: ofName + ofLow + rampWidth + ofHigh,
    draw: (x, y) => [
      label(name, { x, y, width: ofName }, true),
      label(low, { x: x + ofName, y, width: ofLow }),
      ...ramp.colors.map((color, i): Item => {
        const box = {
          x: x + ofName + ofLow + i * RAMP_STEP,
          y: y + 5,
          width: RAMP_STEP,
          height: SWATCH.height,
        }
        return { type: 'shape', name: `${name} ${i + 1}`, box, shape: 'rect', fill: hexOf(color) }
      }),
      label(high, { x: x + ofName + ofLow + rampWidth + 6, y, width: ofHigh }),
    ],
  }
}

function linePart(
  { label: text, swatch, peopleCount }: PageLegend['lines'][number],
  most: number,
): Part {
  const people = peopleCount === null ? '' : `, ${peopleText(peopleCount)}`
  const said = cutToLines(`${safeLine(text)}${people}`, SIZE.least, { width: most - 60, lines: 1 })
  const width = Math.ceil(textWidth(said, SIZE.least)) + 8
  return {
    width: SWATCH.width + 8 + width,
    draw: (x, y) => [
      ...swatchItems(swatch, { x, y: y + 5, ...SWATCH }),
      label(said, { x: x + SWATCH.width + 8, y, width }),
    ],
  }
}

function label(text: string, at: Omit<Box, 'height'>, isBold = false): Item {
  return textItem(
    `Legend: ${text}`,
    { ...at, height: ROW },
    [run(text, SIZE.least, isBold ? INK : INK_2, isBold)],
    {
      anchor: 'middle',
    },
  )
}

/** A look of the map, small; shapes that OOXML has no like of become the nearest. */
function swatchItems(
  { shape, color }: { readonly shape: string; readonly color: string },
  box: Box,
): Item[] {
  const hex = hexOf(color)
  const square = { x: box.x + 5, y: box.y, width: box.height, height: box.height }
  const named = { type: 'shape', name: 'Swatch' } as const
  const outline = { color: hex, points: 1.25 }
  switch (shape) {
    case 'dot':
      return [{ ...named, box: square, shape: 'ellipse', fill: hex }]
    case 'ring':
    case 'looseRing':
    case 'plus':
    case 'minus':
    case 'barred':
    case 'noEntry':
      return [{ ...named, box: square, shape: 'ellipse', fill: null, line: outline }]
    case 'square':
    case 'sign':
    case 'padlock':
      return [{ ...named, box: square, shape: 'rect', fill: hex }]
    case 'diamond':
    case 'halfDiamond':
      return [{ ...named, box: square, shape: 'diamond', fill: hex }]
    case 'hex':
      return [{ ...named, box: square, shape: 'hexagon', fill: hex }]
    case 'up':
    case 'down':
      return [
        {
          ...named,
          box: square,
          shape: 'triangle',
          fill: shape === 'up' ? hex : null,
          line: outline,
        },
      ]
    case 'line':
      return [
        {
          type: 'path',
          name: 'Swatch',
          box,
          lines: [
            [
              [0, 0.5],
              [1, 0.5],
            ],
          ],
          color: hex,
          points: 2,
        },
      ]
    case 'dashed':
    case 'frame':
      return [
        {
          ...named,
          box,
          shape: 'rect',
          fill: null,
          line: { ...outline, isDashed: shape === 'dashed' },
        },
      ]
    case 'cross':
      return [
        {
          type: 'path',
          name: 'Swatch',
          box: square,
          lines: [
            [
              [0, 0],
              [1, 1],
            ],
            [
              [1, 0],
              [0, 1],
            ],
          ],
          color: hex,
          points: 1.5,
        },
      ]
    case 'hatch':
    case 'backHatch':
    case 'dots':
      return [
        { ...named, box, shape: 'rect', fill: 'ECEBE6', line: { color: hex, points: 0.5 } },
        hatch(box, hex, shape),
      ]
    default:
      return [{ ...named, box, shape: 'rect', fill: hex, line: { color: INK_2, points: 0.5 } }]
  }
}

function hatch(box: Box, color: string, shape: string): Item {
  const lines = [0.1, 0.4, 0.7].map((at) => {
    const ends = [
      [at, 1],
      [at + 0.25, 0],
    ] as const
    return shape === 'backHatch'
      ? ([
          [at, 0],
          [at + 0.25, 1],
        ] as const)
      : ends
  })
  return { type: 'path', name: 'Hatch', box, lines, color, points: 1 }
}
