import type { RawRecord } from '../../raw-table.ts'
import { cleanLine, plainKey, shortened, slugOf } from '../cells/clean-text.ts'
import { isMissing } from '../cells/read-number.ts'
import { readConfidence } from '../cells/read-share.ts'
import type { Ledger } from '../ledger.ts'
import { OWN_ID, type Sheet } from '../sheet.ts'

/** Confidence from 0 to 1; null where it is not told, or cannot be read, which is warned of. */
export function confidenceIn(sheet: Sheet, record: RawRecord, ledger: Ledger): number | null {
  const cell = sheet.cell(record, 'confidence')
  if (cell === null) return null
  const number = sheet.number(record, 'confidence')
  if (number === null && isMissing(cell)) return null
  const confidence = readConfidence(cell, number)
  if (confidence !== 'unreadable') return confidence
  const text = shortened(sheet.line(record, 'confidence'))
  const why = `confidence "${text}" is no share, no letter A to F and no word known here; it was left out`
  ledger.warn(record, 'confidence-unread', why)
  return null
}

/** What to say of a date that is hardly meant. */
export function unlikely(text: string): string {
  return `"${text}" is a date long ago or far ahead`
}

/** Whether a table left this program: its words and numbers are then taken as they are. */
export function isOurs(sheet: Sheet): boolean {
  return sheet.mapping.get('id') === OWN_ID
}

/** The entry of a closed list that a text is, whatever its case and blanks; null if it is none. */
export function exactly<T extends string>(list: readonly T[], text: string): T | null {
  const key = plainKey(text)
  return list.find((entry) => plainKey(entry) === key) ?? null
}

/** The entries of a text that lists some, a semicolon or a bar between them. */
export function listIn(text: string): string[] {
  return text
    .split(/[;|]/)
    .map((entry) => cleanLine(entry))
    .filter(Boolean)
}

const SAMPLE = 50

/** The share of the first records whose cell of a field says something that a kind knows. */
export function shareSaying(
  sheet: Sheet,
  field: string,
  isKnown: (text: string) => boolean,
): number {
  if (!sheet.has(field)) return 0
  const sample = sheet.table.records.slice(0, SAMPLE)
  const known = sample.filter((record) => isKnown(sheet.text(record, field)))
  return sample.length === 0 ? 0 : known.length / sample.length
}

/** Rows that were there before the import, by id. */
export type Earlier = ReadonlyMap<string, { readonly name: string }>

/** Whether every record has an id that no other has. */
export function hasUniqueIds(sheet: Sheet): boolean {
  const given = sheet.table.records.map((record) => sheet.text(record, 'id'))
  return given.every((id) => id !== '') && new Set(given).size === given.length
}

/**
 * Ids of the file where they are unique and complete, else made of what a row is; never two the same.
 * Ids that this program wrote are kept as they are. A row takes the id of an earlier one, and so its place, only if it also has its name: numbers that
 * two senders both count from 1 say nothing.
 *
 * @param mayKeep whether an id of the file may be kept; one is made for a record whose may not.
 * @returns a function of the record, its name and what makes it unlike others where the file has no ids.
 */
export function idsFor(
  sheet: Sheet,
  prefix: string,
  earlier: Earlier,
  mayKeep: (record: RawRecord) => boolean = () => true,
): (record: RawRecord, name: string, key?: string) => string {
  const isUnique = hasUniqueIds(sheet)
  const isOwn = isUnique && isOurs(sheet)
  const taken = new Set<string>()
  const isTaken = (id: string, name: string) => {
    const before = earlier.get(id)
    return taken.has(id) || (before !== undefined && before.name !== name)
  }
  return (record, name, key = slugOf(name)) => {
    const own =
      isUnique && mayKeep(record) ? slugOf(sheet.text(record, 'id').replace(/\.0$/, '')) : key
    const base = isOwn ? sheet.text(record, 'id').slice(0, 200) : `${prefix}-${own}`
    let id = base
    for (let n = 2; isTaken(id, name); n++) id = `${base}-${n}`
    taken.add(id)
    return id
  }
}
