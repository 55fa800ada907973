import { ZONE_KINDS, type Zone } from '#core/records/zone.ts'

/** Zones of one kind that lie side by side in one zone, or in the theatre. */
export type Level = {
  readonly key: string
  readonly kind: Zone['kind']
  readonly within: Zone | null
  readonly zones: readonly Zone[]
}

export function levelsOf(zones: readonly Zone[]): Level[] {
  const byId = new Map(zones.map((zone) => [zone.id, zone]))
  const levels = new Map<string, { kind: Zone['kind']; within: Zone | null; zones: Zone[] }>()
  for (const kind of ZONE_KINDS) {
    for (const zone of zones) {
      if (zone.kind !== kind) continue
      const within = byId.get(zone.parentId ?? '') ?? null
      const key = `${kind} ${within?.id ?? ''}`
      const level = levels.get(key) ?? { kind, within, zones: [] }
      level.zones.push(zone)
      levels.set(key, level)
    }
  }
  return [...levels].map(([key, level]) => ({ key, ...level }))
}

/** As a sentence says it: "no sector". */
export const KIND_WORDS: Readonly<Record<Zone['kind'], string>> = {
  sector: 'sector',
  aor: 'area of responsibility',
  patrolBox: 'patrol box',
}
