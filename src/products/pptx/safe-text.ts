/** What XML cannot hold, and what would turn the order of a line round, so that it reads as another. */
const UNSAFE =
  /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** Any text as it may stand in a part of the file; line breaks become paragraphs, tabs become spaces. */
export function safeText(text: string): string {
  return text
    .replace(UNSAFE, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
}

/** The same in one line. */
export function safeLine(text: string): string {
  return safeText(text).replace(/\s*\n\s*/g, ' ')
}

/** Whether a paragraph begins on the right: by its first strong letter. */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    first,
  )
}
