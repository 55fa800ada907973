/** The sheet of a workbook of ours that tells of the others. */
export const ABOUT_SHEET = 'About'

/** What Excel reads as a letter by its number: `_x000D_` (ECMA-376 part 1, §22.9.2.19). */
const ESCAPE = /_x([0-9a-f]{4})_/gi

/** The text with whatever looks like such an escape kept from being read as one. */
export function escapedForSheet(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

/** The text that is meant. */
export function unescapedFromSheet(text: string): string {
  return text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
