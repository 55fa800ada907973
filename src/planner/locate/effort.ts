/** A search and a proof that are advanced by turns. */
export type Works = {
  move(): void
  tighten(): void
  isProven(): boolean
}

/** How much work is allowed, in moves and steps and never in time: one seed, one answer everywhere. */
export type Effort = {
  /** Steps of the bound while the answer is still sought. */
  readonly searchSteps: number
  readonly movesPerStep: number
  /** Further steps that only prove. */
  readonly proofSteps: number
}

/** Elementary operations for the search, for the proof after it, and the least and most steps of each. */
const SEARCH = { operations: 4e9, least: 300, most: 30_000 }
const PROOF = { operations: 4e10, least: 1000, most: 200_000 }

/**
 * Effort for a problem of some size.
 *
 * @param operationsPerStep elementary operations that one step of its bound takes.
 */
export function effortFor(operationsPerStep: number, movesPerStep: number): Effort {
  const steps = ({ operations, least, most }: typeof SEARCH) =>
    Math.min(most, Math.max(least, Math.floor(operations / Math.max(1, operationsPerStep))))
  return { searchSteps: steps(SEARCH), movesPerStep, proofSteps: steps(PROOF) }
}

/** Searches, and ends early when the answer is proven; what it has found by then is the answer. */
export function search(work: Works, { searchSteps, movesPerStep }: Effort): void {
  for (let step = 0; step < searchSteps && !work.isProven(); step++) {
    for (let k = 0; k < movesPerStep; k++) work.move()
    work.tighten()
  }
}

/** Goes on proving; the answer stays as it is. */
export function prove(
  work: Pick<Works, 'tighten' | 'isProven'>,
  { proofSteps }: Pick<Effort, 'proofSteps'>,
  mayProve: () => boolean,
): void {
  for (let step = 0; step < proofSteps && !work.isProven() && mayProve(); step++) work.tighten()
}
