import type { PointsBlock } from '#core/records/page.ts'

type Point = PointsBlock['points'][number]

const MOST_LINES_EACH = 2

/** Lines that a point takes: one where it can be said in fewer words. */
export function linesOf({ text, shorter = [] }: Point, letters: number): number {
  if (shorter.length > 0) return 1
  return Math.max(1, Math.min(MOST_LINES_EACH, Math.ceil(text.length / Math.max(1, letters))))
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
