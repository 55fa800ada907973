import type { Matrix } from './matrix.ts'

/** Who is first by weighted score, alone; null: a tie, or nothing has a score. The tool goes no further. */
export function recommendedId({ totals }: Pick<Matrix, 'totals'>): string | null {
  const first = totals.filter(({ place }) => place === 1)
  return first.length === 1 ? first[0]!.scenarioId : null
}
