import { counted, listed } from '#core/figures.ts'
import type { MapBlock, NumbersBlock, PageBlock } from '#core/records/page.ts'
import type { BodyRoom } from '../slide-facts.ts'
import { isWide, panelRem, SIDE_REM, type WallFrame, widthRem } from '../wall-frame.ts'
import { pointLines } from './point-lines.ts'

/** Sizes of words and tables, in rem. */
export type Sizes = {
  readonly textRem: number
  readonly lineRem: number
  readonly leadRem: number
  readonly columnRem: number
}

/** Blocks that stand one under another. */
export type StackedBlock = Exclude<PageBlock, MapBlock | NumbersBlock>

/** A block with the room that it has; it says itself what of it does not fit. */
export type PlacedBlock = {
  readonly block: StackedBlock
  readonly heightRem: number
  /** Lines of words, or rows of a table with its head. */
  readonly lineCount: number
}

export type BodyPlan = {
  readonly map: MapBlock | null
  readonly numbers: NumbersBlock | null
  readonly stack: readonly PlacedBlock[]
  readonly stackWidthRem: number
  /** Blocks that there is no room for, in a sentence; null: none. */
  readonly left: string | null
}

/** A room takes in no more at once, headline and footer aside (look-wall.md). */
const MOST_LINES = 12
const LEAST_CHART_REM = 6.2
/** Over and under words, and under a table. */
export const WORDS_PADDING_REM = 0.65
export const TABLE_PADDING_REM = 0.3

export function sizesOf(frame: WallFrame): Sizes {
  const textRem = isWide(frame) ? 1.3 : 1
  return {
    textRem,
    lineRem: 1.24 * textRem,
    leadRem: 5.4 * textRem,
    columnRem: 6 * textRem,
  }
}

/**
 * How a page stands on the wall: its map or its words and tables on the left, its numbers on the right.
 * What is weightiest has room first: words, then a chart, then a table, then paragraphs; what has none
 * is told.
 */
export function bodyPlan(blocks: readonly PageBlock[], room: BodyRoom): BodyPlan {
  const map = firstOf(blocks, 'map')
  const numbers = firstOf(blocks, 'numbers')
  const others = blocks.filter(
    (block): block is StackedBlock => block.type !== 'map' && block.type !== 'numbers',
  )
  const sizes = sizesOf(room.frame)
  const stackWidthRem = map
    ? panelRem(room.frame)
    : widthRem(room.frame) - (numbers ? panelRem(room.frame) : 0)
  const hasBoth = map !== null && numbers !== null && others.length > 0
  const heightRem = hasBoth ? room.bodyHeightRem / 2 : room.bodyHeightRem
  const all = { heightRem, lineRem: sizes.lineRem, letters: lettersIn(stackWidthRem, sizes) }
  const isAll = kept(others, all).length === others.length
  const some = isAll ? all : { ...all, heightRem: heightRem - sizes.lineRem }
  const shown = kept(others, some)
  return {
    map,
    numbers,
    stack: placed(shown, some),
    stackWidthRem,
    left: leftText(others.filter((block) => !shown.includes(block))),
  }
}

/** Whether numbers or words stand beside the map. */
export function hasPanel({ numbers, stack }: BodyPlan): boolean {
  return numbers !== null || stack.length > 0
}

/** Letters of one line, beside the word that leads it. */
export function lettersIn(columnRem: number, { leadRem, textRem }: Sizes): number {
  return Math.floor((columnRem - 2 * SIDE_REM - leadRem) / (LETTER_SHARE * textRem))
}

/** Mean width of a letter of IBM Plex Sans Condensed in its own size. */
const LETTER_SHARE = 0.45

function firstOf<T extends PageBlock['type']>(blocks: readonly PageBlock[], type: T) {
  const found = blocks.find((block) => block.type === type)
  return (found as Extract<PageBlock, { type: T }> | undefined) ?? null
}

type Column = { readonly heightRem: number; readonly lineRem: number; readonly letters: number }

const WEIGHTS: Readonly<Record<StackedBlock['type'], number>> = {
  points: 0,
  chart: 1,
  table: 2,
  text: 3,
}

/** Those that have the least room that they need, in the order of the page. */
function kept(blocks: readonly StackedBlock[], column: Column): readonly StackedBlock[] {
  let rest = column.heightRem
  const shown = byWeight(blocks).filter((block, i) => {
    const least = leastRem(block, column)
    if (i > 0 && least > rest) return false
    rest -= least
    return true
  })
  return blocks.filter((block) => shown.includes(block))
}

function byWeight(blocks: readonly StackedBlock[]): StackedBlock[] {
  return [...blocks].sort((a, b) => WEIGHTS[a.type] - WEIGHTS[b.type])
}

function leastRem(block: StackedBlock, { lineRem, letters }: Column): number {
  const title = 'title' in block && block.title !== null ? lineRem : 0
  switch (block.type) {
    case 'points':
      return title + Math.min(4, pointLines(block.points, letters)) * lineRem + WORDS_PADDING_REM
    case 'chart':
      return LEAST_CHART_REM
    case 'table':
      return title + Math.min(4, block.rows.length + 1) * lineRem + TABLE_PADDING_REM
    case 'text':
      return 3 * lineRem
  }
}

function wantedRem(block: StackedBlock, column: Column): number {
  const { lineRem, letters, heightRem } = column
  const title = 'title' in block && block.title !== null ? lineRem : 0
  switch (block.type) {
    case 'points':
      return title + pointLines(block.points, letters) * lineRem + WORDS_PADDING_REM
    case 'chart':
      return Math.max(LEAST_CHART_REM, heightRem / 2)
    case 'table': {
      const noteCount = block.note === null ? 0 : 1
      return title + (block.rows.length + 1 + noteCount) * lineRem + TABLE_PADDING_REM
    }
    case 'text':
      return heightRem
  }
}

/** Each has the least that it needs; what is left goes to the weightiest, and then to what can grow. */
function placed(blocks: readonly StackedBlock[], column: Column): PlacedBlock[] {
  const heights = new Map(blocks.map((block) => [block, leastRem(block, column)]))
  let rest = column.heightRem - [...heights.values()].reduce((sum, each) => sum + each, 0)
  const give = (block: StackedBlock, rem: number) => {
    const more = Math.max(0, Math.min(rest, rem))
    heights.set(block, (heights.get(block) ?? 0) + more)
    rest -= more
  }
  for (const block of byWeight(blocks)) {
    give(block, wantedRem(block, column) - (heights.get(block) ?? 0))
  }
  const growing = byWeight(blocks).find(({ type }) => type !== 'points')
  if (growing) give(growing, rest)
  return withLines(blocks, heights, column)
}

/** Words have their lines first; tables share what is left of those that a room takes in. */
function withLines(
  blocks: readonly StackedBlock[],
  heights: ReadonlyMap<StackedBlock, number>,
  { lineRem }: Column,
): PlacedBlock[] {
  let linesLeft = MOST_LINES
  const lineCounts = new Map<StackedBlock, number>()
  for (const block of byWeight(blocks)) {
    const padding = block.type === 'points' ? WORDS_PADDING_REM : TABLE_PADDING_REM
    const title = 'title' in block && block.title !== null && block.type !== 'chart' ? 1 : 0
    const fitting = Math.floor(((heights.get(block) ?? 0) - padding) / lineRem + 0.01) - title
    const isOfLines = block.type === 'points' || block.type === 'table'
    const lineCount = Math.max(1, isOfLines ? Math.min(fitting, linesLeft) : fitting)
    lineCounts.set(block, lineCount)
    const taken = block.type === 'table' ? Math.min(lineCount, block.rows.length + 1) : lineCount
    if (isOfLines) linesLeft -= taken
  }
  return blocks.map((block) => ({
    block,
    heightRem: heights.get(block) ?? 0,
    lineCount: lineCounts.get(block) ?? 1,
  }))
}

const NOUNS: Readonly<Record<StackedBlock['type'], readonly [string, string]>> = {
  points: ['list', 'lists'],
  chart: ['chart', 'charts'],
  table: ['table', 'tables'],
  text: ['text', 'texts'],
}

/** "1 chart and 2 tables more not shown" */
function leftText(blocks: readonly StackedBlock[]): string | null {
  if (blocks.length === 0) return null
  const types = [...new Set(blocks.map(({ type }) => type))]
  const parts = types.map((type) =>
    counted(blocks.filter((block) => block.type === type).length, ...NOUNS[type]),
  )
  return `${listed(parts)} more not shown on the wall`
}
