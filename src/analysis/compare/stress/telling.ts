import type { StressAnswer } from './stress.ts'

/**
 * Futures that tell most, in the order of the answer: those in which courses differ most, or one loses most
 * against the present. What cannot be said of a course is told first. The present is left out where there
 * is no room for all of them: it stands in the matrix.
 *
 * @returns indices of futures.
 */
export function tellingFutures(
  { futures, values, losses }: Pick<StressAnswer, 'futures' | 'values' | 'losses'>,
  mostCount: number,
): number[] {
  const all = [...futures.keys()]
  if (all.length <= mostCount) return all
  const tellOf = (future: number) => {
    const column = values.map((row) => row[future]!)
    const lost = losses.map((row) => row[future]!)
    const most = Math.max(Math.max(...column) - Math.min(...column), ...lost)
    return Number.isNaN(most) ? Number.POSITIVE_INFINITY : most
  }
  return all
    .filter((future) => futures[future]!.kind !== 'asIs')
    .map((future) => ({ future, tell: tellOf(future) }))
    .sort((a, b) => (a.tell === b.tell ? a.future - b.future : b.tell - a.tell))
    .slice(0, mostCount)
    .map(({ future }) => future)
    .sort((a, b) => a - b)
}
