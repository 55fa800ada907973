import { ZONE_KINDS, type Zone } from '../records/zone.ts'

/** 0 for a sector, then down. */
export function levelOf(kind: Zone['kind']): number {
  return ZONE_KINDS.indexOf(kind)
}

/** Zones that lie in a zone directly. */
export function childrenOf(zones: Iterable<Zone>, id: string): Zone[] {
  return [...zones].filter(({ parentId }) => parentId === id)
}

/** The zone itself and all that lie in it, at any depth; in a ring from a file each stands once. */
export function withDescendants(zones: readonly Zone[], id: string): Zone[] {
  const found = new Set([id])
  for (const holder of found) {
    for (const { id: inner } of childrenOf(zones, holder)) found.add(inner)
  }
  return zones.filter((zone) => found.has(zone.id))
}

/**
 * Zones as an outline lists them: each before what lies in it, by name; and how deep each lies. Of
 * zones that a file says lie in each other in a ring, each is listed once, the first at the top.
 */
export function inHierarchy(
  zones: readonly Zone[],
): { readonly zone: Zone; readonly depth: number }[] {
  const ids = new Set(zones.map(({ id }) => id))
  const byName = [...zones].sort((a, b) =>
    a.name.localeCompare(b.name, 'en', { numeric: true, sensitivity: 'base' }),
  )
  const listed = new Set<Zone>()
  const from = (zone: Zone, depth: number): ReturnType<typeof inHierarchy> => {
    if (listed.has(zone)) return []
    listed.add(zone)
    const within = byName.filter(({ parentId }) => parentId === zone.id)
    return [{ zone, depth }, ...within.flatMap((each) => from(each, depth + 1))]
  }
  const roots = byName.filter(({ parentId }) => !ids.has(parentId ?? ''))
  return [...roots, ...byName].flatMap((zone) => from(zone, 0))
}
