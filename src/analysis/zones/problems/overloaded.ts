import type { LiveKind } from './problem.ts'

/** Above its capacity by more than this, a zone cannot be served as it is. */
export const FAR_ABOVE_SHARE = 1.1

/** More work than its units can do. */
export const OVERLOADED: LiveKind = {
  kind: 'overloaded',
  find: ({ isLocked }, { workloadShare }) => {
    if (!(workloadShare > 1)) return null
    const points = Math.max(1, Math.round(100 * (workloadShare - 1)))
    const isFar = workloadShare > FAR_ABOVE_SHARE
    return {
      severity: isFar ? 'bad' : 'watch',
      sentence: isLocked
        ? 'Above capacity; locked'
        : `Above capacity by ${points} ${points === 1 ? 'point' : 'points'}`,
      figure: 100 * workloadShare,
      unit: '%',
    }
  },
}
