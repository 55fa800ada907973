/** What a weight may be moved to, in per cent of all: above it the others could no longer be told apart. */
export const MOST_SHARE = 0.95

type Weighed = { readonly id: string; readonly weight: number }

/** Each weight as its share of all; 0 where all of them are 0. */
export function sharesOf(criteria: readonly Weighed[]): number[] {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0)
  return criteria.map(({ weight }) => (total > 0 ? weight / total : 0))
}

/**
 * Weights by id when one of them becomes a share of all, 0 to `MOST_SHARE`: the others keep their
 * proportions, and all together are 100. The only one that weighs is 100 whatever is asked.
 */
export function weightsWith(
  criteria: readonly Weighed[],
  id: string,
  share: number,
): Record<string, number> {
  const asked = Math.min(MOST_SHARE, Math.max(0, share))
  const others = criteria.reduce((sum, each) => sum + (each.id === id ? 0 : each.weight), 0)
  const ofOthers = others > 0 ? (100 * (1 - asked)) / others : 0
  const own = others > 0 ? 100 * asked : asked > 0 ? 100 : 0
  return Object.fromEntries(
    criteria.map((each) => [each.id, rounded(each.id === id ? own : each.weight * ofOthers)]),
  )
}

/** The same weight for all of those that have one; where none has, for all. */
export function equalWeights(criteria: readonly Weighed[]): Record<string, number> {
  const weighed = criteria.filter(({ weight }) => weight > 0)
  const equal = weighed.length > 0 ? weighed : criteria
  const each = rounded(100 / Math.max(1, equal.length))
  return Object.fromEntries(criteria.map((row) => [row.id, equal.includes(row) ? each : 0]))
}

/** No weight for any of them: raw values alone, and nothing is added up. */
export function noWeights(criteria: readonly Weighed[]): Record<string, number> {
  return Object.fromEntries(criteria.map(({ id }) => [id, 0]))
}

/** Why a weight becomes less than was asked for; null: it does not. */
export function limitText(
  criteria: readonly (Weighed & { readonly name: string })[],
  id: string,
  share: number,
): string | null {
  const isAlone = criteria.every((each) => each.id === id || each.weight === 0)
  if (share <= MOST_SHARE || isAlone) return null
  const name = criteria.find((each) => each.id === id)?.name ?? 'One criterion'
  return `${name} weighs ${Math.round(100 * MOST_SHARE)} %, the most beside others: above it they would lose their proportions. To judge by it alone, set the others to 0.`
}

function rounded(weight: number): number {
  return Math.min(100, Math.round(1e4 * weight) / 1e4)
}
