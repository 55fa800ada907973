import { ZONE_KINDS, type Zone } from '../records/zone.ts'

/** 0 for a sector, then down. */
export function levelOf(kind: Zone['kind']): number {
  return ZONE_KINDS.indexOf(kind)
}

/** Zones that lie in a zone directly. */
export function childrenOf(zones: Iterable<Zone>, id: string): Zone[] {
  return [...zones].filter(({ parentId }) => parentId === id)
}

/** The zone itself and all that lie in it, at any depth. */
export function withDescendants(zones: readonly Zone[], id: string): Zone[] {
  return zones.flatMap((zone) =>
    zone.id === id
      ? [zone]
      : zone.parentId === id && zone.id !== id
        ? withDescendants(zones, zone.id)
        : [],
  )
}
