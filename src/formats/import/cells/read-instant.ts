import { instantOfDateTimeGroup } from '#core/time/dtg.ts'
import { instantOf } from '#core/time/instant.ts'
import { readDate } from './read-date.ts'

/** The UTC instant that a person typed: `221200Z NOV 26` or `2026-11-22T12:00Z`; null: it is none. */
export function readInstant(text: string): string | null {
  const ofGroup = instantOfDateTimeGroup(text)
  if (ofGroup !== null) return ofGroup
  const date = readDate(/z$/i.test(text) ? text : `${text}Z`)
  return 'code' in date ? null : instantOf(date.epochMinutes)
}
