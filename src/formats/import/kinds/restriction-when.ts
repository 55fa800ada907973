import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { effectText, monthsText } from '#core/restriction-text.ts'
import type { RawRecord } from '../../raw-table.ts'
import { shortened } from '../cells/clean-text.ts'
import { readHours } from '../cells/read-hours.ts'
import { readMonths } from '../cells/read-months.ts'
import { isMissing } from '../cells/read-number.ts'
import type { Ledger } from '../ledger.ts'
import type { Sheet } from '../sheet.ts'
import { isOurs } from './common.ts'

const ALL_MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)

/**
 * In which months a restriction is in force; null: all year, also where they cannot be read, which is
 * told. Seasons are those of the operation, and told too.
 */
export function monthsIn(
  sheet: Sheet,
  record: RawRecord,
  ledger: Ledger,
  operation: Pick<Operation, 'wetMonths'> | undefined,
): number[] | null {
  const text = sheet.text(record, 'months')
  if (text === 'none' && isOurs(sheet)) return []
  if (isMissing(text)) return null
  const read = readMonths(text)
  if (read === 'allYear') return null
  if (typeof read !== 'string') return [...read]
  const said = `its months "${shortened(text)}"`
  const wetMonths = operation?.wetMonths ?? []
  const isWet = read === 'wet'
  const months = ALL_MONTHS.filter((month) => wetMonths.includes(month) === isWet)
  if (read !== 'unreadable' && months.length > 0 && months.length < 12) {
    const season = isWet ? 'the wet months' : 'the months that are not wet'
    const why = `${said} were read as ${monthsText(months)}, ${season} of the operation`
    ledger.warn(record, 'months-season', why)
    return months
  }
  const why = `${said} are none that can be read; it came in as in force all year. Write them like 5-10 or MAY–OCT`
  ledger.warn(record, 'months-unread', why)
  return null
}

/**
 * Between which hours a restriction does what; null: day and night, also where they cannot be read,
 * which is told. Closed at night is what `dayOnly` means; nothing else here knows sunset and sunrise.
 */
export function hoursIn(
  sheet: Sheet,
  record: RawRecord,
  ledger: Ledger,
  on: {
    readonly effect: Restriction['effect']
    readonly operation: Pick<Operation, 'utcOffsetMinutes'> | undefined
  },
): Pick<Restriction, 'hours' | 'effect'> {
  const { effect, operation } = on
  const text = sheet.text(record, 'hours')
  if (isMissing(text)) return { effect, hours: null }
  const read = readHours(text, operation?.utcOffsetMinutes ?? 0)
  if (read === 'dayAndNight') return { effect, hours: null }
  if (typeof read !== 'string' && (read.fromMinute !== read.toMinute || isOurs(sheet))) {
    return { effect, hours: read }
  }
  if (read === 'night' && effect.type === 'closed') {
    return { effect: { type: 'dayOnly' }, hours: null }
  }
  const isByLight = read === 'night' || read === 'day'
  if (isByLight && effect.type === 'dayOnly') return { effect, hours: null }
  const fault =
    read === 'unreadable'
      ? 'are none that can be read'
      : isByLight
        ? `cannot be kept beside "${effectText(effect)}", for they go by the sun`
        : 'begin and end at the same time'
  const why = `its hours "${shortened(text)}" ${fault}; it came in as in force day and night. Write them like 19:00-06:00, local time`
  ledger.warn(record, 'hours-unread', why)
  return { effect, hours: null }
}
