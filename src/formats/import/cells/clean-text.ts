import type { RawValue } from '../../raw-table.ts'

/** Zero-width characters, soft hyphens, direction marks and overrides: they hide or turn text round. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Nothing in it to clean; nearly every cell of a large file is so. */
const PLAIN = /^[\x20-\x7e]*$/

/** Cell text without invisible characters or blanks at its ends, accents composed; '' for an empty cell. */
export function cleanText(value: RawValue): string {
  if (value === null) return ''
  if (typeof value === 'string' && PLAIN.test(value)) return value.trim()
  return String(value).replace(INVISIBLE, '').normalize('NFC').trim()
}

/** The same in one line of at most 500 characters, as names and titles of rows are held. */
export function cleanLine(value: RawValue): string {
  const line = cleanText(value).replace(/\s+/g, ' ')
  return line.length <= 500 ? line : `${line.slice(0, 499)}…`
}

/** At most 40 characters of a text, for sentences that name it. */
export function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`
}

/** Small letters are all that has to be made of it; nearly every heading is so. */
const ASCII = /^[\0-\x7f]*$/

/** The article of Arabic, also behind "and". */
const ARTICLE = /(^|[^\p{L}])(?:\u0648)?\u0627\u0644(?=\p{L}{2})/gu

/**
 * Letters and digits only, small, without accents: what names and headings are compared by. Arabic
 * without vowel signs, article and stretching; forms of alef, ya, kaf and the final h are one.
 */
export function plainKey(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return folded(text)
    .replace(ARTICLE, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Small letters without accents; vowel signs and stretching of Arabic go, its twin letters are one. */
export function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/\u0671/g, '\u0627')
    .replace(/[\u0649\u06cc]/g, '\u064a')
    .replace(/\u06a9/g, '\u0643')
    .replace(/\u0629/g, '\u0647')
}

/** An id made of a name: small letters, digits and hyphens; never empty. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return slug.slice(0, 120) || 'unnamed'
}
