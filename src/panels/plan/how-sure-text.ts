import { decimal, percent } from '#core/figures.ts'
import type { SureOfPosting } from '#planner/choices/how-sure.ts'

/** What tells the postings of one plan apart. */
export function keyOf(posting: { readonly placeId: string; readonly typeId: string }): string {
  return `${posting.placeId}/${posting.typeId}`
}

/** `2.7–3.7`, under one point `0.42–0.57`; one figure where both are the same. */
export function pointsBetween([low, high]: readonly [number, number]): string {
  const decimals = high < 0.995 ? 2 : 1
  const [from, to] = [decimal(low, decimals), decimal(high, decimals)]
  return from === to ? from : low < 0 ? `${from} to ${to}` : `${from}–${to}`
}

/** `Gain 2.7–3.7 points; kept in 94 % of draws.` */
export function sureSentence({ gainPoints, keptShare, count }: SureOfPosting, own: number): string {
  const all = count === own ? '' : `, for all ${count} there`
  return `Gain ${pointsBetween(gainPoints)} points; kept in ${percent(keptShare)} % of draws${all}.`
}
