import type { LiveKind } from './problem.ts'

const MUCH_SHARE = 0.2

/** Much of its ground is under restrictions. */
export const RESTRICTED: LiveKind = {
  kind: 'restricted',
  find: (_zone, { restrictedShare }) =>
    restrictedShare > MUCH_SHARE
      ? {
          severity: 'watch',
          sentence: 'Restricted share above 20 %',
          figure: 100 * restrictedShare,
          unit: '%',
        }
      : null,
}
