import type { OperationDocument } from './document.ts'
import { listed } from './figures.ts'
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

/** A scenario wherever figures of it are shown: `COA 1 under Wet season`. No stress number is shown as a fact. */
export function nameUnder(
  document: Pick<OperationDocument, 'tables'>,
  { id, name }: Pick<Scenario, 'id' | 'name'>,
): string {
  const under = underText(document, id)
  return under === null ? name : `${name} under ${under}`
}

/** The same where there is room for few words: `COA 1, under stress`. */
export function shortNameUnder(
  document: Pick<OperationDocument, 'tables'>,
  { id, name }: Pick<Scenario, 'id' | 'name'>,
): string {
  return underText(document, id) === null ? name : `${name}, under stress`
}
