import type { Objective } from './objective.ts'

/** The problem as the operation's settings state it. */
export const needCovered: Objective = {
  name: 'need-covered',
  title: 'Need covered',
  definition:
    'Covers most need within the reach of each type, counties at or above their floor first.',
  apply: (problem) => problem,
}
