import { decimal, grouped } from '#core/figures.ts'

/** Size of all text in a chart, px. */
export const TEXT_PX = 12
/** Mean width of a letter in its own size, in IBM Plex Sans, a little on the wide side. */
const LETTER_SHARE = 0.56

export const widthOf = (text: string): number => [...text].length * TEXT_PX * LETTER_SHARE

/** As it stands beside its mark: whole, or with as many decimals as tell it from its neighbours. */
export function valueText(value: number): string {
  if (Number.isInteger(value)) return grouped(value)
  return decimal(value, Math.abs(value) < 1 ? 2 : 1)
}

/** Text on at most so many lines of so many pixels; what has no room ends in "…". */
export function linesOf(text: string, roomPx: number, lineCount: number): readonly string[] {
  const room = Math.max(3, Math.floor(roomPx / (TEXT_PX * LETTER_SHARE)))
  const lines: string[] = []
  let rest = [...text.trim()]
  while (rest.length > 0 && lines.length < lineCount) {
    const isLast = lines.length === lineCount - 1
    if (rest.length <= room) return [...lines, rest.join('')]
    if (isLast)
      return [
        ...lines,
        `${rest
          .slice(0, room - 1)
          .join('')
          .trimEnd()}…`,
      ]
    const space = rest.lastIndexOf(' ', room)
    const cut = space > room / 3 ? space : room
    lines.push(rest.slice(0, cut).join('').trimEnd())
    rest = [...rest.slice(cut).join('').trimStart()]
  }
  return lines
}

/** A length in a drawing, to a tenth of a pixel: more would be read by nobody. */
export const px = (value: number): number => Math.round(10 * value) / 10
