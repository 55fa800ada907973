import { type Columns, categoryColumn, numberColumn } from '#core/columns/columns.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import { hasGeometry, type RawRecord } from '../../raw-table.ts'
import type { ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { hasPositions, type Located, locate, POSITION_FIELDS } from '../locate.ts'
import { batchOf } from '../provenance.ts'
import type { Sheet } from '../sheet.ts'

/** A fix: who, where and when. */
type Fix = { readonly record: RawRecord; readonly position: LonLat; readonly epochMinutes: number }

/** Fixes in the order in which they were passed, never back in time. */
type Track = { readonly fixes: Fix[] }

/** Between two fixes further apart than this nobody knows the way. */
const JUMP_METRES = 50_000

/** Patrol tracks, a row a fix: a logger's points, or a list of positions with times. */
export const patrolsKind: ImportKind = {
  id: 'patrols',
  title: 'patrol tracks',
  fields: [
    ...POSITION_FIELDS,
    {
      field: 'track',
      aliases: [
        'track',
        'track_id',
        'trackid',
        'patrol',
        'patrol_id',
        'callsign',
        'patrouille',
        'patrulla',
        'patrulha',
      ],
    },
    { field: 'patrolType', aliases: ['patrol_type', 'patrol_typ'] },
    { field: 'patrolBase', aliases: ['patrol_base', 'patrol_bas'] },
    {
      field: 'teamSize',
      holds: 'count',
      aliases: ['team_size', 'patrol_size', 'personnel', 'crew_size', 'patrol_strength', 'pax'],
    },
    { field: 'segment', aliases: ['segment', 'track_seg_id', 'leg', 'part'] },
    {
      field: 'time',
      holds: 'date',
      aliases: ['time', 'timestamp', 'datetime', 'date_time', 'utc', 'heure', 'hora', 'date'],
    },
  ],
  needs: ['time'],
  fit: (sheet) => {
    const isOfPoints =
      !hasGeometry(sheet.table) ||
      sheet.table.records.every(({ geometry }) => geometry?.type === 'points')
    const hasAll = sheet.has('track') && sheet.has('time') && hasPositions(sheet)
    return isOfPoints && hasAll ? 0.94 : 0
  },
  read(sheet, ledger, context) {
    const tracks = new Map<string, Fix[]>()
    let acceptedCount = 0
    for (const located of locate(sheet, ledger, context)) {
      const fix = fixOf(sheet, located, ledger)
      if (!fix) continue
      acceptedCount++
      const key = `${sheet.text(fix.record, 'track')}\n${sheet.text(fix.record, 'segment')}`
      const fixes = tracks.get(key)
      if (fixes) fixes.push(fix)
      else tracks.set(key, [fix])
    }
    if (acceptedCount === 0) return { acceptedCount, rows: {}, batches: [] }
    const pieces = [...tracks.values()].flatMap((fixes) => piecesOf(fixes, sheet, ledger))
    const latest = pieces.reduce((last, { fixes }) => Math.max(last, endOf(fixes)), -Infinity)
    const batch = batchOf(
      { kind: 'patrols', title: 'Patrols', sensitivity: 'high', asOfEpochMinutes: latest },
      columnsOf(pieces, sheet),
      { sheet, context },
    )
    return { acceptedCount, rows: {}, batches: [batch] }
  },
}

function fixOf(sheet: Sheet, { record, position }: Located, ledger: Ledger): Fix | null {
  const date = sheet.date(record, 'time')
  if ('code' in date) return ledger.refuse(record, date.code, date.why)
  if (date.errorDays > 0) {
    return ledger.refuse(record, 'time-missing', 'a track needs the time of day, not a month')
  }
  return { record, position, epochMinutes: date.epochMinutes }
}

/**
 * A track broken where it goes back in time or leaps: the way between is not known. Tracks that say what
 * patrol they are, such as one by air, may leap.
 */
function piecesOf(fixes: readonly Fix[], { table, has }: Sheet, ledger: Ledger): Track[] {
  const pieces: Track[] = []
  const maxMetres = has('patrolType') || has('patrolBase') ? Number.POSITIVE_INFINITY : JUMP_METRES
  fixes.forEach((fix, i) => {
    const before = fixes[i - 1]
    const why = before ? breakBetween(before, fix, table.lineNoun, maxMetres) : null
    if (why) ledger.warn(fix.record, why.code, why.why)
    if (!before || why) pieces.push({ fixes: [fix] })
    else pieces.at(-1)!.fixes.push(fix)
  })
  return pieces
}

function breakBetween(before: Fix, fix: Fix, noun: string, maxMetres: number) {
  if (fix.epochMinutes < before.epochMinutes) {
    const minutes = Math.round(before.epochMinutes - fix.epochMinutes)
    const why = `it is ${minutes} minutes before ${noun} ${before.record.line}; the track is broken there`
    return { code: 'time-backwards', why }
  }
  const metres = metresBetweenDegrees(...before.position, ...fix.position)
  if (metres <= maxMetres) return null
  const why = `it lies ${Math.round(metres / 1000)} km from ${noun} ${before.record.line}; the track is broken there`
  return { code: 'track-jump', why }
}

function endOf(fixes: readonly Fix[]): number {
  return fixes.at(-1)!.epochMinutes
}

/** As the first fix that says so has it; none of 0, for somebody carried the device. */
function teamSizeOf(fixes: readonly Fix[], sheet: Sheet): number | null {
  for (const { record } of sheet.has('teamSize') ? fixes : []) {
    const count = sheet.count(record, 'teamSize')
    if (count !== null && count > 0) return count
  }
  return null
}

function columnsOf(pieces: readonly Track[], sheet: Sheet): Columns {
  const all = pieces.flatMap(({ fixes }) => fixes)
  const offsets = new Uint32Array(pieces.length + 1)
  pieces.forEach(({ fixes }, row) => {
    offsets[row + 1] = offsets[row]! + fixes.length
  })
  const labels = (field: string) =>
    categoryColumn(
      pieces.map(({ fixes }) => (fixes[0] && sheet.line(fixes[0].record, field)) || null),
    )
  const teams = pieces.map(({ fixes }) => teamSizeOf(fixes, sheet))
  const isTold = teams.some((count) => count !== null)
  return {
    rowCount: pieces.length,
    geometry: {
      type: 'lines',
      positions: Float64Array.from(all.flatMap(({ position }) => position)),
      offsets,
      vertexEpochMinutes: Float64Array.from(all, ({ epochMinutes }) => epochMinutes),
    },
    fields: {
      startedEpochMinutes: numberColumn(pieces.map(({ fixes }) => fixes[0]!.epochMinutes)),
      endedEpochMinutes: numberColumn(pieces.map(({ fixes }) => endOf(fixes))),
      type: labels('patrolType'),
      baseId: labels('patrolBase'),
      ...(isTold ? { teamPeopleCount: numberColumn(teams) } : {}),
    },
  }
}
