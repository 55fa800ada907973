import { contactIn } from '#core/contact-text.ts'
import type { RawRecord } from '../../raw-table.ts'
import { slugOf } from '../cells/clean-text.ts'
import { addText, type Fingerprint, restart } from '../fingerprint.ts'
import type { Ledger } from '../ledger.ts'
import { OWN_ID, type Sheet } from '../sheet.ts'
import { type Earlier, hasUniqueIds, idsFor } from './common.ts'
import type { VoicePlace } from './voice-common.ts'

/** What a record is about, and what tells it from others that are about the same. */
export type VoiceIdentity = {
  readonly what: string
  /** Null: nothing is needed, its community tells it apart. A protected case has lost that. */
  readonly apart: { readonly at: string; readonly summary: string } | null
}

/**
 * Ids as for other rows; one of another sender's count takes no earlier row's place, and one by which
 * somebody could be found is not kept. Protected cases of one county, day, group, topic and way look
 * alike, so those without an id are told apart by instant and summary, without a summary by the file,
 * and by a number after that: the same file replaces them, and no other case does.
 *
 * @param earlier the rows that are there, and who they are, as it is told for a new one.
 */
export function voiceIds<T extends { readonly id: string }>(
  sheet: Sheet,
  prefix: string,
  ledger: Ledger,
  earlier: {
    readonly rows: ReadonlyMap<string, T>
    readonly identityOf: (row: T) => VoiceIdentity
  },
): (record: RawRecord, identity: VoiceIdentity) => string {
  const isOurs = sheet.mapping.get('id') === OWN_ID
  const isUnique = hasUniqueIds(sheet)
  const nameOfEarlier = ([id, row]: readonly [string, T]) => {
    const identity = earlier.identityOf(row)
    const isMade = id.startsWith(`${prefix}-${slugOf(identity.what)}`)
    return [id, { name: isMade ? nameOf(identity) : identity.what }] as const
  }
  const named: Earlier = new Map(isOurs ? [] : [...earlier.rows].map(nameOfEarlier))
  const contactOf = (record: RawRecord) =>
    isOurs ? null : contactIn(sheet.text(record, 'id').replace(CASE_NUMBER, ''))
  const mayKeep = (record: RawRecord) => {
    const contact = contactOf(record)
    if (contact === null) return true
    const why = `its id holds ${contact}; it was given another, for nobody may be found by it`
    ledger.warn(record, 'contact-quarantined', why)
    return false
  }
  const idOf = idsFor(sheet, prefix, named, mayKeep)
  const fileTag = tagOf(sheet.table.file)
  return (record, identity) => {
    const { what, apart } = identity
    const isMade = !isUnique || contactOf(record) !== null
    const tag = apart?.summary === '' ? `-${fileTag}` : ''
    return idOf(record, isMade ? nameOf(identity) : what, `${slugOf(what)}${tag}`)
  }
}

function nameOf({ what, apart }: VoiceIdentity): string {
  return apart === null ? what : `${what}\n${apart.at}\n${apart.summary}`
}

/** A few letters that stand for a file, so that an id does not carry its name. */
function tagOf(file: string): string {
  const print: Fingerprint = { high: 0, low: 0 }
  restart(print)
  addText(print, file)
  return (print.high >>> 0).toString(36)
}

/** The year and number that offices give a case: GRV-2026-0001. */
const CASE_NUMBER = /^\p{L}+[-_/ ]?(?:19|20)\d\d[-_/ ]\d{1,4}$/u

/** What makes an engagement or a grievance one of its own where it has no id. */
export function whatIs(
  instantAt: string,
  place: VoicePlace,
  ...about: readonly (string | null)[]
): string {
  const where = place.communityId ?? place.areaId
  return [instantAt.slice(0, 10), where, ...about].filter(Boolean).join(' ')
}
