import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { decodeText } from '../bytes/decode-text.ts'
import type { RawRecord, RawTable, SourceFile } from '../raw-table.ts'
import { readHead } from './read-head.ts'

/** Whether a text begins as an Esri ASCII grid does. */
export function isEsriGrid(head: string): boolean {
  return /^\s*(ncols|nrows)\s+\d+\s*[\r\n]/i.test(head)
}

/** Squares finer than some 500 m are gathered: no walk is worked out more finely than that. */
const LEAST_DEGREES = 0.0045

/**
 * An Esri ASCII grid of heights in degrees as points, one a square, with the mean of the squares of the
 * file that it gathers; squares without a value are left out. 25 million values take some 3 s.
 *
 * @source Esri, "Esri ASCII raster format": rows from north to south, values from west to east.
 */
export function readEsriGrid({ name: file, bytes }: SourceFile): Result<RawTable> {
  const { text } = decodeText(bytes)
  const head = readHead(text, file)
  if (!head.ok) return head
  const { columns, rows, west, south, cellDegrees, noData, bodyAt } = head.value
  const merged = Math.max(1, Math.ceil(LEAST_DEGREES / cellDegrees - 1e-9))
  const [wide, high] = [Math.ceil(columns / merged), Math.ceil(rows / merged)]
  const sums = new Float64Array(wide * high)
  const counts = new Uint32Array(wide * high)
  const words = /\S+/g
  words.lastIndex = bodyAt
  for (let at = 0; at < columns * rows; at++) {
    const word = words.exec(text)?.[0]
    const row = Math.floor(at / columns)
    if (word === undefined) {
      const message = `${file} ends in row ${row + 1} of ${rows}: it has ${at} of ${columns * rows} heights. Ask for it again.`
      return refuse(issue('error', 'grid-short', message, { file }))
    }
    const metres = Number(word)
    if (!Number.isFinite(metres)) return refuse(noHeight(file, word, row))
    if (metres === noData) continue
    const square =
      Math.floor((rows - 1 - row) / merged) * wide + Math.floor((at % columns) / merged)
    sums[square]! += metres
    counts[square]!++
  }
  const degrees = cellDegrees * merged
  const records: RawRecord[] = []
  for (let square = 0; square < counts.length; square++) {
    const count = counts[square]!
    if (count === 0) continue
    const lon = west + ((square % wide) + 0.5) * degrees
    const lat = south + (Math.floor(square / wide) + 0.5) * degrees
    const geometry = { type: 'points', points: [[lon, lat]] } as const
    const cells = [sums[square]! / count]
    records.push({ line: square + 1, cells, geometry, outlineFault: null })
  }
  const issues = merged > 1 ? [gathered(file, merged)] : []
  const about = { file, format: 'Esri grid', lineNoun: 'record', refused: [], issues } as const
  return ok({ ...about, headings: ['elevation_m'], records })
}

function noHeight(file: string, word: string, row: number): Issue {
  const message = `${file}: "${word.slice(0, 40)}" in row ${row + 1} is no height. Write heights in metres, with a point before decimals and blanks between.`
  return issue('error', 'grid-value', message, { file })
}

function gathered(file: string, merged: number): Issue {
  const message = `${file}: the mean of ${merged} × ${merged} of its squares was taken for each of some 500 m; walks are worked out no finer.`
  return issue('note', 'grid-gathered', message, { file })
}
