import type { PointsBlock } from '#core/records/page.ts'
import { isWide, SIDE_REM, type WallFrame, widthRem } from '../wall-frame.ts'

/** Sizes of a decision, in rem: rows of words, rows of the matrix, columns of it. */
export type DecisionFit = {
  readonly textRem: number
  readonly lineRem: number
  readonly rowRem: number
  readonly leadRem: number
  readonly columnRem: number
  /** Criteria that there is height for. */
  readonly criterionCount: number
  /** Letters in one line of words, beside the word that leads it. */
  readonly letters: number
}

/** What was decided or is sought, because, however, civilian impact. */
const WORD_LINES = 4
const MOST_CRITERIA = 6
/** Mean width of a letter of IBM Plex Sans Condensed in its own size. */
const LETTER_SHARE = 0.45
/** Over and under the words, and under the matrix. */
const PADDING_REM = 0.95
/** Heads of columns, and weighted scores. */
const OTHER_ROWS = 2

/** How much of a decision fits: never smaller than one rem, so a low wall shows fewer criteria. */
export function decisionFit(frame: WallFrame, bodyHeightRem: number): DecisionFit {
  const textRem = isWide(frame) ? 1.3 : 1
  const [lineRem, rowRem, leadRem] = [1.24 * textRem, 1.24 * textRem, 5.4 * textRem]
  const left = bodyHeightRem - WORD_LINES * lineRem - PADDING_REM
  const criterionCount = Math.floor(left / rowRem) - OTHER_ROWS
  return {
    textRem,
    lineRem,
    rowRem,
    leadRem,
    columnRem: 6 * textRem,
    criterionCount: Math.max(1, Math.min(MOST_CRITERIA, criterionCount)),
    letters: Math.floor((widthRem(frame) - 2 * SIDE_REM - leadRem) / (LETTER_SHARE * textRem)),
  }
}

/** The longest way to say something that a line of so many letters holds; else the shortest. */
export function fittedText(
  { text, shorter = [] }: PointsBlock['points'][number],
  letters: number,
): string {
  const ways = [text, ...shorter]
  return ways.find(({ length }) => length <= letters) ?? ways.at(-1) ?? text
}
