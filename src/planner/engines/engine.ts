/** What every engine can do, so that one search drives them all. Values as a person reads them. */
export type Engine = {
  /** max: points of 100; min: demand × minutes. */
  readonly sense: 'max' | 'min'
  /** Work that one subgradient step stands for, in moves. */
  readonly movesPerBoundStep: number
  readonly boundStepCount: number
  objective(): number
  /** Null until a first step was made. */
  bound(): number | null
  /** Units per slot of the best laydown, with idle units left where they stand. */
  laydown(): Int32Array
  move(): void
  tighten(): void
  isProven(): boolean
}

/** Distance of a bound beside what was reached: 0.02 is "at most 2 % better". Null without a bound. */
export function gapShareOf(objective: number, bound: number | null): number | null {
  if (bound === null || !Number.isFinite(bound)) return null
  if (bound === objective) return 0
  return Math.abs(bound - objective) / Math.max(Math.abs(objective), 1e-9)
}
