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

/** Zones as an outline lists them: each before what lies in it, by name; and how deep each lies. */
export function inHierarchy(
  zones: readonly Zone[],
): { readonly zone: Zone; readonly depth: number }[] {
  const ids = new Set(zones.map(({ id }) => id))
  const byName = [...zones].sort((a, b) =>
    a.name.localeCompare(b.name, 'en', { numeric: true, sensitivity: 'base' }),
  )
  const under = (parentId: string | null, depth: number): ReturnType<typeof inHierarchy> =>
    byName
      .filter((zone) => (ids.has(zone.parentId ?? '') ? zone.parentId : null) === parentId)
      .flatMap((zone) => [{ zone, depth }, ...under(zone.id, depth + 1)])
  return under(null, 0)
}
