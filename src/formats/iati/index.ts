import { type Issue, issue, type Result, refuse } from '#core/issue.ts'
import { decodeText } from '../bytes/decode-text.ts'
import { type GeometryReading, readGeometry } from '../geometry/read-geometry.ts'
import type { RawTable, RawValue, SourceFile } from '../raw-table.ts'
import { tableOfPlaces } from '../rows/table-of-places.ts'
import { numberIn } from '../xml/number-in.ts'
import { childOf, readXml, textOf, type XmlElement } from '../xml/read-xml.ts'
import { sectorOf } from './sectors.ts'

/** By `activity-status`; what was finished or closed is completed, what was cancelled rests. */
const STATUSES: Readonly<Record<string, string>> = {
  1: 'planned',
  2: 'active',
  3: 'completed',
  4: 'completed',
  5: 'suspended',
  6: 'suspended',
}
/** An approximate location is somewhere in its district. */
const APPROXIMATE_METRES = 25_000

/**
 * The activities of an IATI file, a record each: budgets in US dollars are added up, others are named
 * and left out. An activity at several places keeps all of them; a project lies in their middle, with a
 * radius that holds them all.
 *
 * @source IATI activity standard 2.03; the same elements of 2.01 and 2.02, and the plain texts of 1.0x.
 */
export function readIati({ name: file, bytes }: SourceFile): Result<RawTable> {
  const read = readXml(decodeText(bytes).text, file)
  if (!read.ok) return read
  const activities = childrenOf(read.value, 'iati-activity')
  if (activities.length === 0) {
    return refuse(issue('error', 'no-rows', `${file} holds no activity.`, { file }))
  }
  const issues: Issue[] = []
  const rows = activities.map((activity, line) => {
    const { usd, leftOut, unread } = budgetOf(activity)
    if (unread.length > 0) {
      const message = `Activity ${line}: its budget "${unread[0]!.slice(0, 40)}" is no amount and was left out.`
      issues.push(issue('warning', 'cost-unread', message, { file, line }))
    }
    if (leftOut.length > 0) {
      const message = `Activity ${line}: its budget in ${leftOut.join(', ')} was left out; only US dollars are added up.`
      issues.push(issue('warning', 'currency-unread', message, { file, line }))
    }
    return { fields: fieldsOf(activity, usd), place: placeOf(activity) }
  })
  return tableOfPlaces({ file, format: 'IATI', lineNoun: 'activity', issues }, rows)
}

function fieldsOf(activity: XmlElement, usd: number | null): Map<string, RawValue> {
  const locations = childrenOf(activity, 'location')
  const isRough = locations.some((location) => codeOf(location, 'exactness') === '2')
  const implementers = childrenOf(activity, 'participating-org').filter(({ attributes }) =>
    /^(4|implementing)$/i.test(attributes.get('role') ?? ''),
  )
  const area = locations.find((location) => pointsOf(location).length === 0) ?? null
  const areaName = area ? narrativeOf(childOf(area, 'name')) : ''
  const fields: [string, RawValue][] = [
    ['iati_identifier', textOf(activity, 'iati-identifier')],
    ['project_title', narrativeOf(childOf(activity, 'title'))],
    ['organisation', narrativeOf(implementers[0] ?? childOf(activity, 'reporting-org'))],
    ['sector', mainSectorOf(activity)],
    ['status', STATUSES[codeOf(activity, 'activity-status')] ?? ''],
    ['budget_usd', usd],
    ['start_date', dateOf(activity, ['2', 'start-actual', '1', 'start-planned'])],
    ['end_date', dateOf(activity, ['4', 'end-actual', '3', 'end-planned'])],
    ['position_error_m', isRough ? APPROXIMATE_METRES : null],
    ['admin1 code', area ? administrativeOf(area, '1') : null],
    ['admin2 code', area ? administrativeOf(area, '2') : null],
    ['admin1 name', areaName],
    ['admin2 name', areaName],
  ]
  return new Map(fields.map(([heading, value]) => [heading, value === '' ? null : value]))
}

/** Null: it has no point; its area may be known. */
function placeOf(activity: XmlElement): GeometryReading | null {
  const points = childrenOf(activity, 'location').flatMap(pointsOf)
  if (points.length === 0) return null
  return points.length === 1 ? readGeometry('Point', points[0]) : readGeometry('MultiPoint', points)
}

/** "latitude longitude" in a point's pos, or two attributes before version 2. */
function pointsOf(location: XmlElement): (readonly unknown[])[] {
  const pos = textOf(childOf(location, 'point'), 'pos')
  const old = childOf(location, 'coordinates')?.attributes
  const [lat, lon] =
    pos === '' ? [old?.get('latitude'), old?.get('longitude')] : pos.split(/[\s,]+/)
  return lat === undefined || lon === undefined ? [] : [[numberIn(lon), numberIn(lat)]]
}

function administrativeOf(location: XmlElement, level: string): string | null {
  const found = childrenOf(location, 'administrative').find(
    ({ attributes }) => attributes.get('level') === level,
  )
  return found?.attributes.get('code') ?? null
}

/** The sector with the largest share of the activity among those whose code is known. */
function mainSectorOf(activity: XmlElement): string {
  const known = childrenOf(activity, 'sector')
    .map(({ attributes }) => ({
      sector: sectorOf(attributes.get('code') ?? '', attributes.get('vocabulary') ?? ''),
      share: Number(attributes.get('percentage') ?? 100) || 0,
    }))
    .filter(({ sector }) => sector !== '')
    .sort((a, b) => b.share - a.share)
  return known[0]?.sector ?? ''
}

/** Revised budgets where there are any, since they take the place of the original ones. */
function budgetOf(activity: XmlElement): {
  readonly usd: number | null
  readonly leftOut: string[]
  /** Texts that are no amounts. */
  readonly unread: string[]
} {
  const all = childrenOf(activity, 'budget')
  const revised = all.filter(({ attributes }) => attributes.get('type') === '2')
  const unread: string[] = []
  const values = (revised.length > 0 ? revised : all).flatMap((budget) => {
    const value = childOf(budget, 'value')
    const amount = numberIn(value?.text.replaceAll(',', '') ?? '')
    const currency =
      value?.attributes.get('currency') ?? activity.attributes.get('default-currency') ?? ''
    if (typeof amount === 'number') return [{ amount, currency: currency.toUpperCase() }]
    if (amount !== '') unread.push(amount)
    return []
  })
  const dollars = values.filter(({ currency }) => currency === 'USD')
  const others = values.filter(({ currency }) => currency !== 'USD')
  return {
    usd: dollars.length === 0 ? null : dollars.reduce((sum, { amount }) => sum + amount, 0),
    leftOut: [...new Set(others.map(({ currency }) => currency.slice(0, 10) || 'no currency'))],
    unread,
  }
}

function dateOf(activity: XmlElement, types: readonly string[]): string | null {
  const dates = childrenOf(activity, 'activity-date')
  for (const type of types) {
    const found = dates.find(({ attributes }) => attributes.get('type') === type)
    const day = found?.attributes.get('iso-date')
    if (day) return day
  }
  return null
}

/** English where there are several languages, else the first. */
function narrativeOf(element: XmlElement | null): string {
  const narratives = element ? childrenOf(element, 'narrative') : []
  const english = narratives.find(({ attributes }) => attributes.get('lang') === 'en')
  return (english ?? narratives[0] ?? element)?.text ?? ''
}

function codeOf(element: XmlElement, name: string): string {
  return childOf(element, name)?.attributes.get('code') ?? ''
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name)
}
