import type { Restriction, RestrictionEffect } from '#core/records/restriction.ts'
import type { RawGeometry } from '../../raw-table.ts'
import { column, type ExportCell, pointAt, polygonsOf } from '../export-table.ts'
import { type ExportLayer, ROW_ID, registerTables } from './layer.ts'

const EFFECTS: Readonly<Record<RestrictionEffect['type'], string>> = {
  closed: 'closed',
  escortOnly: 'escort only',
  speedFactor: 'speed factor',
  delay: 'delay',
  massLimit: 'mass limit',
  footOnly: 'foot only',
  classLimit: 'class limit',
  dayOnly: 'day only',
}

/** What keeps people from moving; who reported it never leaves. */
export const restrictionsLayer: ExportLayer = {
  id: 'restrictions',
  title: 'Access restrictions',
  reported: 'a restriction',
  tablesOf: (source) =>
    registerTables(
      source,
      { id: 'restrictions', title: 'Access restrictions', sensitivity: 'moderate' },
      {
        styledBy: 'restriction',
        columns: [
          ROW_ID,
          column('restriction', 'text', { short: 'constraint' }),
          column('name', 'text'),
          column('effect', 'text'),
          column('delay_min', 'number'),
          column('speed_factor', 'number', { short: 'factor' }),
          column('max_tonnes', 'number'),
          column('severity', 'number'),
          column('radius_m', 'number'),
          column('confidence', 'number'),
          column('valid_from', 'date'),
          column('valid_to', 'date'),
          column('months', 'text'),
          column('hours', 'text'),
          column('max_load_class', 'number', { short: 'mlc' }),
          column('last_verified', 'date', { short: 'verified', role: 'verifiedAt' }),
        ],
        rows: [...source.contents.document.tables.restrictions.values()]
          .filter(({ shockId }) => shockId === null)
          .map((restriction) => ({
            cells: cellsOf(restriction),
            geometry: geometryOf(restriction),
          })),
      },
    ),
}

function cellsOf(restriction: Restriction): ExportCell[] {
  const { effect, geometry, months } = restriction
  return [
    restriction.id,
    restriction.kind,
    restriction.name,
    EFFECTS[effect.type],
    'delayMinutes' in effect ? effect.delayMinutes : null,
    effect.type === 'speedFactor' ? effect.factor : null,
    effect.type === 'massLimit' ? effect.maxTonnes : null,
    restriction.severity,
    geometry.type === 'point' ? geometry.radiusMetres : null,
    restriction.confidenceShare,
    restriction.validFrom,
    restriction.validTo,
    months === null ? null : months.length === 0 ? 'none' : `months ${months.join(' ')}`,
    hoursText(restriction.hours),
    effect.type === 'classLimit' ? effect.maxLoadClass : null,
    restriction.lastVerifiedAt,
  ]
}

/** `19:00-06:00`, local time. */
function hoursText(hours: Restriction['hours']): string | null {
  return hours && `${clockText(hours.fromMinute)}-${clockText(hours.toMinute)}`
}

function clockText(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

function geometryOf({ geometry }: Restriction): RawGeometry {
  if (geometry.type === 'point') return pointAt(geometry.position)
  if (geometry.type === 'segment') return { type: 'lines', lines: [geometry.line] }
  return polygonsOf([geometry.polygon])
}
