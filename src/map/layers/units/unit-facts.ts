import { grouped } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import { BASE_KIND_NAMES } from '#core/record-names.ts'
import type { Base } from '#core/records/base.ts'
import type { Unit } from '#core/records/unit.ts'
import type { Facts } from '../layer-type.ts'
import type { Standing } from './standings.ts'

const SHOWN_UNITS = 5

/**
 * Who stands at a place, how many, and how full it is. Strength that is not known is said to be so.
 *
 * @param roadFault what is the matter with its way to the roads.
 */
export function unitFacts(standing: Standing, roadFault: string | null = null): Facts {
  const { base, units, name, position } = standing
  const kind = base ? BASE_KIND_NAMES[base.kind] : 'Posted in this COA'
  const room = base ? roomRow(base, standing) : null
  return {
    title: name,
    about: [kind, unitsText(units.length), gridReference(position, 3)].filter(Boolean).join(' · '),
    rows: [
      ...(units.length === 1 ? units.map(onlyUnitRow) : shownUnits(units).map(unitRow)),
      ...(units.length > SHOWN_UNITS ? [{ label: 'Others', value: othersText(units) }] : []),
      ...(units.length > 1 ? [strengthRow(units)] : []),
      ...standing.posted.map(({ type, count }) => ({
        label: `Posted: ${type.name}`,
        value: grouped(count),
      })),
      ...elementRows(standing),
      ...(room ? [room.row] : []),
    ],
    warning: room?.isOver ? 'More than this base has room for.' : roadFault,
    selection: {
      type: 'row',
      table: base ? 'bases' : 'communities',
      id: standing.placeId,
    },
  }
}

/** All of few; of many the first, with the number of the others. */
function shownUnits(units: readonly Unit[]): readonly Unit[] {
  return units.length <= SHOWN_UNITS ? units : units.slice(0, SHOWN_UNITS - 1)
}

function unitsText(count: number): string {
  if (count === 0) return 'no units'
  return count === 1 ? '' : `${count} units`
}

function othersText(units: readonly Unit[]): string {
  return `${units.length - SHOWN_UNITS + 1} units`
}

function unitRow({ name, strengthCount }: Unit): Facts['rows'][number] {
  return { label: name, value: strengthCount === null ? 'not known' : grouped(strengthCount) }
}

function onlyUnitRow(unit: Unit): Facts['rows'][number] {
  const row = unitRow(unit)
  return unit.strengthCount === null ? row : { ...row, value: `${row.value} people` }
}

function strengthRow(units: readonly Unit[]): Facts['rows'][number] {
  const known = units.flatMap(({ strengthCount }) => strengthCount ?? [])
  const unknownCount = units.length - known.length
  const people = grouped(known.reduce((sum, count) => sum + count, 0))
  if (known.length === 0) return { label: 'All people', value: 'not known' }
  return {
    label: 'All people',
    value: unknownCount > 0 ? `${people} and ${unknownCount} unknown` : people,
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
