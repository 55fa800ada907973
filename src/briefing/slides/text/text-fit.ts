const SIZES_REM = [1.45, 1.3, 1.15, 1] as const
const LINE_HEIGHT = 1.35
/** Room between two paragraphs, in its own text size. */
const GAP_SHARE = 0.5
/** Mean width of a letter of IBM Plex Sans in its own size, a little on the wide side. */
const LETTER_SHARE = 0.52

export type TextFit = {
  readonly sizeRem: number
  readonly paragraphs: readonly string[]
  /** How many lines there are too many even at the smallest size; 0 if all of it fits. */
  readonly excessLineCount: number
}

/** The largest text size at which all paragraphs fit; never under one rem, where the rest is cut. */
export function textFit(
  body: string,
  room: { readonly widthRem: number; readonly heightRem: number },
): TextFit {
  const paragraphs = body.split('\n').filter((line) => line.trim() !== '')
  for (const sizeRem of SIZES_REM) {
    if (linesAt(paragraphs, sizeRem, room) <= linesFor(paragraphs, sizeRem, room)) {
      return { sizeRem, paragraphs, excessLineCount: 0 }
    }
  }
  const excess = linesAt(paragraphs, 1, room) - linesFor(paragraphs, 1, room)
  return { sizeRem: 1, paragraphs, excessLineCount: Math.ceil(excess) }
}

function linesAt(
  paragraphs: readonly string[],
  sizeRem: number,
  { widthRem }: { readonly widthRem: number },
): number {
  const letters = Math.max(8, Math.floor(widthRem / (sizeRem * LETTER_SHARE)))
  return paragraphs.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / letters)), 0)
}

function linesFor(
  paragraphs: readonly string[],
  sizeRem: number,
  { heightRem }: { readonly heightRem: number },
): number {
  const gaps = Math.max(0, paragraphs.length - 1) * GAP_SHARE
  return Math.floor(heightRem / (sizeRem * LINE_HEIGHT) - gaps)
}
