class Markup {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/**
 * Markup that is known to be well escaped. Only `html` makes it, and nothing that comes out of a file can
 * be it: what is read from JSON is never of a class.
 */
export type Html = Markup

/** What may stand in a template: text is escaped, markup is taken, lists are joined, null is nothing. */
export type HtmlValue = string | number | null | false | Html | readonly HtmlValue[]

/**
 * Markup from a template whose values are escaped wherever they stand: between tags, or in an attribute
 * within double quotes. The same for HTML and for SVG, also where SVG is read as XML.
 *
 * @throws TypeError where a value would be an attribute without quotes: a fault of the template.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = parts[0] ?? ''
  for (const [i, value] of values.entries()) {
    if (/[=<]$/.test(text))
      throw new TypeError(`a value needs double quotes after ${text.slice(-40)}`)
    text += textOf(value) + (parts[i + 1] ?? '')
  }
  return new Markup(text)
}

function textOf(value: HtmlValue): string {
  if (value === null || value === false) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escaped(value)
  if (value instanceof Markup) return value.toString()
  return Array.isArray(value) ? value.map(textOf).join('') : escaped(String(value))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** No file may hold them: NUL and its kind, halves of letters, and what is no letter at all. */
const NO_LETTERS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is there for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu
/** They turn the order of letters about, beyond the end of their own text; a direction is told by `dir`. */
const TURNS_ABOUT = /[\u202a-\u202e\u2066-\u2069]/g
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g

/** Text between tags or within double quotes: what is no letter is shown as such, what turns text about is left out. */
export function escaped(text: string): string {
  return text
    .replace(NO_LETTERS, '\ufffd')
    .replace(TURNS_ABOUT, '')
    .replace(LINE_ENDS, '\n')
    .replace(/[&<>"'`]/g, (letter) => ENTITIES[letter] ?? letter)
}
