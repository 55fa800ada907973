import type { LiveKind } from './problem.ts'

/** No unit whose strength is known answers for it, so nothing can be said of its workload. */
export const NOBODY: LiveKind = {
  kind: 'nobody',
  find: (_zone, { strength }) =>
    Number.isNaN(strength.troopCount)
      ? {
          severity: 'unknown',
          sentence:
            strength.unitCount === 0
              ? 'No unit answers for it'
              : 'Strength of its units is not known',
          figure: Number.NaN,
          unit: '',
        }
      : null,
}
