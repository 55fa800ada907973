/** One row of a table of figures. */
export type BenchRow = {
  readonly name: string
  readonly figures: Readonly<Record<string, string | number>>
}

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** How long something takes, in milliseconds, and what it gives. */
export function timed<T>(work: () => T): { readonly result: T; readonly milliseconds: number } {
  const start = performance.now()
  const result = work()
  return { result, milliseconds: Math.round(10 * (performance.now() - start)) / 10 }
}
