const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  copy: '©',
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
  reg: '®',
}
const MOST_CHARACTERS = 160

/** Characters that are not seen, and those that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

/**
 * Words from what may be HTML, such as an attribution: tags go, entities become what they stand for,
 * and whatever the rest looks like is text. Of anything but a text nothing is left.
 */
export function plainText(value: unknown): string {
  if (typeof value !== 'string') return ''
  const words = value
    .slice(0, 10_000)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:#(x?)([\da-f]{1,6})|([a-z]+));/gi, (whole, hex, code, name) =>
      name ? (ENTITIES[name.toLowerCase()] ?? whole) : characterOf(code, hex ? 16 : 10),
    )
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...words]
  return characters.length > MOST_CHARACTERS
    ? `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`
    : words
}

function characterOf(digits: string, base: number): string {
  const code = Number.parseInt(digits, base)
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : ' '
}
