import type { OperationDocument } from '../../document.ts'
import type { MultiPolygon } from '../../place.ts'
import type { Zone } from '../../records/zone.ts'
import { isOtherGround } from '../../zoning/ground-outside.ts'
import { zonesNear } from '../../zoning/near-zones.ts'
import type { Ground } from '../../zoning/rezone.ts'
import { rowAt, rowsOfScenario } from '../row-fault.ts'
import { idsOf } from './add-zone.ts'
import { type Attempt, type NewIds, rezoned, triedCommand } from './zone-command.ts'
import { globeFault, lockedZone } from './zone-guard.ts'

export type GroundGiven = NewIds & {
  readonly id: string
  readonly ground: MultiPolygon
  /** How the history says it. */
  readonly note: string
}

/** Gives a zone ground, such as what was painted: nobody’s, and that of others save locked ones. */
export const giveGround = triedCommand<GroundGiven & { readonly isFreeOnly?: boolean }>({
  id: 'zone.give',
  title: 'Give ground to a zone',

  attempt(document, args) {
    const isTaken = (holders: readonly Zone[]) =>
      holders.some(({ isLocked }) => isLocked) || (args.isFreeOnly === true && holders.length > 0)
    return regrounded(document, args, (zone, kind, { holders, shapes }) => {
      if (kind !== zone.kind || shapes.size === 0 || isTaken(holders)) return idsOf(holders)
      return [zone.id]
    })
  },
})

/** Takes ground from a zone: a hole in it, a bite from its border. What lies in it loses it too. */
export const takeGround = triedCommand<GroundGiven>({
  id: 'zone.take',
  title: 'Take ground from a zone',

  attempt: (document, args) =>
    regrounded(document, args, (zone, _, { holders, shapes }) =>
      idsOf(holders).filter((id) => shapes.size === 0 || id !== zone.id),
    ),
})

/** Leaves of a zone what lies in the given ground, such as a county or the theatre. */
export const clipZone = triedCommand<GroundGiven>({
  id: 'zone.clip',
  title: 'Clip zone',

  attempt: (document, args) =>
    regrounded(document, args, (zone, _, { holders, shapes }) =>
      idsOf(holders).filter((id) => shapes.size > 0 || id !== zone.id),
    ),
})

/** Fills the holes of a zone with ground that no other of its kind has. */
export const fillHoles = triedCommand<{ readonly id: string }>({
  id: 'zone.fillHoles',
  title: 'Fill holes',

  attempt(document, { id }) {
    const zone = document.tables.zones.get(id)
    if (!zone) return 'That zone is no longer there.'
    const holes = zone.outline.slice(1).map((ring) => [ring])
    if (holes.length === 0) return `${zone.name} has no holes.`
    const args = {
      id,
      ground: holes,
      note: `Fill holes of ${zone.name}`,
      idle: `What lies in the holes of ${zone.name} belongs to other zones.`,
    }
    return regrounded(document, args, (_, kind, { holders, shapes }) =>
      kind === zone.kind && shapes.size > 0 && holders.length === 0 ? [id] : idsOf(holders),
    )
  },
})

function regrounded(
  document: OperationDocument,
  { id, ground, note, newIds = [], idle }: GroundGiven & { readonly idle?: string },
  takersOf: (zone: Zone, kind: Zone['kind'], ground: Ground) => readonly string[],
): Attempt {
  if (!document.tables.zones.has(id)) return 'That zone is no longer there.'
  const zone = rowAt(document, 'zones', id)
  const locked = lockedZone(zone)
  const fault = locked ?? globeFault(ground.flat(2))
  if (fault) return fault
  if (ground.length === 0) return 'There is no ground to give or take.'
  const all = rowsOfScenario(document, 'zones', zone.scenarioId)
  const change = rezoned(
    document,
    {
      zones: zonesNear(all, [zone.outline, ...ground]),
      shapes: ground.map((polygon) => [polygon]),
      touchedIds: new Set([id]),
      takersOf: (kind, there) => takersOf(zone, kind, there),
    },
    { note, newIds },
  )
  if (typeof change === 'string') return change
  const own = change.rows
    .flatMap((row) => (row.table === 'zones' && row.after ? [row.after] : []))
    .find((after) => after.id === id)
  const isIdle = !own || !isOtherGround(zone.outline, own.outline)
  return isIdle ? (idle ?? `That changes nothing of ${zone.name}.`) : change
}
