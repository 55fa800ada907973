import { childOf, type XmlElement } from '../xml/read-xml.ts'

/** Formats of dates that every workbook has without listing them (ECMA-376 part 1, §18.8.30). */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57])

/** Whether the cells of a style, by its position, show their number as a date. */
export function dateFormats(styles: XmlElement | null): (styleIndex: number) => boolean {
  const own = new Map(
    (childOf(styles, 'numFmts')?.children ?? []).map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      attributes.get('formatCode') ?? '',
    ]),
  )
  const isDate = (childOf(styles, 'cellXfs')?.children ?? []).map(({ attributes }) => {
    const id = Number(attributes.get('numFmtId'))
    const code = own.get(id)
    return code === undefined ? BUILT_IN.has(id) : isDateCode(code)
  })
  return (index) => isDate[index] ?? false
}

/** A code with years or days in it, outside of quotes, brackets and escapes. */
function isDateCode(code: string): boolean {
  const plain = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /[yd]/i.test(plain)
}
