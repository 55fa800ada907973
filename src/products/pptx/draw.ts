import type PptxGenJS from 'pptxgenjs'
import { base64Of } from '../markup/base64.ts'
import { chartParts } from './chart-options.ts'
import type { Box, Item, Paragraph, Run } from './item.ts'
import { isRightToLeft } from './safe-text.ts'

type Slide = PptxGenJS.Slide

/** The library draws it and leaves it out of its types. */
const FREEFORM = 'custGeom' as PptxGenJS.SHAPE_NAME

/** Puts an object on a slide; the library alters what it is given, so everything is made anew. */
export function drawItem(slide: Slide, item: Item): void {
  const at = inches(item.box)
  switch (item.type) {
    case 'text':
      slide.addText(textRuns(item.paragraphs, item.align), textOptions(item))
      return
    case 'shape':
      slide.addShape(item.shape, { ...at, ...shapeLook(item), objectName: item.name })
      return
    case 'path':
      slide.addShape(FREEFORM, {
        ...at,
        points: pathPoints(item),
        line: {
          color: item.color,
          width: item.points,
          ...(item.transparency === undefined ? {} : { transparency: item.transparency }),
          ...(item.isDashed ? { dashType: 'dash' } : {}),
        },
        objectName: item.name,
      })
      return
    case 'picture':
      slide.addImage({
        ...at,
        data: `${item.mime};base64,${base64Of(item.bytes)}`,
        altText: item.says,
        objectName: item.name,
      })
      return
    case 'table':
      slide.addTable(tableRows(item), {
        x: at.x,
        y: at.y,
        w: at.w,
        colW: item.columnWidths.map((width) => width / 96),
        rowH: item.rows.map(({ height }) => height / 96),
        objectName: item.name,
      })
      return
    case 'chart': {
      const { type, data, options } = chartParts(item.chart, item.box)
      slide.addChart(type, data, { ...options, ...at, altText: item.says, objectName: item.name })
    }
  }
}

/** Text and shapes as the layout takes them. */
export function masterObject(
  item: Item,
): NonNullable<PptxGenJS.SlideMasterProps['objects']>[number] | null {
  if (item.type === 'shape')
    return { rect: { ...inches(item.box), ...shapeLook(item), objectName: item.name } }
  if (item.type !== 'text') return null
  const options = textOptions(item)
  // The library takes runs here as it does on slides; its types say otherwise.
  const text = textRuns(item.paragraphs, item.align) as unknown as string
  return { text: { text, options } }
}

export function inches({ x, y, width, height }: Box) {
  return { x: x / 96, y: y / 96, w: Math.max(0, width / 96), h: Math.max(0, height / 96) }
}

function shapeLook({ fill, line }: Extract<Item, { readonly type: 'shape' }>) {
  return {
    ...(fill === null ? {} : { fill: { color: fill } }),
    ...(line
      ? {
          line: {
            color: line.color,
            width: line.points,
            ...(line.isDashed ? { dashType: 'dash' as const } : {}),
          },
        }
      : {}),
  }
}

function textOptions(item: Extract<Item, { readonly type: 'text' }>): PptxGenJS.TextPropsOptions {
  return {
    ...inches(item.box),
    margin: ((item.inset ?? 0) * 72) / 96,
    valign: item.anchor ?? 'top',
    fit: 'none',
    wrap: true,
    isTextBox: true,
    objectName: item.name,
    ...(item.fill ? { fill: { color: item.fill, transparency: item.fillTransparency ?? 0 } } : {}),
  }
}

function textRuns(
  paragraphs: readonly Paragraph[],
  align: 'left' | 'right' | 'center' = 'left',
): PptxGenJS.TextProps[] {
  return paragraphs.flatMap(({ runs, pointsAfter }, p) => {
    const said = runs.filter(({ text }) => text !== '')
    const isRtl = isRightToLeft(said.map(({ text }) => text).join(''))
    const side = align === 'left' && isRtl ? 'right' : align
    return said.map((each, i) => ({
      text: each.text,
      options: {
        ...runLook(each),
        align: side,
        rtlMode: isRtl,
        ...(isRtl ? { lang: 'ar-SA' } : { lang: 'en-GB' }),
        ...(pointsAfter === undefined ? {} : { paraSpaceAfter: pointsAfter }),
        breakLine: i === said.length - 1 && p < paragraphs.length - 1,
      },
    }))
  })
}

function runLook({ points, color, isBold, ground }: Run) {
  return {
    fontSize: points,
    color,
    bold: isBold ?? false,
    ...(ground === undefined ? {} : { highlight: ground }),
  }
}

function pathPoints({ lines, box }: Extract<Item, { readonly type: 'path' }>) {
  return lines.flatMap((line) =>
    line.map(([right, down], i) => ({
      x: (clamped(right) * box.width) / 96,
      y: (clamped(down) * box.height) / 96,
      moveTo: i === 0,
    })),
  )
}

function clamped(share: number): number {
  return Number.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0
}

const NO_LINE = { type: 'none' as const }

function tableRows({ rows }: Extract<Item, { readonly type: 'table' }>): PptxGenJS.TableRow[] {
  return rows.map(({ cells }) =>
    cells.map(({ paragraphs, align, fill, lineAbove }) => ({
      text: textRuns(paragraphs, align) as PptxGenJS.TableCell[],
      options: {
        align,
        valign: 'middle' as const,
        margin: [0.03, 0.08, 0.03, 0.08] as [number, number, number, number],
        border: [
          lineAbove.points === 0
            ? NO_LINE
            : { type: 'solid' as const, pt: lineAbove.points, color: lineAbove.color },
          NO_LINE,
          NO_LINE,
          NO_LINE,
        ] as [
          PptxGenJS.BorderProps,
          PptxGenJS.BorderProps,
          PptxGenJS.BorderProps,
          PptxGenJS.BorderProps,
        ],
        ...(fill === null ? {} : { fill: { color: fill } }),
      },
    })),
  )
}
