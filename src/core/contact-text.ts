const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]{2,}/
/** Days and times are many figures in a row too. */
const DATES =
  /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(T[\d:.]+Z?)?\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b|\b\d{1,2}:\d{2}(:\d{2})?\b|\b\d{6}[A-Z]\b/g
/** Seven figures or more in a row, with blanks, dots, dashes or brackets between them at most. */
const PHONE = /(?:\+|\b00|\(|\b)\d(?:[\s\u00a0\u202f.()/-]{0,2}\d){6,}/

/** What a text holds by which somebody could be found; null if nothing was seen. Names cannot be seen. */
export function contactIn(text: string): 'an e-mail address' | 'a telephone number' | null {
  if (EMAIL.test(text)) return 'an e-mail address'
  return PHONE.test(latinDigits(text).replace(DATES, ' – ')) ? 'a telephone number' : null
}

/** Arabic and Persian figures as 0 to 9. */
function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}
