import type { Objective } from './objective.ts'

/** Every type answers to people alone, whatever their need. */
export const peopleCovered: Objective = {
  name: 'people-covered',
  title: 'People covered',
  definition: 'Brings most people within the reach of each type, whatever their need.',
  apply: (problem) => ({ ...problem, demand: problem.types.map(() => problem.peopleCount) }),
}
