const NUMBER = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i

/** The number that a text is; the text itself where it is none, which the reader of coordinates then names. */
export function numberIn(text: string): number | string {
  const number = NUMBER.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(number) ? number : text
}
