import { extentOf } from '#core/geo/polygon.ts'
import type { Zone } from '#core/records/zone.ts'
import type { ZoneStatistics } from '../zone-statistics.ts'
import { GAPS } from './gaps.ts'
import { ISLANDS } from './islands.ts'
import { NO_BASE } from './no-base.ts'
import { NOBODY } from './nobody.ts'
import { OUTSIDE_PARENT } from './outside-parent.ts'
import { OVERLAPS } from './overlaps.ts'
import { OVERLOADED } from './overloaded.ts'
import type { DrawnZones, GroundKind, LiveKind, Severity, ZoneProblem } from './problem.ts'
import { RESTRICTED } from './restricted.ts'
import { SELF_CROSSING } from './self-crossing.ts'
import { UNASSIGNED } from './unassigned.ts'
import { UNKNOWN_NEED } from './unknown-need.ts'

const GROUND_KINDS: readonly GroundKind[] = [
  SELF_CROSSING,
  OVERLAPS,
  OUTSIDE_PARENT,
  UNASSIGNED,
  ISLANDS,
  GAPS,
]

const LIVE_KINDS: readonly LiveKind[] = [OVERLOADED, NO_BASE, NOBODY, RESTRICTED, UNKNOWN_NEED]

/** What outlines and ground tell; for a worker: routes within each zone take some 50 ms. */
export function groundProblems(drawn: DrawnZones): ZoneProblem[] {
  return GROUND_KINDS.flatMap(({ find }) => find(drawn))
}

/** What statistics tell of a zone; for every move of the pointer. */
export function liveProblems(zone: Zone, statistics: ZoneStatistics): ZoneProblem[] {
  return LIVE_KINDS.flatMap(({ kind, find }) => {
    const told = find(zone, statistics)
    if (!told) return []
    const extent = extentOf([zone.outline])
    return [{ ...told, id: `${kind}:${zone.id}`, kind, zoneId: zone.id, extent }]
  })
}

const RANK: Readonly<Record<Severity, number>> = { bad: 0, watch: 1, unknown: 2 }
const ORDER = [
  ...['selfCrossing', 'overlap', 'outsideParent', 'overloaded', 'noBase', 'island', 'unassigned'],
  ...['gap', 'beyond', 'restricted', 'unknownNeed', 'nobody'],
]

/** The worst first; among equals by kind, then the greater figure, then by id. */
export function worstFirst(problems: readonly ZoneProblem[]): ZoneProblem[] {
  return [...problems].sort(
    (a, b) =>
      RANK[a.severity] - RANK[b.severity] ||
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
      (b.figure || 0) - (a.figure || 0) ||
      (a.id < b.id ? -1 : 1),
  )
}
