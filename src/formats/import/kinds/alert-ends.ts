import type { Restriction } from '#core/records/restriction.ts'
import { instantOf } from '#core/time/instant.ts'
import type { RawRecord } from '../../raw-table.ts'
import { slugOf } from '../cells/clean-text.ts'
import type { ImportContext } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import type { Sheet } from '../sheet.ts'

/** When a message was sent; null where it does not say. */
function sentAt(sheet: Sheet, record: RawRecord): string | null {
  if (!sheet.has('verified')) return null
  const date = sheet.date(record, 'verified')
  return 'code' in date ? null : instantOf(date.epochMinutes)
}

/** What `withEnds` needs beside the table and its restrictions. */
type Ending = {
  readonly ledger: Ledger
  readonly context: ImportContext
  readonly isCancel: (record: RawRecord) => boolean
}

/**
 * Ends the alerts that updates and cancellations name, at the moment of sending: those of this file and
 * those that came in earlier. A cancellation of an alert that is not here is passed over.
 */
export function withEnds(
  sheet: Sheet,
  made: readonly Restriction[],
  { ledger, context, isCancel }: Ending,
): { readonly restrictions: Restriction[]; readonly cancelCount: number } {
  const rows = new Map([...context.document.tables.restrictions, ...made.map(withId)])
  const changed = new Map(made.map(withId))
  let cancelCount = 0
  for (const record of sheet.table.records) {
    const endsAt = sentAt(sheet, record)
    const found = endsAt === null ? [] : namedBy(sheet, record, rows)
    for (const row of found) {
      const ended = endedAt(rows.get(row.id) ?? row, endsAt!)
      rows.set(row.id, ended)
      changed.set(row.id, ended)
    }
    if (!isCancel(record)) continue
    if (found.length > 0) cancelCount++
    else ledger.skip(record, 'alert-unknown', 'it takes back an alert that is not here')
  }
  return { restrictions: [...changed.values()], cancelCount }
}

function withId(row: Restriction): [string, Restriction] {
  return [row.id, row]
}

/** Rows of the alerts that a record names, whatever areas and parts they had; never its own. */
function namedBy(
  sheet: Sheet,
  record: RawRecord,
  rows: ReadonlyMap<string, Restriction>,
): Restriction[] {
  const own = sheet.text(record, 'id').replace(/-area-\d+$/, '')
  const named = new Set(
    sheet
      .text(record, 'ends')
      .split('\n')
      .filter((identifier) => identifier !== '' && identifier !== own)
      .map((identifier) => `restriction-${slugOf(identifier)}`),
  )
  if (named.size === 0) return []
  return [...rows.values()].filter(({ id }) => {
    return named.has(id.replace(/-part-\d+$/, '').replace(/-area-\d+$/, ''))
  })
}

function endedAt(row: Restriction, endsAt: string): Restriction {
  const end = row.validFrom !== null && row.validFrom > endsAt ? row.validFrom : endsAt
  return row.validTo !== null && row.validTo <= end ? row : { ...row, validTo: end }
}
