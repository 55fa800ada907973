import { type OperationDocument, openScenarios } from './document.ts'
import type { Scenario } from './records/scenario.ts'

const renamed = new WeakMap<Scenario, Scenario>()

/**
 * A scenario as it is called beside others: where another that is not archived has the same name, it
 * is "COA 2 (name)", by its place among them. The same object while it is called the same.
 */
export function distinctly(document: OperationDocument, scenario: Scenario): Scenario {
  const { id, name, isBaseline } = scenario
  const open = openScenarios(document)
  if (!open.some((other) => other.id !== id && other.name === name)) return scenario
  const place = open.filter((each) => !each.isBaseline).findIndex((each) => each.id === id)
  if (isBaseline || place < 0) return scenario
  const called = `COA ${place + 1} (${name})`
  const known = renamed.get(scenario)
  if (known?.name === called) return known
  const fresh = { ...scenario, name: called }
  renamed.set(scenario, fresh)
  return fresh
}
