/** Workload of one zone, as a share of what its units can do; NaN: not known. */
export type Load = { readonly name: string; readonly now: number; readonly saved: number }

/** NaN where that of any is not known: it might be the most. */
export function mostLoaded(shares: readonly number[]): number {
  return shares.length > 0 ? Math.max(...shares) : Number.NaN
}

/** Mean distance from the mean; NaN where any is not known. */
export function evenness(shares: readonly number[]): number {
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  return shares.reduce((sum, share) => sum + Math.abs(share - mean), 0) / shares.length
}
