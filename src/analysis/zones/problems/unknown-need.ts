import type { LiveKind } from './problem.ts'

const MANY_SHARE = 0.2

/** For many of its people nobody knows what they need. */
export const UNKNOWN_NEED: LiveKind = {
  kind: 'unknownNeed',
  find: (_zone, { unknownPeopleCount, peopleCount }) =>
    unknownPeopleCount > MANY_SHARE * peopleCount
      ? {
          severity: 'unknown',
          sentence: 'Need not known for many',
          figure: (100 * unknownPeopleCount) / peopleCount,
          unit: '%',
        }
      : null,
}
