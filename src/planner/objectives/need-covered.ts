import type { Objective } from './objective.ts'

/** The problem as the operation's settings state it. */
export const needCovered: Objective = {
  name: 'need-covered',
  title: 'Need covered',
  definition:
    'Covers most need within the reach of each type. What a county lacks to its floor is dear, so that floors come first nearly always.',
  apply: (problem) => problem,
}
