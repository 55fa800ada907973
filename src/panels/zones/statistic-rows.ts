import type { ZoneStatistics } from '#analysis/zones/zone-statistics.ts'
import { grouped, peopleText, type Shown } from '#core/figures.ts'
import type { Spec } from './statistic-specs.ts'

/** What one line says of one zone. */
export type StatisticCell = {
  readonly shown: Shown
  /** The bare figure, for comparing zones; NaN: cannot be said. */
  readonly figure: number
  /** Before the border in hand was moved; null: none is in hand. */
  readonly saved: number | null
  /** Against the saved border: `+21 480`; empty where there is none. */
  readonly change: string
  readonly status: 'watch' | 'bad' | null
}

/** `saved` is the zone before the border in hand was moved. */
export function statisticCell(
  { figure, show, showChange, statusOf, isWaiting }: Spec,
  now: ZoneStatistics,
  saved: ZoneStatistics | null,
): StatisticCell {
  const value = figure(now)
  const before = saved ? figure(saved) : null
  const change = before === null ? Number.NaN : value - before
  return {
    figure: value,
    saved: before,
    shown: isWaiting?.(now) ? { value: '…', unit: '' } : show(value),
    change: Number.isFinite(change) && Math.abs(change) > 1e-9 ? showChange(change) : '',
    status: statusOf?.(value) ?? null,
  }
}

/**
 * In a sentence: "6 communities and 21 480 people come in.", or, where the zone that they leave for
 * is known, "… pass from Z4 to Z3." Null if nothing changes.
 */
export function passSentence(
  now: ZoneStatistics,
  saved: ZoneStatistics,
  names: { readonly own: string; readonly other: string } | null = null,
): string | null {
  const communities = now.communityCount - saved.communityCount
  const moved = Math.round(now.peopleCount - saved.peopleCount)
  if (communities === 0 && moved === 0) return null
  const who = `${peopleText(Math.abs(moved))} people`
  const places = Math.abs(communities)
  const noun = places === 1 ? 'community' : 'communities'
  if (!names) return `${grouped(places)} ${noun} and ${who} ${moved >= 0 ? 'come in' : 'go out'}.`
  const [from, to] = moved >= 0 ? [names.other, names.own] : [names.own, names.other]
  return `${grouped(places)} ${noun} with ${who} pass from ${from} to ${to}.`
}
