import type { RawRecord, RawTable, RawValue } from '../raw-table.ts'
import { cleanLine, cleanText, plainKey } from './cells/clean-text.ts'
import { readCount, readNumber } from './cells/read-number.ts'

/** What a kind looks for in a table: a field of ours and the headings it goes by, EN, FR, ES, PT. */
export type FieldSpec = { readonly field: string; readonly aliases: readonly string[] }

/** Which heading each field is read from; fields that nothing was found for are not in it. */
export type Mapping = ReadonlyMap<string, string>

/** A table seen through a mapping. */
export type Sheet = {
  readonly table: RawTable
  readonly mapping: Mapping
  readonly has: (field: string) => boolean
  readonly cell: (record: RawRecord, field: string) => RawValue
  readonly text: (record: RawRecord, field: string) => string
  /** In one line of at most 500 characters. */
  readonly line: (record: RawRecord, field: string) => string
  readonly number: (record: RawRecord, field: string) => number | null
  readonly count: (record: RawRecord, field: string) => number | null
}

/**
 * Maps fields to headings by the aliases, the first alias that occurs counting most; no heading is
 * used for two fields.
 *
 * @param chosen what a person mapped by hand; it wins, and an empty heading leaves its field out.
 */
export function mappingOf(
  table: RawTable,
  specs: readonly FieldSpec[],
  chosen: Mapping = new Map(),
): Mapping {
  const headings = new Map<string, string>()
  for (const heading of table.headings) {
    for (const key of [
      plainKey(heading),
      plainKey(heading.replace(/^#/, '').replace(/\+.*/, '')),
    ]) {
      if (!headings.has(key)) headings.set(key, heading)
    }
  }
  const mapping = new Map<string, string>()
  const used = new Set(chosen.values())
  for (const { field, aliases } of specs) {
    const byHand = chosen.get(field)
    const found = aliases.map((alias) => headings.get(plainKey(alias)))
    const heading = byHand ?? found.find((name) => name !== undefined && !used.has(name))
    if (heading === undefined || !table.headings.includes(heading)) continue
    used.add(heading)
    mapping.set(field, heading)
  }
  return mapping
}

/** The table through a mapping. */
export function sheetOf(table: RawTable, mapping: Mapping): Sheet {
  const indexOf = new Map(
    [...mapping].map(([field, heading]) => [field, table.headings.indexOf(heading)]),
  )
  const cell = (record: RawRecord, field: string) => record.cells[indexOf.get(field) ?? -1] ?? null
  return {
    table,
    mapping,
    has: (field) => mapping.has(field),
    cell,
    text: (record, field) => cleanText(cell(record, field)),
    line: (record, field) => cleanLine(cell(record, field)),
    number: (record, field) => {
      const number = readNumber(cell(record, field), true)
      return typeof number === 'number' && Number.isFinite(number) ? number : null
    },
    count: (record, field) => readCount(cell(record, field)),
  }
}
