import {
  type Comparison,
  compareScenarios,
  type ScenarioPicture,
} from '#analysis/compare/scenario-measures.ts'

/** Two scenarios of one ground, and the current posture that fixes the aversion to inequality. */
export type ScenariosToCompare = {
  readonly a: ScenarioPicture
  readonly b: ScenarioPicture
  readonly baseline: ScenarioPicture
}

/** Sets two scenarios side by side. */
export function compare({ a, b, baseline }: ScenariosToCompare): Comparison {
  return compareScenarios(a, b, baseline)
}
