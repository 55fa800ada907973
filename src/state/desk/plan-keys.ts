import { operationOf } from '#core/document.ts'
import type { Facts } from './document-inputs.ts'
import { sitesOf } from './plan-inputs.ts'
import type { Key } from './task.ts'

/** What the places for a plan follow from. */
export function candidatesKey(facts: Facts, scenarioId: string, situationKey: Key): Key {
  return [scenarioId, ...situationKey, ...sitesOf(facts, scenarioId)]
}

/** What a plan follows from, beside what is asked of the search. */
export function planKey(facts: Facts, scenarioId: string, situationKey: Key): Key {
  const { floorShare, evidenceShare, budgetUsd, maxMoveCount } = operationOf(facts.document)
  const limits = [floorShare, evidenceShare, budgetUsd, maxMoveCount]
  return [...limits, ...candidatesKey(facts, scenarioId, situationKey)]
}
