const MOST_LETTERS = 500

/** Text as a line of a page takes it: without breaks, cut with an ellipsis where it is too long. */
export function asLine(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ')
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS - 1)}…` : line
}
