import { type Issue, issue, type Result, refuse } from '#core/issue.ts'
import { decodeText } from '../bytes/decode-text.ts'
import type { GeometryReading } from '../geometry/read-geometry.ts'
import { addText, type Fingerprint, restart } from '../import/fingerprint.ts'
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
}

/**
 * Alerts, one or a feed of them: a record for the outline of each area and for each of its circles and
 * place codes. Translations of an info are passed over. Which alerts an update, a cancellation or an
 * all-clear ends stands in the column `ends_alerts`. A message is known by its sender, its identifier and
 * when it was sent, all three; only the sender of an alert can end it.
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
  const rows: PlacedRow[] = []
  const issues: Issue[] = []
  for (const alert of alerts) {
    const line = rows.length
    rows.push(...rowsOf(alert))
    const { foreign } = referencesOf(alert)
    if (foreign.length === 0 || textOf(alert, 'msgType').toLowerCase() === 'cancel') continue
    const message = `Alert ${line}: it names an alert of ${foreign[0]}, which only that sender can end; that one still holds.`
    issues.push(issue('warning', 'alert-foreign', message, { file, line }))
  }
  return tableOfPlaces({ file, format: 'CAP', lineNoun: 'alert', issues }, rows)
}

function rowsOf(alert: XmlElement): PlacedRow[] {
  const type = textOf(alert, 'msgType').toLowerCase()
  const { ended, foreign } = referencesOf(alert)
  const id = messageId(textOf(alert, 'sender'), textOf(alert, 'identifier'), textOf(alert, 'sent'))
  const base = (message: string): [string, RawValue][] => [
    ['restriction_id', id],
    ['message', message],
    ['restriction', type],
    ['sent', textOf(alert, 'sent')],
    ['ends_alerts', ended.join('\n')],
  ]
  const refused = (code: string, why: string): PlacedRow => ({
    fields: filled(base(type)),
    place: { fault: { code, why } },
  })
  const fault = faultOf(alert, type)
  if (fault) return [refused(fault.code, fault.why)]
  if (type === 'cancel') {
    if (ended.length > 0 || foreign.length === 0)
      return [{ fields: filled(base(type)), place: null }]
    const why = `it takes back an alert of ${foreign[0]}, which only that sender can do`
    return [refused('alert-foreign', why)]
  }
  const infos = distinctInfos(alert)
  const over = infos.flatMap((info) => overBy(info) ?? [])
  if (over[0] && over.length === infos.length) {
    return [{ fields: filled(base(over[0].message)), place: null }]
  }
  const parts = infos
    .filter((info) => overBy(info) === null)
    .flatMap((info) => partsOf(info).map((part) => ({ info, part })))
  const left = over.map(({ why }) =>
    refused('alert-over', `a part of it is no restriction: ${why}`),
  )
  if (parts.length === 0) return [refused('geometry-missing', 'it names no area'), ...left]
  const rows = parts.map(({ info, part }, index): PlacedRow => {
    const own = index === 0 || id === '' ? id : `${id}-area-${index + 1}`
    const fields = [...base(type).slice(1), ...fieldsOf(alert, info, part)]
    return { fields: filled([['restriction_id', own], ...fields]), place: part.place }
  })
  return [...rows, ...left]
}

/** Why an info says that nothing is, or hardly will be, the matter; null if something is. */
function overBy(info: XmlElement): { readonly message: string; readonly why: string } | null {
  const says = (name: string, value: string) =>
    info.children.some((child) => child.name === name && child.text.toLowerCase() === value)
  if (says('responseType', 'allclear')) {
    return { message: 'allclear', why: 'it gives the all-clear' }
  }
  if (says('urgency', 'past')) return { message: 'past', why: 'its urgency is Past' }
  if (says('certainty', 'unlikely')) {
    return { message: 'unlikely', why: 'its certainty is Unlikely' }
  }
  return null
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

/** What `references` names, "sender,identifier,sent" each: messages of the same sender, and the other senders. */
function referencesOf(alert: XmlElement): {
  readonly ended: readonly string[]
  readonly foreign: readonly string[]
} {
  const own = textOf(alert, 'sender')
  const triples = textOf(alert, 'references')
    .split(/\s+/)
    .map((reference) => reference.split(','))
    .filter(([, identifier]) => identifier)
  return {
    ended: triples
      .filter(([sender]) => sender === own)
      .map(([sender = '', identifier = '', sent = '']) => messageId(sender, identifier, sent)),
    foreign: triples.map(([sender = '']) => sender).filter((sender) => sender !== own),
  }
}

/** One name for what a message is known by; '' where it has no identifier. */
function messageId(sender: string, identifier: string, sent: string): string {
  if (identifier === '') return ''
  const print: Fingerprint = { high: 0, low: 0 }
  restart(print)
  for (const text of [sender, identifier, instantKey(sent)]) addText(print, text)
  const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0')
  return `${identifier.slice(0, 80)} ${hex(print.high)}${hex(print.low)}`
}

/** The same for one instant in two time zones. */
function instantKey(sent: string): string {
  const epoch = /^\d{4}-\d\d-\d\dT/.test(sent) ? Date.parse(sent) : Number.NaN
  return Number.isNaN(epoch) ? sent : String(epoch)
}

/** Infos of one alert may say the same in other languages: English counts, else what comes first. */
function distinctInfos(alert: XmlElement): XmlElement[] {
  const infos = alert.children.filter(({ name }) => name === 'info')
  const isEnglish = (info: XmlElement) => /^en/i.test(textOf(info, 'language') || 'en')
  const ordered = [...infos].sort((a, b) => Number(isEnglish(b)) - Number(isEnglish(a)))
  const first = new Map<string, XmlElement>()
  for (const info of ordered) {
    const key = JSON.stringify([
      ...['onset', 'effective', 'expires', 'severity', 'certainty', 'urgency', 'responseType'].map(
        (name) => textOf(info, name),
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
