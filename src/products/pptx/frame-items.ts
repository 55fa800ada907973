import type { ProductFrame } from '../product.ts'
import { type Item, rule, run, textItem } from './item.ts'
import {
  FOOTER,
  INK,
  INK_2,
  LINE,
  MARKING_HEIGHT,
  ON_MARKING,
  ON_MARKING_2,
  PANEL,
  SIDE,
  SIZE,
  SLIDE,
} from './look.ts'
import { safeLine } from './safe-text.ts'
import { cutToLines, fittingPoints, textWidth } from './text-size.ts'

/** What a page says of itself in its footer. */
export type PageTimes = {
  /** Null: it is live. */
  readonly frozenDtg: string | null
  readonly number: number
  readonly count: number
  /** From when to when its dated marks are; null: all dates. */
  readonly window: string | null
}

/**
 * What stands round every slide: it is in the layout, for slides that are added later, and again on each
 * slide, so that a slide that is copied into another deck keeps its marking.
 */
export function frameItems(frame: ProductFrame, times: PageTimes | null): Item[] {
  return [
    ...markingItems(frame, 'top'),
    ...footerItems(frame, times),
    ...markingItems(frame, 'bottom'),
  ]
}

function markingItems(frame: ProductFrame, edge: 'top' | 'bottom'): Item[] {
  const y = edge === 'top' ? 0 : SLIDE.height - MARKING_HEIGHT
  const box = { x: 0, y, width: SLIDE.width, height: MARKING_HEIGHT }
  const half = { ...box, x: SIDE, width: 620 }
  const beside = { ...box, x: SIDE + 632, width: SLIDE.width - 2 * SIDE - 632 }
  const marking = safeLine(frame.marking)
  const release = safeLine(frame.release)
  const about =
    edge === 'top'
      ? `${release} · ${safeLine(frame.operation)}`
      : `${release} · ${safeLine(frame.title)}, edition ${frame.edition}`
  const points = fittingPoints(
    marking,
    [13, 12, 11, 10, 9, 8],
    { width: half.width, height: 20 },
    true,
  )
  const shown = cutToLines(about, SIZE.small, { width: beside.width, lines: 1 })
  return [
    { type: 'shape', name: `Marking bar, ${edge}`, box, shape: 'rect', fill: INK },
    textItem(`Marking, ${edge}`, half, [run(marking, points, ON_MARKING, true)], {
      anchor: 'middle',
    }),
    textItem(`Release level, ${edge}`, beside, [run(shown, SIZE.small, ON_MARKING_2)], {
      align: 'right',
      anchor: 'middle',
    }),
  ]
}

function footerItems(frame: ProductFrame, times: PageTimes | null): Item[] {
  const { x, y, width } = FOOTER
  const row = { x, y: y + 4, width, height: 22 }
  const frozen = times?.frozenDtg ?? null
  const since =
    frozen === null
      ? [run('DTG\u00a0', SIZE.small, INK_2), run(frame.planningDtg, SIZE.small, INK, true)]
      : [
          run(`❄\u00a0FROZEN\u00a0`, SIZE.small, INK, true),
          run(safeLine(frozen), SIZE.small, INK, true),
        ]
  const window = times?.window
    ? run(
        cutToLines(`     Shown: ${safeLine(times.window)}`, SIZE.small, { width: 400, lines: 1 }),
        SIZE.small,
        INK_2,
      )
    : null
  const page = times === null ? [] : [pageItem(times, row)]
  const made = `Made ${frame.madeDtg}`
  const disclaimerWidth = width - Math.ceil(textWidth(made, SIZE.least)) - 24
  const disclaimer = safeLine(frame.disclaimer)
  const least = fittingPoints(disclaimer, [SIZE.least, 9, 8], {
    width: disclaimerWidth,
    height: 18,
  })
  return [
    {
      type: 'shape',
      name: 'Footer',
      box: { x: 0, y: y - 2, width: SLIDE.width, height: 58 },
      shape: 'rect',
      fill: PANEL,
    },
    rule('Footer rule', { x, y, width }, LINE),
    textItem(
      'Times',
      { ...row, width: width - 120 },
      [...since, run(`     ${frame.dataAsOf}`, SIZE.small, INK_2), ...(window ? [window] : [])],
      { anchor: 'middle' },
    ),
    ...page,
    textItem(
      'Disclaimer',
      { x, y: y + 28, width: disclaimerWidth, height: 20 },
      [run(disclaimer, least, INK_2)],
      { anchor: 'middle' },
    ),
    textItem(
      'Made',
      { x: x + disclaimerWidth, y: y + 28, width: width - disclaimerWidth, height: 20 },
      [run(made, SIZE.least, INK_2)],
      { align: 'right', anchor: 'middle' },
    ),
  ]
}

function pageItem(
  { number, count }: PageTimes,
  row: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Item {
  const box = { ...row, x: row.x + row.width - 112, width: 112 }
  return textItem('Page', box, [run(`${number} / ${count}`, SIZE.table, INK, true)], {
    align: 'right',
    anchor: 'middle',
  })
}
