import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { counted, decimal } from '#core/figures.ts'
import type {
  BigNumber,
  PageBlock,
  PageStatus,
  PointsBlock,
  TableBlock,
} from '#core/records/page.ts'

type Noun = readonly [one: string, many: string]

/** `no meetings`, `1 meeting`, `12 meetings`; `fewer than 5 meetings` where the count is hidden. */
export function countWords(count: number | null, [one, many]: Noun): string {
  if (count === null) return `fewer than ${LEAST_CELL_COUNT} ${many}`
  return count === 0 ? `no ${many}` : counted(count, one, many)
}

/** With a capital letter at its head. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** At most so many characters, cut at a word. */
export function atMost(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length - 40))}…`
}

/** A mean: without decimals from ten on. */
export function meanText(mean: number): string {
  return decimal(mean, mean >= 10 || Number.isInteger(mean) ? 0 : 1)
}

export function bigNumber(
  id: string,
  value: { readonly value: string; readonly unit: string },
  about: {
    readonly label: string
    readonly comparison?: string
    readonly status?: PageStatus | null
  },
): BigNumber {
  return {
    id,
    ...value,
    label: about.label,
    comparison: about.comparison ?? '',
    status: about.status ?? null,
  }
}

type Point = PointsBlock['points'][number]

export function point(lead: string, text: string, status: PageStatus | null = null): Point {
  return { lead: atMost(lead, 480), text: atMost(text, 1200), status }
}

/** Nothing where there is no point. */
export function pointsBlock(title: string | null, points: readonly Point[]): PageBlock[] {
  return points.length === 0 ? [] : [{ type: 'points', title, points: points.slice(0, 60) }]
}

export function paragraphs(...texts: readonly string[]): PageBlock[] {
  const told = texts.filter((text) => text !== '')
  return told.length === 0 ? [] : [{ type: 'text', paragraphs: told }]
}

/** A plain table of texts; columns after the first stand at the end of their line unless told. */
export function plainTable(table: {
  readonly title: string | null
  readonly corner: string
  readonly heads: readonly string[]
  readonly rows: readonly {
    readonly id: string
    readonly head: string
    readonly cells: readonly string[]
    readonly isTotal?: boolean
    readonly status?: PageStatus | null
  }[]
  readonly note?: string | null
  readonly align?: 'start' | 'end'
}): TableBlock {
  return {
    type: 'table',
    title: table.title,
    corner: table.corner,
    columns: table.heads.map((head) => ({
      head,
      coa: null,
      align: table.align ?? 'end',
      isChosen: false,
    })),
    rows: table.rows.map(({ id, head, cells, isTotal, status }) => ({
      id,
      head: atMost(head, 480),
      note: null,
      isTotal: isTotal ?? false,
      cells: cells.map((text, index) => ({
        text: atMost(text, 480),
        status: index === 0 ? (status ?? null) : null,
        isBest: false,
        note: null,
      })),
    })),
    note: table.note ?? null,
  }
}
