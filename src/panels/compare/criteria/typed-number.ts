/** What somebody typed where a number or nothing may stand. */
export type Typed = { readonly value: number | null; readonly fault: string | null }

/** Reads a number as people write it: spaces between thousands, a point or one comma for decimals. */
export function typedNumber(text: string): Typed {
  const plain = text.replace(/[\s\u202f\u00a0]/g, '').replace('−', '-')
  if (plain === '') return { value: null, fault: null }
  if (/,.*[,.]|\..*,/.test(plain)) {
    return {
      value: null,
      fault: `“${text.trim()}” could mean two numbers; leave out what parts thousands.`,
    }
  }
  const value = Number(plain.replace(',', '.'))
  return Number.isFinite(value)
    ? { value, fault: null }
    : { value: null, fault: `“${text.trim()}” is no number.` }
}

/** A number for such a field: no more digits than it has. */
export function numberText(value: number | null): string {
  return value === null ? '' : String(Math.round(1e6 * value) / 1e6)
}
