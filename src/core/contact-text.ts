/** What a text may hold by which somebody could be found. */
export type Contact = 'an e-mail address' | 'a telephone number' | 'an account' | 'a position'

const EMAIL =
  /[^\s@]+\s*@\s*[^\s@]+\.\p{L}{2,}|\S\s*[([{]\s*(?:at|arobase|arroba)\s*[)\]}]\s*\S|\S+ at \S+ dot \p{L}{2,}/iu
const ACCOUNT =
  /(?<![\p{L}\d])@[\p{L}_][\p{L}\d_.]+|(?<![\p{L}\d.])(?:wa\.me|t\.me|fb\.(?:me|com)|m\.me|(?:facebook|instagram|telegram|whatsapp|twitter|tiktok)\.(?:com|me|org))(?![\p{L}\d])/iu
/** Two degrees of four decimals, or of three where a sign or a hemisphere tells them from amounts. */
const POSITION =
  /(?<![\d.,])[-+]?\d{1,3}[.,]\d{4,}\s*°?\s*[NSEW]?[\s,;/]+[-+]?\d{1,3}[.,]\d{4,}|(?<![\d.,])\d{1,3}[.,]\d{3,}\s*°?\s*[NSEW]?[\s,;/]+[-+]\d{1,3}[.,]\d{3,}|\d[.,]\d{3,}\s*°?\s*[NS][\s,;/]+\d{1,3}[.,]\d{3,}\s*°?\s*[EW]|\d\s*°\s*\d{1,2}(?:[.,]\d+)?\s*['′’]/iu

const YEAR = '(?:19|20)\\d\\d'
const MONTH = '(?:0?[1-9]|1[0-2])'
const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const TIME = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?Z?'
const WITHIN = '[-/.]'
const dayOfYear = (year: string) =>
  `(?:${DAY}${WITHIN}${MONTH}|${MONTH}${WITHIN}${DAY})${WITHIN}${year}`
const LONG_DATE = `(?:${YEAR}${WITHIN}${MONTH}${WITHIN}${DAY}|${dayOfYear(YEAR)})`
/** No figure before or after, with a sign between them at most. */
const BEFORE = '(?<!\\d[-/._,:]?)'
const AFTER = '(?![-/._,:]?\\d)'
/** Days and times are many figures in a row too; of several, one after another. */
const MOMENT = `(?:${LONG_DATE}(?:T${TIME})?|${TIME}|${YEAR})`
const MOMENTS = new RegExp(`${BEFORE}${MOMENT}(?:[\\s,;/\\p{Pd}]+${MOMENT})*${AFTER}`, 'gu')
const SHORT_DATES = new RegExp(
  `(?<!\\d[-/._,:\\s]*)${dayOfYear('\\d\\d')}(?![-/._,:\\s]*\\d)|\\b\\d{6}[A-Z]\\b`,
  'gu',
)
/** A million and more, in groups of three; one of two figures or three before them only if it is round. */
const AMOUNTS =
  /(?<!\d[-/._,:\s()]*|[+(])(?:[1-9]([ ,.'])\d{3}(?:\1\d{3})+|[1-9]\d{1,2}([ ,.'])\d00(?:\2)000|[1-9]\d{1,2}([ ,.'])\d{3}\3\d{3}(?=\s*(?:us\$|usd|lrd|xaf|xof|f?cfa|cdf|eur|people|persons|personnes|personas|pessoas)\b)|(?<=(?:us\$|[$€]|usd|lrd|xaf|xof|cdf|eur)\s*)[1-9]\d{1,2}([ ,.'])\d{3}\4\d{3})(?![-/._:\s]?\d)/giu
/** Seven figures or more in a row, with few signs between them; or pairs of figures from a nought on. */
const PHONE =
  /\d(?:(?:[,:;]|[\s\p{Pd}.()/_*|·•]{0,3})\d){6,}|(?<!\d)0\d(?:[\s\p{Pd}.()/_,:;]{1,3}\d\d){3,}(?!\d)/u

/** What a text holds by which somebody could be found; null if nothing was seen. Names cannot be seen. */
export function contactIn(text: string): Contact | null {
  const plain = latinDigits(text.normalize('NFKC').replace(/\p{Cf}/gu, ''))
  if (EMAIL.test(plain)) return 'an e-mail address'
  if (ACCOUNT.test(plain)) return 'an account'
  if (POSITION.test(plain)) return 'a position'
  const rest = [SHORT_DATES, MOMENTS, AMOUNTS].reduce(
    (left, one) => left.replace(one, ' # '),
    plain,
  )
  return PHONE.test(rest) ? 'a telephone number' : null
}

/** The figures of every script as 0 to 9; each script has its ten in a row. */
function latinDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!
    let value = 0
    while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
    return String(value % 10)
  })
}
