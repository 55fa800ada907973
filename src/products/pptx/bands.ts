import type { Page, PageBlock } from '#core/records/page.ts'
import type { ProductPage } from '../product.ts'
import { type Item, run, textItem } from './item.ts'
import { BAND_HEIGHT, BODY, INK, INK_2, PANEL_2, SIZE, STATUS_LOOK } from './look.ts'
import { safeLine } from './safe-text.ts'
import { cutToLines, textHeight } from './text-size.ts'

/** Whether a block has nothing to say. */
export function isEmpty(block: PageBlock): boolean {
  if (block.type === 'numbers') return block.numbers.length === 0
  if (block.type === 'text') return block.paragraphs.every((text) => text.trim() === '')
  return block.type === 'points' && block.points.length === 0 && block.title === null
}

/** Under the body: what is supposed and no fact, what is stale, what was left out. */
export function bandItems(of: ProductPage): {
  readonly items: readonly Item[]
  readonly height: number
} {
  const { page } = of
  const bands = [missingBand(of), staleBand(page), underBand(page), withheldBand(page)].filter(
    (band) => band !== null,
  )
  const height = bands.reduce((sum, band) => sum + band.height + 4, 0)
  let y = BODY.y + BODY.height - height + 4
  const items = bands.flatMap((band) => {
    const drawn = band.draw(y)
    y += band.height + 4
    return drawn
  })
  return { items, height: height === 0 ? 0 : height + 4 }
}

type Band = { readonly height: number; readonly draw: (y: number) => readonly Item[] }

function staleBand({ stale }: Page): Band | null {
  if (!stale) return null
  const more = stale.moreCount > 0 ? ` · ${stale.moreCount} more` : ''
  const due = cutToLines(`${safeLine(stale.due)}${more}`, SIZE.small, { width: 236, lines: 1 })
  const sentence = cutToLines(
    safeLine(stale.sentence),
    SIZE.table,
    { width: BODY.width - 320, lines: 1 },
    true,
  )
  return {
    height: BAND_HEIGHT,
    draw: (y) => {
      const box = { x: BODY.x, y, width: BODY.width, height: BAND_HEIGHT }
      const hatch = { ...box, width: 40 }
      const lines = [0, 0.25, 0.5, 0.75].map(
        (at) =>
          [
            [at, 1],
            [at + 0.25, 0],
          ] as const,
      )
      const mark = STATUS_LOOK.bad
      return [
        { type: 'shape', name: 'Stale band', box, shape: 'rect', fill: PANEL_2 },
        { type: 'path', name: 'Stale hatch', box: hatch, lines, color: INK_2, points: 1.25 },
        textItem(
          'Stale data',
          { ...box, x: box.x + 52, width: box.width - 312 },
          [
            run(`${mark.sign}\u00a0`, SIZE.table, mark.color),
            run(`Stale: ${sentence}`, SIZE.table, INK, true),
          ],
          { anchor: 'middle' },
        ),
        textItem(
          'Due',
          { ...box, x: box.x + box.width - 252, width: 240 },
          [run(due, SIZE.small, INK_2)],
          { align: 'right', anchor: 'middle' },
        ),
      ]
    },
  }
}

/** What a page that says something does not say, and why. */
function missingBand({ page, missing }: ProductPage): Band | null {
  if (missing === null || page.blocks.every(isEmpty)) return null
  const text = cutToLines(safeLine(missing), SIZE.table, { width: BODY.width - 40, lines: 2 }, true)
  return sentenceBand('Missing', text, STATUS_LOOK.unknown)
}

function underBand({ under }: Page): Band | null {
  if (under === null || under === '') return null
  const text = cutToLines(
    `Supposed, not fact: ${safeLine(under)}`,
    SIZE.table,
    { width: BODY.width - 40, lines: 2 },
    true,
  )
  return sentenceBand('Supposed', text, STATUS_LOOK.watch)
}

function withheldBand({ withheld, blocks }: Page): Band | null {
  const onMaps = blocks.flatMap((block) =>
    block.type === 'map' && block.withheld ? [block.withheld] : [],
  )
  const told = [...new Set(withheld.filter((text) => !onMaps.includes(text)))].map(safeLine)
  if (told.length === 0) return null
  const text = cutToLines(`Withheld or made coarser: ${told.join(' ')}`, SIZE.least, {
    width: BODY.width,
    lines: 3,
  })
  const height = Math.ceil(textHeight(text, SIZE.least, BODY.width)) + 4
  return {
    height,
    draw: (y) => [
      textItem(
        'Withheld',
        { x: BODY.x, y, width: BODY.width, height },
        [run(text, SIZE.least, INK_2)],
        { anchor: 'middle' },
      ),
    ],
  }
}

function sentenceBand(
  name: string,
  text: string,
  mark: { readonly sign: string; readonly color: string },
): Band {
  const height = Math.max(
    BAND_HEIGHT,
    Math.ceil(textHeight(text, SIZE.table, BODY.width - 40, true)) + 8,
  )
  return {
    height,
    draw: (y) => {
      const box = { x: BODY.x, y, width: BODY.width, height }
      return [
        { type: 'shape', name: `${name} band`, box, shape: 'rect', fill: PANEL_2 },
        textItem(
          name,
          { ...box, x: box.x + 12, width: box.width - 24 },
          [run(`${mark.sign}\u00a0`, SIZE.table, mark.color), run(text, SIZE.table, INK, true)],
          { anchor: 'middle' },
        ),
      ]
    },
  }
}
