import { folded } from '../cells/clean-text.ts'

/** A name as it is compared: twice, with and without what people add or leave out. */
export type NameKeys = {
  /** Words in small letters without accents and punctuation, one blank between. */
  readonly words: string
  /** The same in one, without words such as "county" and "town" and without the article "al-". */
  readonly core: string
  /** Its numbers, Arabic and Roman: names that differ in these are never near spellings. */
  readonly numbers: string
}

const KIND_WORDS = new Set(
  `county comte condado district distrito department departement departamento region province
  provincia prefecture governorate state city ville ciudad cidade town village aldea aldeia commune
  municipality municipio محافظه مدينه قريه`.split(/\s+/),
)
const ARTICLES = new Set(['al', 'el', 'as', 'ash', 'ad', 'an', 'ar', 'at', 'az'])
const ROMAN = /^[ivx]{1,4}$/

/** The keys that a name is compared by. */
export function nameKeys(name: string): NameKeys {
  const words = wordsIn(name)
  const parts = words.filter((word) => !KIND_WORDS.has(word))
  const core = withoutArticle(parts.length > 0 ? parts : words)
  return {
    words: words.join(' '),
    core: core.join(''),
    numbers: core.flatMap((word) => word.match(/\d+/g) ?? (ROMAN.test(word) ? [word] : [])).join(),
  }
}

/** Apostrophes and joiners do not part a word. */
function wordsIn(name: string): string[] {
  return folded(name)
    .replace(/['’‘ʼ`´\u200c\u200d]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[øœ]/g, (letter) => (letter === 'ø' ? 'o' : 'oe'))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

function withoutArticle(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words
  if (rest.length > 0 && ARTICLES.has(first)) return rest
  if (/^ال\p{L}{3}/u.test(first)) return [first.slice(2), ...rest]
  return words
}
