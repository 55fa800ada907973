import type { PageStatus, PointsBlock } from '#core/records/page.ts'
import { type Item, type Paragraph, type Run, run, type textItem } from '../item.ts'
import { INK, INK_2, SIZE, STATUS_LOOK } from '../look.ts'
import type { Piece } from '../piece.ts'
import { safeLine, safeText } from '../safe-text.ts'
import { lineCount, lineHeight, textHeight, textWidth } from '../text-size.ts'

/** Lines longer than this are not read in a room. */
const WIDEST = 940
const GAP_POINTS = 7
/** Beside a map or a table. */
const NARROW = 480
const POINTS_TO_PIXELS = 96 / 72

/** A status by shape and word. */
export function statusRuns(status: PageStatus, points: number, hasWord = true): Run[] {
  const { sign, word, color } = STATUS_LOOK[status]
  const mark = run(hasWord ? `${sign}\u00a0` : `${sign} `, points, color)
  return hasWord ? [mark, run(`${word} `, points, INK_2)] : [mark]
}

/** Paragraphs of a text slide; larger where there are few. */
export function textPiece(paragraphs: readonly string[]): Piece {
  const lines = paragraphs.map((text) => ({ runs: [plain(safeText(text))], lead: '' }))
  return prosePiece('Text', null, lines)
}

/** Sentences that a word leads. */
export function pointsPiece({ title, points }: PointsBlock): Piece {
  const lines = points.map(({ lead, text, status }) => ({
    runs: [
      ...(status === null ? [] : statusRuns(status, SIZE.body, false)),
      ...(lead === '' ? [] : [run(`${safeLine(lead)} `, SIZE.body, INK, true)]),
      plain(safeText(text)),
    ],
    lead,
  }))
  return prosePiece('Points', title === null ? null : safeLine(title), lines)
}

function plain(text: string): Run {
  return run(text, SIZE.body, INK)
}

type ProseLine = { readonly runs: readonly Run[]; readonly lead: string }

function prosePiece(name: string, title: string | null, lines: readonly ProseLine[]): Piece {
  const heightAt = (points: number, width: number, of: readonly ProseLine[]) =>
    (title === null ? 0 : lineHeight(points) + 8) +
    of.reduce((sum, line) => sum + lineRoom(line, points, Math.min(width, WIDEST)), 0)
  const draw: Piece['draw'] = (box) => {
    const width = Math.min(box.width, WIDEST)
    const points =
      [SIZE.lead, 16].find((size) => heightAt(size, box.width, lines) <= box.height) ?? SIZE.body
    const size = box.width < NARROW ? SIZE.body : points
    return [proseItem(name, title, lines, { ...box, width }, size)]
  }
  return {
    sort: 'small',
    isProse: true,
    stretches: false,
    height: (width) => heightAt(SIZE.body, width, lines),
    wanted: (width) => heightAt(width < NARROW ? SIZE.body : SIZE.lead, width, lines),
    draw,
    split: (width, height) => {
      const fitting = fittingCount(lines, (some) => heightAt(SIZE.body, width, some) <= height)
      if (fitting === 0) return longLineSplit(name, title, lines, { width, height })
      if (fitting === lines.length) return null
      return [
        prosePiece(name, title, lines.slice(0, fitting)),
        prosePiece(name, null, lines.slice(fitting)),
      ]
    },
  }
}

/** A paragraph that is longer than a slide goes on over the next. */
function longLineSplit(
  name: string,
  title: string | null,
  lines: readonly ProseLine[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly [Piece, Piece] | null {
  const [first, ...others] = lines
  const text = first?.runs.at(-1)?.text ?? ''
  const room =
    height - (title === null ? 0 : lineHeight(SIZE.body) + 8) - GAP_POINTS * POINTS_TO_PIXELS
  const most = Math.floor(room / lineHeight(SIZE.body))
  if (!first || most < 4) return null
  const letters = [...text]
  let low = 0
  let high = letters.length
  const before = first.runs.slice(0, -1)
  const lead = before.map((each) => each.text).join('')
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const shown = lead + letters.slice(0, middle).join('')
    if (lineCount(shown, SIZE.body, Math.min(width, WIDEST)) <= most) low = middle
    else high = middle - 1
  }
  const cut = letters.lastIndexOf(' ', low)
  const at = cut > low / 2 ? cut + 1 : low
  if (at === 0 || at >= letters.length) return null
  return [
    prosePiece(name, title, [
      { ...first, runs: [...before, plain(letters.slice(0, at).join('').trimEnd())] },
    ]),
    prosePiece(name, null, [{ runs: [plain(letters.slice(at).join(''))], lead: '' }, ...others]),
  ]
}

function lineRoom({ runs }: ProseLine, points: number, width: number): number {
  const text = runs.map((each) => each.text).join('')
  const isBold = runs.some((each) => each.isBold)
  return textHeight(text, points, width, isBold) + GAP_POINTS * POINTS_TO_PIXELS
}

function proseItem(
  name: string,
  title: string | null,
  lines: readonly ProseLine[],
  box: Parameters<typeof textItem>[1],
  points: number,
): Item {
  const resized = (runs: readonly Run[]) => runs.map((each) => ({ ...each, points }))
  const head: Paragraph[] =
    title === null ? [] : [{ runs: [run(title, points, INK_2, true)], pointsAfter: 6 }]
  const paragraphs = [
    ...head,
    ...lines.map(({ runs }) => ({ runs: resized(runs), pointsAfter: GAP_POINTS })),
  ]
  return { type: 'text', name, box, paragraphs, anchor: 'top' }
}

/** How many from the first hold together; a test that is true of few and false of many. */
export function fittingCount<T>(all: readonly T[], fits: (some: readonly T[]) => boolean): number {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(all.slice(0, middle))) low = middle
    else high = middle - 1
  }
  return low
}

/** Width of some runs in one line. */
export function runsWidth(runs: readonly Run[]): number {
  return runs.reduce((sum, { text, points, isBold }) => sum + textWidth(text, points, isBold), 0)
}
