import { folded } from './clean-text.ts'
import { dateText } from './read-date.ts'

/**
 * Minutes after the local midnight, the end also 0 where it is midnight; or what else was said:
 * "night" is from sunset to sunrise, "day" the rest.
 */
export type HoursReading =
  | { readonly fromMinute: number; readonly toMinute: number }
  | 'dayAndNight'
  | 'night'
  | 'day'
  | 'unreadable'

const DAY_MINUTES = 1440
const ALWAYS =
  /^(24 ?(h|hrs?|hours|heures|horas)( a day)?|24 ?\/ ?7|h ?24|(day and|all) (night|day|hours)|night and day|always|jour et nuit|dia y noche|dia e noite|ليلا ونهارا|نهارا وليلا)$/u
const NIGHT =
  /^(at |by |after |during |the |la |de |por la |por |a )*(nights?|night[ -]?time|overnight|dark(ness)?|hours of darkness|(dusk|sunset) ?(to|till|until|[-–]) ?(dawn|sunrise)|nuits?|nocturne|noches?|noites?|ليلا|الليل)( only)?$/u
const DAY =
  /^(by |in |during |the |le |de |el |durante (el |o )?)*(days?|day[ -]?time|daylight( hours)?|(dawn|sunrise) ?(to|till|until|[-–]) ?(dusk|sunset)|jour|journee|dia|نهارا|النهار)( only)?$/u

const CLOCK =
  '(\\d{1,2})(?:[:.]|h(?=\\d))?(\\d{2})?(?: ?(?:hrs|heures|horas|h))? ?([ap]\\.?m\\.?)? ?(z|utc|gmt)? ?'
const HOURS = new RegExp(
  `^(?:curfew:? )?(?:from |de |das |desde (?:las )?|between |entre (?:las )?)?${CLOCK}(?:[-‐-―−]|to|till|until|and|au?|et|y|e|as|a las|al|ate|hasta|الي) ?${CLOCK}(?:\\(?(?:local|lt|local time|hrs|hours|heure locale|hora local)\\)?)?$`,
  'u',
)

/**
 * "19:00-06:00", "1900–0600", "19h à 6h", "7 pm to 6 am"; with Z they are Greenwich's and are moved.
 * An hour of twelve without its half beside one that has it is not read.
 */
export function readHours(text: string, utcOffsetMinutes: number): HoursReading {
  const plain = folded(dateText(text)).replace(/\s+/g, ' ').trim()
  if (ALWAYS.test(plain)) return 'dayAndNight'
  if (NIGHT.test(plain)) return 'night'
  if (DAY.test(plain)) return 'day'
  const found = HOURS.exec(plain.replace(/ ?([-‐-―−]) ?/g, '$1'))
  if (!found) return 'unreadable'
  const [, hourA, minuteA, halfA, zoneA, hourB, minuteB, halfB, zoneB] = found
  const zone = zoneA ?? zoneB
  if ((halfA === undefined) !== (halfB === undefined)) return 'unreadable'
  const from = minuteOf(hourA, minuteA, halfA)
  const to = minuteOf(hourB, minuteB, halfB)
  if (from === null || to === null || from === DAY_MINUTES) return 'unreadable'
  if (from === 0 && to === DAY_MINUTES) return 'dayAndNight'
  const local = (minute: number) =>
    (minute + (zone ? utcOffsetMinutes : 0) + DAY_MINUTES) % DAY_MINUTES
  return { fromMinute: local(from), toMinute: local(to) }
}

/** Minutes after midnight, up to 24:00; null if there is no such time. */
function minuteOf(hourText = '', minuteText = '0', half = ''): number | null {
  const [hour, minute] = [Number(hourText), Number(minuteText)]
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null
  if (half === '') return 60 * hour + minute
  if (hour < 1 || hour > 12) return null
  return 60 * ((hour % 12) + (half.startsWith('p') ? 12 : 0)) + minute
}
