import Papa from 'papaparse'

/** How a delimited text is written. */
export type Dialect = {
  readonly delimiter: string
  readonly newline: '\r\n' | '\n' | '\r'
  /** Lines before the table that speak to Excel: `sep=;`. */
  readonly skippedLines: number
}

const DELIMITERS = [',', '\t', ';', '|'] as const
/** Excel's own word for the delimiter, in the first line. */
const SEPARATOR_LINE = /^sep=([,;|\t])[ \t]*(?:\r\n|\r|\n|$)/i
/** Whether rows agree is judged by so many. */
const ROWS_COMPARED = 50
const HEAD_LENGTH = 200_000

/**
 * Which character parts the cells: the one that gives most rows the same number of them, more than one;
 * of two that do equally well, the one that gives more. A comma where nothing parts anything.
 */
export function dialectOf(text: string): Dialect {
  const head = text.slice(0, HEAD_LENGTH)
  const stated = SEPARATOR_LINE.exec(head)
  const newline = newlineOf(head)
  if (stated) return { delimiter: stated[1]!, newline, skippedLines: 1 }
  const marks = DELIMITERS.map((delimiter) => ({ delimiter, ...agreementOf(head, delimiter) }))
  const best = marks.reduce((most, mark) => {
    const gain = mark.agreeShare - most.agreeShare
    return gain > 0 || (gain === 0 && mark.cellCount > most.cellCount) ? mark : most
  })
  return { delimiter: best.cellCount > 1 ? best.delimiter : ',', newline, skippedLines: 0 }
}

/** The commonest count of cells above one, and the share of rows that have it. */
function agreementOf(head: string, delimiter: string) {
  const { data } = Papa.parse<string[]>(head, { delimiter, preview: ROWS_COMPARED })
  const rows = data.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  counts.delete(1)
  const [cellCount, rowCount] = [...counts].reduce(
    (most, entry) => (entry[1] > most[1] ? entry : most),
    [1, 0],
  )
  return { cellCount, agreeShare: rowCount / Math.max(1, rows.length) }
}

/** The line break that the first line ends with, outside of quotes. */
function newlineOf(head: string): Dialect['newline'] {
  const unquoted = head.replace(/"[^"]*"/g, '')
  const found = /\r\n|\n|\r/.exec(unquoted)?.[0]
  return found === '\r\n' || found === '\r' ? found : '\n'
}
