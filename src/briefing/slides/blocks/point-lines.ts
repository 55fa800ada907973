import type { PointsBlock } from '#core/records/page.ts'

type Point = PointsBlock['points'][number]

const MOST_LINES_EACH = 2
/** Of the word that leads, in the room that it has beside the sentence. */
const LEAD_LETTERS = 12

/** Lines that a point takes: one where it can be said in fewer words and its lead is short. */
export function linesOf({ lead, text, shorter = [] }: Point, letters: number): number {
  const ofText = shorter.length > 0 ? 1 : Math.ceil(text.length / Math.max(1, letters))
  const ofLead = Math.ceil(lead.length / LEAD_LETTERS)
  return Math.max(1, Math.min(MOST_LINES_EACH, Math.max(ofText, ofLead)))
}

export function pointLines(points: readonly Point[], letters: number): number {
  return points.reduce((sum, point) => sum + linesOf(point, letters), 0)
}

/** The first points for which there are lines, one of them left to say how many there are more. */
export function pointsThatFit(
  points: readonly Point[],
  letters: number,
  lineCount: number,
): { readonly shown: readonly Point[]; readonly hiddenCount: number } {
  if (pointLines(points, letters) <= lineCount) return { shown: points, hiddenCount: 0 }
  let rest = lineCount - 1
  const end = points.findIndex((point) => {
    rest -= linesOf(point, letters)
    return rest < 0
  })
  const count = end < 0 ? points.length : end
  return { shown: points.slice(0, count), hiddenCount: points.length - count }
}

/** The longest way to say something that so many letters hold; else the shortest. */
export function fittedText({ text, shorter = [] }: Point, letters: number): string {
  const ways = [text, ...shorter]
  return ways.find(({ length }) => length <= letters) ?? ways.at(-1) ?? text
}
