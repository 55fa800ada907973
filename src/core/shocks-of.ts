import type { OperationDocument } from './document.ts'
import { listed } from './figures.ts'
import { forceText } from './force-at.ts'
import type { Restriction } from './records/restriction.ts'
import type { Scenario } from './records/scenario.ts'
import type { Shock } from './records/shock.ts'

/** Shocks in the order people gave them. */
export function shocksInOrder({ tables }: Pick<OperationDocument, 'tables'>): Shock[] {
  return [...tables.shocks.values()].sort((a, b) =>
    a.orderKey === b.orderKey ? (a.id < b.id ? -1 : 1) : a.orderKey < b.orderKey ? -1 : 1,
  )
}

/** The shocks that a scenario is tried under, in their order; none for what is not there. */
export function shocksOf(
  document: Pick<OperationDocument, 'tables'>,
  scenarioId: string | null,
): Shock[] {
  const ids = document.tables.scenarios.get(scenarioId ?? '')?.shockIds ?? []
  return ids.length === 0 ? [] : shocksInOrder(document).filter(({ id }) => ids.includes(id))
}

/** The restrictions that belong to a shock, by id. */
export function restrictionsOfShock(
  { tables }: Pick<OperationDocument, 'tables'>,
  id: string,
): Restriction[] {
  return [...tables.restrictions.values()]
    .filter(({ shockId }) => shockId === id)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** `Wet season and COB Ganta lost`: the names of what a scenario is tried under; null: the facts. */
export function underText(
  document: Pick<OperationDocument, 'tables'>,
  scenarioId: string | null,
): string | null {
  const shocks = shocksOf(document, scenarioId)
  return shocks.length === 0 ? null : listed(shocks.map(({ name }) => name))
}

/**
 * A scenario wherever figures of it are shown: `COA 1 under Wet season`, `COA 2, force of 01 FEB 2016`. No
 * stress number, and none of another day's force, is shown as a fact of now.
 */
export function nameUnder(
  document: Pick<OperationDocument, 'tables'>,
  scenario: Pick<Scenario, 'id' | 'name'>,
): string {
  const under = underText(document, scenario.id)
  const named = nameWithForce(document, scenario)
  if (under === null) return named
  return named === scenario.name ? `${named} under ${under}` : `${named}, under ${under}`
}

/** The same where there is room for few words: `COA 1, under stress`. */
export function shortNameUnder(
  document: Pick<OperationDocument, 'tables'>,
  scenario: Pick<Scenario, 'id' | 'name'>,
): string {
  const named = nameWithForce(document, scenario)
  return underText(document, scenario.id) === null ? named : `${named}, under stress`
}

function nameWithForce(
  document: Pick<OperationDocument, 'tables'>,
  { id, name }: Pick<Scenario, 'id' | 'name'>,
): string {
  const force = forceText(document, id)
  return force === null ? name : `${name}, ${force}`
}
