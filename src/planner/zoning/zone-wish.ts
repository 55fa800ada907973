import type { BalanceMeasureId } from '#analysis/zones/balance-measures.ts'
import type { Zone } from '#core/records/zone.ts'

/** What a person asks of proposed zones. */
export type ZoneWish = {
  /** What the zones are to be; locked ones of this kind keep their ground. */
  readonly kind: Zone['kind']
  /** Bases that each get a zone. */
  readonly baseIds: readonly string[]
  readonly measureId: BalanceMeasureId
  /** What each zone is meant to carry: as much as any other, or by the strength at its base. */
  readonly shareBy: 'equal' | 'strength'
  readonly blocks: 'cells' | 'districts'
  /** Counties stay whole; one with several bases is shared among these alone. */
  readonly keepsCounties: boolean
  /** Borders between zones run smoothly instead of along cells, where no river cuts a zone by it. */
  readonly isSmooth: boolean
  readonly effort: ZoneEffort
  readonly seed: number
}

/** Zones asked for, and the scenario that they are for. */
export type ZoneRequest = { readonly scenarioId: string; readonly wish: ZoneWish }

/** Search steps of each effort: on 3,600 cells and a dozen bases some 0.3, 1.5 and 6 s. */
export const ZONE_EFFORT_STEPS = { quick: 30_000, normal: 150_000, thorough: 600_000 } as const
export type ZoneEffort = keyof typeof ZONE_EFFORT_STEPS

export const FIRST_ZONE_WISH: Omit<ZoneWish, 'baseIds'> = {
  kind: 'aor',
  measureId: 'people',
  shareBy: 'equal',
  blocks: 'cells',
  keepsCounties: false,
  isSmooth: false,
  effort: 'normal',
  seed: 7,
}
