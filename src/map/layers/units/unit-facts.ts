import { grouped } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { Base } from '#core/records/base.ts'
import type { Unit } from '#core/records/unit.ts'
import type { Facts } from '../layer-type.ts'
import type { Standing } from './standings.ts'

const BASE_KINDS: Readonly<Record<Base['kind'], string>> = {
  headquarters: 'Headquarters',
  cob: 'Company operating base',
  tob: 'Temporary operating base',
  scd: 'Standing combat deployment',
  teamSite: 'Team site',
  airfield: 'Airfield',
}

const ROLES: Readonly<Record<Unit['role'], string>> = {
  line: '',
  qrf: ', quick reaction',
  reserve: ', reserve',
  support: ', support',
}

const SHOWN_UNITS = 6

/** Who stands at a place, how many, and how full it is. Strength that is not known is said to be so. */
export function unitFacts(standing: Standing): Facts {
  const { base, units, name, position } = standing
  const kind = base ? BASE_KINDS[base.kind] : 'Posted in this COA'
  const room = base ? roomRow(base, standing) : null
  return {
    title: name,
    about: [kind, gridReference(position, 3)].filter(Boolean).join(' · '),
    rows: [
      ...units.slice(0, SHOWN_UNITS).map(unitRow),
      ...(units.length > SHOWN_UNITS
        ? [{ label: 'And', value: `${units.length - SHOWN_UNITS} more units` }]
        : []),
      ...(units.length > 1 ? [strengthRow(units)] : []),
      ...standing.posted.map(({ type, count }) => ({
        label: `Posted: ${type.name}`,
        value: grouped(count),
      })),
      ...elementRows(standing),
      ...(room ? [room.row] : []),
    ],
    warning: room?.isOver ? 'More than this base has room for.' : null,
    selection: {
      type: 'row',
      table: base ? 'bases' : 'communities',
      id: standing.placeId,
    },
  }
}

function unitRow({ name, echelon, role, strengthCount }: Unit): Facts['rows'][number] {
  const strength =
    strengthCount === null ? 'strength not known' : `${grouped(strengthCount)} people`
  return { label: name, value: `${echelon}${ROLES[role]} · ${strength}` }
}

function strengthRow(units: readonly Unit[]): Facts['rows'][number] {
  const known = units.flatMap(({ strengthCount }) => strengthCount ?? [])
  const unknownCount = units.length - known.length
  const people = grouped(known.reduce((sum, count) => sum + count, 0))
  if (known.length === 0) return { label: 'People', value: 'not known' }
  return {
    label: 'People',
    value: unknownCount > 0 ? `${people}, and ${unknownCount} of unknown strength` : people,
  }
}

function elementRows({ elements }: Standing): Facts['rows'] {
  if (elements.length === 0) return []
  const value = elements.map(({ type, count }) => `${grouped(count)} ${type.shortName}`).join(', ')
  return [{ label: 'Can be posted', value }]
}

function roomRow({ capacityUnits }: Base, { elements }: Standing) {
  const used = elements.reduce((sum, { type, count }) => sum + type.sizeUnits * count, 0)
  return {
    row: { label: 'Room used', value: `${grouped(used)} of ${grouped(capacityUnits)}` },
    isOver: used > capacityUnits,
  }
}
