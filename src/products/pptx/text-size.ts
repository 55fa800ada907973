const POINTS_TO_PIXELS = 96 / 72
const LINE_SHARE = 1.24
/** Whoever opens the file may have a wider typeface than it was drawn for. */
const SAFETY = 1.08

/** Width of a letter in its own size, about, in IBM Plex Sans. */
function letterShare(letter: string): number {
  if (/[iljIt.,:;'|!()[\]\u202f\u00a0 ]/.test(letter)) return 0.31
  if (/[mwMW@%—●▲■◌]/.test(letter)) return 0.88
  if (/[A-Z]/.test(letter)) return 0.65
  if (/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(letter)) return 1
  return 0.57
}

/** Pixels that a line takes, rather too many than too few. */
export function textWidth(text: string, points: number, isBold = false): number {
  let share = 0
  for (const letter of text) share += letterShare(letter)
  return share * points * POINTS_TO_PIXELS * SAFETY * (isBold ? 1.06 : 1)
}

/** Lines that a text takes; words longer than a line are broken wherever the line ends. */
export function lineCount(
  text: string,
  points: number,
  widthPixels: number,
  isBold = false,
): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + linesOfOne(line, points, Math.max(8, widthPixels), isBold), 0)
}

function linesOfOne(line: string, points: number, width: number, isBold: boolean): number {
  const space = textWidth(' ', points, isBold)
  let count = 1
  let used = 0
  for (const word of line.split(' ')) {
    const own = textWidth(word, points, isBold)
    const together = used === 0 ? own : used + space + own
    if (together <= width) used = together
    else {
      if (used > 0) count++
      const more = Math.max(0, Math.ceil(own / width) - 1)
      count += more
      used = own - more * width
    }
  }
  return count
}

/** Height of one line. */
export function lineHeight(points: number): number {
  return points * POINTS_TO_PIXELS * LINE_SHARE
}

/** Height of a text. */
export function textHeight(
  text: string,
  points: number,
  widthPixels: number,
  isBold = false,
): number {
  return lineCount(text, points, widthPixels, isBold) * lineHeight(points)
}

/** The largest of some sizes, largest first, in which a text fits a box; the last where none does. */
export function fittingPoints(
  text: string,
  sizes: readonly number[],
  box: { readonly width: number; readonly height: number },
  isBold = false,
): number {
  const last = sizes.at(-1) ?? 10
  return sizes.find((points) => textHeight(text, points, box.width, isBold) <= box.height) ?? last
}

/** As much of a text as fits so many lines, with "…" where it was cut. */
export function cutToLines(
  text: string,
  points: number,
  box: { readonly width: number; readonly lines: number },
  isBold = false,
): string {
  if (lineCount(text, points, box.width, isBold) <= box.lines) return text
  const letters = [...text]
  let low = 0
  let high = letters.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const shown = `${letters.slice(0, middle).join('').trimEnd()}…`
    if (lineCount(shown, points, box.width, isBold) <= box.lines) low = middle
    else high = middle - 1
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`
}
