/** How long to search; a move of the search takes some three to five microseconds. */
export const EFFORTS = [
  { id: 'quick', name: 'Quick', maxMoves: 1_000_000 },
  { id: 'normal', name: 'Normal', maxMoves: 3_000_000 },
  { id: 'long', name: 'Long', maxMoves: 20_000_000 },
] as const

/** What a person asks of the search beside the settings; kept while the place is open. */
export type Wish = {
  readonly objectiveName: string
  readonly effort: (typeof EFFORTS)[number]['id']
  readonly seed: number
}

export const FIRST_WISH: Wish = { objectiveName: 'need-covered', effort: 'normal', seed: 7 }

/** Moves that an effort stands for. */
export function movesOf(wish: Wish): number {
  return EFFORTS.find(({ id }) => id === wish.effort)?.maxMoves ?? EFFORTS[1].maxMoves
}
