import { issue, type Result, refuse } from '#core/issue.ts'
import { decodeText } from '../bytes/decode-text.ts'
import type { GeometryReading } from '../geometry/read-geometry.ts'
import type { RawTable, RawValue, SourceFile } from '../raw-table.ts'
import { type PlacedRow, tableOfPlaces } from '../rows/table-of-places.ts'
import { foundBelow, readXml, textOf, type XmlElement } from '../xml/read-xml.ts'
import { type AlertPart, partsOf } from './parts.ts'

const ALERTS = new Set(['alert'])
/** What is not meant for the ground it names. */
const NOT_ACTUAL: Readonly<Record<string, string>> = {
  test: 'a test',
  system: 'a message among systems',
  draft: 'a draft',
}
/** Extreme alerts close the ground; others slow whoever moves on it. Working values. */
const SPEED_FACTORS: Readonly<Record<string, number>> = {
  severe: 0.5,
  moderate: 0.75,
  minor: 0.9,
  unknown: 0.75,
}
const SEVERITIES: Readonly<Record<string, number>> = { extreme: 3, severe: 2 }
const CONFIDENCES: Readonly<Record<string, number>> = {
  observed: 0.95,
  likely: 0.8,
  possible: 0.5,
  unlikely: 0.2,
}

/**
 * Alerts, one or a feed of them: a record for the outline of each area and for each of its circles and
 * place codes. Translations of an info are passed over. Which alerts an update or a cancellation ends
 * stands in the column `ends_alerts`.
 *
 * @source OASIS, Common Alerting Protocol 1.2.
 */
export function readCap({ name: file, bytes }: SourceFile): Result<RawTable> {
  const read = readXml(decodeText(bytes).text, file)
  if (!read.ok) return read
  const alerts = read.value.name === 'alert' ? [read.value] : foundBelow(read.value, ALERTS)
  if (alerts.length === 0) {
    const message = `${file} only points to alerts, and they are not in it. Import those.`
    return refuse(issue('error', 'cap-index', message, { file }))
  }
  const rows = alerts.flatMap(rowsOf)
  return tableOfPlaces({ file, format: 'CAP', lineNoun: 'alert', issues: [] }, rows)
}

function rowsOf(alert: XmlElement): PlacedRow[] {
  const identifier = textOf(alert, 'identifier')
  const type = textOf(alert, 'msgType').toLowerCase()
  const fault = faultOf(alert, type)
  const base: [string, RawValue][] = [
    ['restriction_id', identifier],
    ['message', type],
    ['restriction', type],
    ['sent', textOf(alert, 'sent')],
    ['ends_alerts', referencesOf(alert)],
  ]
  if (fault) return [{ fields: filled(base), place: { fault } }]
  if (type === 'cancel') return [{ fields: filled(base), place: null }]
  const infos = distinctInfos(alert)
  const parts = infos.flatMap((info) => partsOf(info).map((part) => ({ info, part })))
  if (parts.length === 0) {
    const why = 'it names no area'
    return [{ fields: filled(base), place: { fault: { code: 'geometry-missing', why } } }]
  }
  return parts.map(({ info, part }, index) => {
    const id = index === 0 ? identifier : `${identifier}-area-${index + 1}`
    const fields = [...base.slice(1), ...fieldsOf(alert, info, part)]
    return { fields: filled([['restriction_id', id], ...fields]), place: part.place }
  })
}

function faultOf(
  alert: XmlElement,
  type: string,
): Extract<GeometryReading, { fault: unknown }>['fault'] | null {
  const status = NOT_ACTUAL[textOf(alert, 'status').toLowerCase()]
  if (status) return { code: 'alert-not-actual', why: `it is ${status}, and no alert` }
  if (['alert', 'update', 'cancel'].includes(type)) return null
  return { code: 'alert-type', why: `it is no alert but a message of type "${type.slice(0, 40)}"` }
}

/** The identifiers that `references` names, each as "sender,identifier,sent", one a line. */
function referencesOf(alert: XmlElement): string {
  const references = textOf(alert, 'references').split(/\s+/)
  return references
    .map((reference) => reference.split(',').at(1) ?? '')
    .filter(Boolean)
    .join('\n')
}

/** Infos of one alert may say the same in other languages: English counts, else what comes first. */
function distinctInfos(alert: XmlElement): XmlElement[] {
  const infos = alert.children.filter(({ name }) => name === 'info')
  const isEnglish = (info: XmlElement) => /^en/i.test(textOf(info, 'language') || 'en')
  const ordered = [...infos].sort((a, b) => Number(isEnglish(b)) - Number(isEnglish(a)))
  const first = new Map<string, XmlElement>()
  for (const info of ordered) {
    const key = JSON.stringify([
      ...['onset', 'effective', 'expires', 'severity', 'certainty'].map((name) =>
        textOf(info, name),
      ),
      ...partsOf(info).map(({ place, code }) => [place, code]),
    ])
    if (!first.has(key)) first.set(key, info)
  }
  return infos.filter((info) => [...first.values()].includes(info))
}

function fieldsOf(alert: XmlElement, info: XmlElement, part: AlertPart): [string, RawValue][] {
  const event = textOf(info, 'event') || 'Alert'
  const headline = textOf(info, 'headline') || event
  const severity = textOf(info, 'severity').toLowerCase()
  const isExercise = textOf(alert, 'status').toLowerCase() === 'exercise'
  const name = [isExercise ? `EXERCISE: ${headline}` : headline, part.description]
  return [
    ['restriction', `${event} (hazard)`],
    ['name', name.filter(Boolean).join(', ')],
    ['valid_from', textOf(info, 'onset') || textOf(info, 'effective') || textOf(alert, 'sent')],
    ['valid_to', textOf(info, 'expires')],
    ['effect', severity === 'extreme' ? 'closed' : null],
    ['speed_factor', severity === 'extreme' ? null : (SPEED_FACTORS[severity] ?? 0.75)],
    ['severity', SEVERITIES[severity] ?? 1],
    ['confidence', CONFIDENCES[textOf(info, 'certainty').toLowerCase()] ?? 0.5],
    ['source', textOf(info, 'senderName') || textOf(alert, 'sender')],
    ['radius_m', part.radiusMetres],
    ['admin1 code', part.code],
    ['admin2 code', part.code],
    ['admin1 name', part.areaName],
    ['admin2 name', part.areaName],
  ]
}

function filled(fields: readonly (readonly [string, RawValue])[]): Map<string, RawValue> {
  return new Map(fields.map(([heading, value]) => [heading, value === '' ? null : value]))
}
