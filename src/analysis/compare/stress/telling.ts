import { isNoChange } from '../measure-text.ts'
import type { StressAnswer } from './stress.ts'
import { stressMeasure } from './stress-measures.ts'

/** Whether no course loses or wins anything in a future that would show; the present has no effect to have. */
export function hasNoEffect(
  { futures, losses, measureId }: Pick<StressAnswer, 'futures' | 'losses' | 'measureId'>,
  future: number,
): boolean {
  if (futures[future]!.kind === 'asIs') return false
  const { unit } = stressMeasure(measureId)
  const isNothing = (loss: number) => !Number.isNaN(loss) && isNoChange(loss, unit)
  return losses.every((row) => isNothing(row[future]!))
}

/**
 * Futures that tell most, in the order of the answer: those in which courses differ most, or one loses most
 * against the present. What cannot be said of a course is told first. The present is left out where there
 * is no room for all of them: it stands in the matrix.
 *
 * @param all indices of those to choose from; left out: of all.
 * @returns indices of futures.
 */
export function tellingFutures(
  { futures, values, losses }: Pick<StressAnswer, 'futures' | 'values' | 'losses'>,
  mostCount: number,
  all: readonly number[] = [...futures.keys()],
): number[] {
  if (all.length <= mostCount) return [...all]
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
