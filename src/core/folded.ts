/**
 * Letters that no Unicode decomposition brings together, and what each is searched as: Latin letters
 * of their own; Arabic, Persian and Urdu forms of one letter (alef with and without hamza, ya and
 * alef maqsura, kaf, ha and ta marbuta); digits of both Arabic scripts.
 */
const ALIKE: Readonly<Record<string, string>> = {
  ø: 'o',
  ɔ: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ɗ: 'd',
  ɖ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ɛ: 'e',
  ǝ: 'e',
  ə: 'e',
  ŋ: 'ng',
  ɓ: 'b',
  ɣ: 'g',
  ƙ: 'k',
  ƴ: 'y',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ء: '',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ے: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۃ: 'ه',
  '\u0640': '',
  ...Object.fromEntries([...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => [digit, String(value)])),
  ...Object.fromEntries([...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value) => [digit, String(value)])),
}

const STRANGE = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'gu')
const PLAIN = /^[a-z0-9 ]*$/
/** Marks inside a word: straight and curly apostrophes, and the letters that stand for ayn and hamza. */
const APOSTROPHES = /['’‘`´ʼʻʾʿˈ‛′]/gu
/** The article before a hyphen or an apostrophe, also where it takes on the sound of what follows. */
const JOINED_ARTICLE = /(^|[\s(])(?:al|el|ul|ad|ar|as|ash|at|az|an)[-‐‑–'’ʼ](?=\p{L})/gu

/** The words of a text as they are searched and sorted: small letters without marks, see `folded`. */
export function foldedWords(text: string): string[] {
  const lower = text.toLowerCase()
  const plain = PLAIN.test(lower) ? lower : withoutMarks(lower)
  const words = plain.split(' ').filter(Boolean)
  const named = words.filter((word) => word !== 'al' && word !== 'el' && word !== 'ال')
  return (named.length > 0 ? named : words).map(withoutArabicArticle)
}

/**
 * A text as names are compared: without capitals, accents, harakat, tatweel, apostrophes, marks of
 * direction that nobody sees, and articles (al-, ال); hyphens are spaces; Arabic, Persian and Urdu variants of a letter are one. Two
 * spellings of a name that people would take for the same give the same text. About 1 µs a name.
 */
export function folded(text: string): string {
  return foldedWords(text).join(' ')
}

/** What names are sorted by: folded, and figures by their size, so that Zone 2 is before Zone 10. */
export function sortKey(text: string): string {
  return folded(text).replace(/\d+/g, (digits) => digits.padStart(9, '0'))
}

function withoutMarks(lower: string): string {
  return lower
    .replace(/\p{Cf}/gu, '')
    .replace(JOINED_ARTICLE, '$1')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(STRANGE, (letter) => ALIKE[letter] ?? letter)
    .replace(APOSTROPHES, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
}

function withoutArabicArticle(word: string): string {
  return word.length > 2 && word.startsWith('ال') ? word.slice(2) : word
}
