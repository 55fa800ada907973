import type { PointsBlock } from '#core/records/page.ts'

type Point = PointsBlock['points'][number]

const MOST_LINES_EACH = 2
/** Of a word that leads, in the room that it usually has. */
export const LEAD_LETTERS = 12
const WIDEST_LEAD_SHARE = 0.4

/** Letters of a line, of what leads and of the sentence beside it. */
export type PointRoom = { readonly lead: number; readonly text: number }

/**
 * Names that lead have more room than words, so that two lines hold them.
 *
 * @param letters beside a lead of the usual width.
 */
export function pointRoom(points: readonly Point[], letters: number): PointRoom {
  const longest = Math.max(0, ...points.map(({ lead }) => lead.length))
  if (longest <= MOST_LINES_EACH * LEAD_LETTERS) return { lead: LEAD_LETTERS, text: letters }
  const all = letters + LEAD_LETTERS
  const lead = Math.min(Math.floor(WIDEST_LEAD_SHARE * all), Math.ceil(longest / 2) + 4)
  return { lead: Math.max(LEAD_LETTERS, lead), text: all - Math.max(LEAD_LETTERS, lead) }
}

/** Lines that a point takes: one where it can be said in fewer words and its lead is short. */
export function linesOf({ lead, text, shorter = [] }: Point, room: PointRoom): number {
  const ofText = shorter.length > 0 ? 1 : Math.ceil(text.length / Math.max(1, room.text))
  const ofLead = Math.ceil(lead.length / room.lead)
  return Math.max(1, Math.min(MOST_LINES_EACH, Math.max(ofText, ofLead)))
}

export function pointLines(points: readonly Point[], letters: number): number {
  const room = pointRoom(points, letters)
  return points.reduce((sum, point) => sum + linesOf(point, room), 0)
}

/** The first points for which there are lines, one of them left to say how many there are more. */
export function pointsThatFit(
  points: readonly Point[],
  letters: number,
  lineCount: number,
): { readonly shown: readonly Point[]; readonly hiddenCount: number } {
  if (pointLines(points, letters) <= lineCount) return { shown: points, hiddenCount: 0 }
  const room = pointRoom(points, letters)
  let rest = lineCount - 1
  const end = points.findIndex((point) => {
    rest -= linesOf(point, room)
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
