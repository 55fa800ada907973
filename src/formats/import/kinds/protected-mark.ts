import { hasProtectedWords } from '#core/protected-words.ts'
import type { RawRecord } from '../../raw-table.ts'
import { isMissing } from '../cells/read-number.ts'
import { remembered } from '../remembered.ts'
import type { FieldSpec, Sheet } from '../sheet.ts'

/** Dates and numbers, which most cells hold, are no words. */
const LETTER = /[^\0-@[-`{-\x7f]/
const NO = /^(no?|non|não|nao|false|faux|falso|0|لا)$/i

/** The column by which senders mark cases of sexual violence and of children. */
export const PROTECTED_FIELD: FieldSpec = {
  field: 'isProtected',
  aliases: ['protected', 'protected_case', 'is_protected'],
}

/**
 * Whether a record is protected: it is marked so, or words in any of its cells are those of such a
 * case, read or not, even where "no" stands in the mark.
 *
 * @param fields the fields whose words count together.
 */
export function protectedReader(
  sheet: Sheet,
  fields: readonly string[],
): (record: RawRecord) => 'marked' | 'worded' | null {
  const mark = sheet.of(PROTECTED_FIELD.field)
  const cells = fields.filter(sheet.has).map(sheet.of)
  const isWorded = remembered(hasProtectedWords)
  return (record) => {
    if (!isMissing(mark.cell(record)) && !NO.test(mark.text(record))) return 'marked'
    const isTold =
      isWorded(cells.map((cell) => cell.text(record)).join(' ')) ||
      record.cells.some((cell) => typeof cell === 'string' && LETTER.test(cell) && isWorded(cell))
    return isTold ? 'worded' : null
  }
}
