import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import type { LonLat } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { Unit } from '#core/records/unit.ts'
import type { RawRecord } from '../../raw-table.ts'
import { slugOf } from '../cells/clean-text.ts'
import type { ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { type Located, locate, POSITION_FIELDS } from '../locate.ts'
import type { Sheet } from '../sheet.ts'
import { echelonOf, elementsOf, unitKindOf } from './geopko-elements.ts'

/** One row of a deployment map. */
type Deployment = {
  readonly record: RawRecord
  readonly position: LonLat
  readonly place: string
  /** Months since year 0 of the map it stands on. */
  readonly month: number
}

/** A map holds for this long if no later one replaces it. */
const LAST_MAP_MONTHS = 12

/**
 * UN deployment maps of Geo-PKO. A map is one month; what it shows holds until the next map, the last
 * one for a year. Rows at one position make one base, open from its first to its last map, and a unit
 * for as long as nothing about it changes. An empty strength is unknown, never zero. Places far from
 * the theatre, such as a guard in a neighbouring capital, are refused: no plan can move them on this ground.
 */
export const geopkoKind: ImportKind = {
  id: 'deployments',
  title: 'deployments',
  fields: [
    ...POSITION_FIELDS,
    { field: 'mission', aliases: ['mission'] },
    { field: 'year', aliases: ['year'] },
    { field: 'month', aliases: ['month'] },
    { field: 'place', aliases: ['location'] },
    { field: 'troops', aliases: ['no.troops'] },
    { field: 'battalion', aliases: ['battalion'] },
    { field: 'company', aliases: ['company'] },
    { field: 'platoon', aliases: ['platoon'] },
    { field: 'isInfantry', aliases: ['inf'] },
    { field: 'infantry', aliases: ['inf.no'] },
    { field: 'isPolice', aliases: ['fpu'] },
    { field: 'police', aliases: ['fpu.no'] },
    { field: 'engineers', aliases: ['eng'] },
    { field: 'medical', aliases: ['med'] },
    { field: 'aviation', aliases: ['avia'] },
    { field: 'signals', aliases: ['sig'] },
    { field: 'transport', aliases: ['trans'] },
    { field: 'observers', aliases: ['unmo.dummy'] },
    { field: 'headquarters', aliases: ['hq'] },
    ...Array.from({ length: 17 }, (_, index) => ({
      field: `contributor${index + 1}`,
      aliases: [`nameoftcc_${index + 1}`],
    })),
  ],
  needs: ['year', 'month', 'place', 'troops'],
  fit: (sheet) =>
    ['mission', 'month', 'place', 'troops', 'contributor1'].every(sheet.has) ? 1 : 0,
  read(sheet, ledger, context) {
    const deployments = locate(sheet, ledger, context).flatMap((located) => {
      const deployment = deploymentOf(sheet, located, ledger)
      return deployment ? [deployment] : []
    })
    const months = [...new Set(deployments.map(({ month }) => month))].sort((a, b) => a - b)
    const sites = sitesOf(deployments)
    const units = sites.flatMap((site) => unitsAt(sheet, site, months))
    const bases = sites.map((site) => baseOf(sheet, site, months, units))
    return { acceptedCount: deployments.length, rows: { bases, units }, batches: [] }
  },
}

type Site = {
  readonly id: string
  readonly name: string
  readonly deployments: readonly Deployment[]
}

function deploymentOf(
  sheet: Sheet,
  { record, position }: Located,
  ledger: Ledger,
): Deployment | null {
  const year = sheet.count(record, 'year')
  const month = sheet.count(record, 'month')
  const place = sheet.line(record, 'place')
  if (!year || !month || month > 12) {
    return ledger.refuse(record, 'date-missing', 'it does not say the year and month of its map')
  }
  if (place === '') return ledger.refuse(record, 'name-missing', 'it does not name a place')
  return { record, position, place, month: 12 * year + month - 1 }
}

/** Rows of one position, whatever the map of the day called it; the latest name counts. */
function sitesOf(deployments: readonly Deployment[]): Site[] {
  const byPosition = new Map<string, Deployment[]>()
  for (const deployment of deployments) {
    const key = deployment.position.map((degrees) => degrees.toFixed(5)).join(' ')
    const list = byPosition.get(key) ?? []
    byPosition.set(key, list)
    list.push(deployment)
  }
  const taken = new Set<string>()
  return [...byPosition.values()].map((list) => {
    const inOrder = list.sort((a, b) => a.month - b.month)
    const name = inOrder.at(-1)?.place ?? ''
    let id = `base-${slugOf(name)}`
    for (let n = 2; taken.has(id); n++) id = `base-${slugOf(name)}-${n}`
    taken.add(id)
    return { id, name, deployments: inOrder }
  })
}

function unitsAt(sheet: Sheet, site: Site, months: readonly number[]): Unit[] {
  const units: Unit[] = []
  let [content, endsAt] = ['', -1]
  for (const { record, month } of site.deployments) {
    const unit = unitOf(sheet, site, record)
    const same = JSON.stringify(unit)
    const validTo = endOf(month, months)
    const last = units.at(-1)
    if (last && same === content && endsAt === month) {
      units[units.length - 1] = { ...last, validTo: instantOfMonth(validTo) }
    } else {
      const id = `unit-${site.id.slice(5)}-${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
      const isRepeat = units.some((other) => other.id === id)
      const [validFrom, until] = [instantOfMonth(month), instantOfMonth(validTo)]
      units.push({
        ...unit,
        id: isRepeat ? `${id}-${units.length}` : id,
        validFrom,
        validTo: until,
      })
    }
    content = same
    endsAt = validTo
  }
  return units
}

function unitOf(sheet: Sheet, site: Site, record: RawRecord): Unit {
  const contributors = Array.from({ length: 17 }, (_, index) =>
    sheet.line(record, `contributor${index + 1}`),
  ).filter(Boolean)
  const kind = unitKindOf(sheet, record)
  const mission = sheet.line(record, 'mission')
  return {
    id: '',
    name: `${mission} at ${site.name}`,
    contributor: contributors.length > 0 ? contributors.join(', ') : null,
    kind,
    echelon: echelonOf(sheet, record),
    role: kind === 'infantry' || kind === 'fpu' ? 'line' : 'support',
    baseId: site.id,
    parentId: null,
    strengthCount: kind === 'observers' ? null : sheet.count(record, 'troops'),
    elements: elementsOf(sheet, record),
    validFrom: null,
    validTo: null,
  }
}

function baseOf(sheet: Sheet, site: Site, months: readonly number[], units: readonly Unit[]): Base {
  const [first] = site.deployments
  const last = site.deployments.at(-1)
  const most = units
    .filter(({ baseId }) => baseId === site.id)
    .reduce((size, { elements }) => Math.max(size, sizeOf(elements)), 0)
  return {
    id: site.id,
    name: site.name,
    position: first!.position,
    kind: baseKindOf(sheet, site),
    capacityUnits: Math.max(10, Math.ceil(1.25 * most)),
    validFrom: instantOfMonth(first!.month),
    validTo: instantOfMonth(endOf(last!.month, months)),
  }
}

function sizeOf(elements: Unit['elements']): number {
  const sizeOfType = new Map(DEFAULT_RESOURCE_TYPES.map(({ id, sizeUnits }) => [id, sizeUnits]))
  return elements.reduce((sum, { typeId, count }) => sum + count * (sizeOfType.get(typeId) ?? 0), 0)
}

function baseKindOf(sheet: Sheet, { name, deployments }: Site): Base['kind'] {
  const some = (field: string, least: number) =>
    deployments.some(({ record }) => (sheet.number(record, field) ?? 0) >= least)
  if (some('headquarters', 2)) return 'headquarters'
  if (/airport|airfield/i.test(name)) return 'airfield'
  if (some('company', 1) || some('battalion', 1)) return 'cob'
  return some('troops', 1) ? 'tob' : 'teamSite'
}

function endOf(month: number, months: readonly number[]): number {
  return months.find((later) => later > month) ?? month + LAST_MAP_MONTHS
}

function instantOfMonth(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01T00:00:00Z`
}
