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
  readonly isEnd: (record: RawRecord) => boolean
}

/** Why a message without a restriction of its own is none, by its type. */
const ENDS: Readonly<Record<string, string>> = {
  cancel: 'it takes back an alert',
  allclear: 'it gives the all-clear',
  past: 'its urgency is Past, so it restricts nothing',
  unlikely: 'its certainty is Unlikely, so it restricts nothing',
}

/**
 * Ends the alerts that updates, cancellations and all-clears name, at the moment of sending: those of
 * this file and those that came in earlier. One that names nothing that is here is passed over, and told.
 * Linear in rows and names together.
 */
export function withEnds(
  sheet: Sheet,
  made: readonly Restriction[],
  { ledger, context, isEnd }: Ending,
): { readonly restrictions: Restriction[]; readonly endCount: number } {
  const rows = new Map([...context.document.tables.restrictions, ...made.map(withId)])
  const changed = new Map(made.map(withId))
  const idsOf = idsByAlert(rows.keys())
  let endCount = 0
  for (const record of sheet.table.records) {
    const endsAt = sentAt(sheet, record)
    const found = endsAt === null ? [] : namedBy(sheet, record, idsOf)
    for (const id of found) {
      const ended = endedAt(rows.get(id)!, endsAt!)
      rows.set(id, ended)
      changed.set(id, ended)
    }
    if (!isEnd(record)) continue
    const type = sheet.text(record, 'message')
    if (found.length === 0) {
      ledger.skip(record, 'alert-unknown', `${ENDS[type]}, and names no alert that is here`)
      continue
    }
    endCount++
    if (type !== 'cancel') {
      ledger.warn(record, 'alert-over', `${ENDS[type]}; what it names was ended, and nothing added`)
    }
  }
  return { restrictions: [...changed.values()], endCount }
}

function withId(row: Restriction): [string, Restriction] {
  return [row.id, row]
}

/** Ids of rows by that of their alert, whatever areas and parts it had. */
function idsByAlert(ids: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const byAlert = new Map<string, string[]>()
  for (const id of ids) {
    const alert = alertOf(id.replace(/-part-\d+$/, ''))
    const alike = byAlert.get(alert)
    if (alike) alike.push(id)
    else byAlert.set(alert, [id])
  }
  return byAlert
}

function alertOf(id: string): string {
  return id.replace(/-area-\d+$/, '')
}

/** Ids of the rows of the alerts that a record names; never its own. */
function namedBy(
  sheet: Sheet,
  record: RawRecord,
  idsOf: ReadonlyMap<string, readonly string[]>,
): string[] {
  const own = alertOf(sheet.text(record, 'id'))
  const named = new Set(sheet.text(record, 'ends').split('\n'))
  named.delete('')
  named.delete(own)
  return [...named].flatMap((identifier) => idsOf.get(`restriction-${slugOf(identifier)}`) ?? [])
}

function endedAt(row: Restriction, endsAt: string): Restriction {
  const end = row.validFrom !== null && row.validFrom > endsAt ? row.validFrom : endsAt
  return row.validTo !== null && row.validTo <= end ? row : { ...row, validTo: end }
}
