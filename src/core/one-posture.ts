import type { Scenario } from './records/scenario.ts'

/** Where everybody is now: the scenario that every operation has, and that others are compared with. */
export const CURRENT_POSTURE: Scenario = {
  id: 'current-posture',
  name: 'Current posture',
  title: 'Where everybody is now',
  isBaseline: true,
  number: 0,
  shockIds: [],
  orderKey: 'a',
}

/**
 * Scenarios with exactly one current posture, whatever a file made by other hands holds: one without is
 * given an empty one, and of several the first stays.
 *
 * @returns what was mended, in a sentence; null: nothing had to be.
 */
export function withOnePosture(scenarios: ReadonlyMap<string, Scenario>): {
  readonly scenarios: ReadonlyMap<string, Scenario>
  readonly mended: string | null
} {
  const [first, ...others] = [...scenarios.values()].filter(({ isBaseline }) => isBaseline)
  if (first && others.length === 0) return { scenarios, mended: null }
  if (!first) {
    let { id } = CURRENT_POSTURE
    while (scenarios.has(id)) id = `${id}-1`
    return {
      scenarios: new Map([[id, { ...CURRENT_POSTURE, id }], ...scenarios]),
      mended: 'It had no current posture to compare with, so an empty one was added.',
    }
  }
  let number = Math.max(...[...scenarios.values()].map((each) => each.number))
  const kept = [...scenarios].map(([id, scenario]): [string, Scenario] => {
    if (!others.includes(scenario)) return [id, scenario]
    number += 1
    return [id, { ...scenario, isBaseline: false, number }]
  })
  return {
    scenarios: new Map(kept),
    mended: `It had several current postures; ${first.name} stays the one, the others are COAs now.`,
  }
}
