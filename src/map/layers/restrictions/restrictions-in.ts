import { seasonUnder } from '#analysis/reach/conditions.ts'
import { operationOf } from '#core/document.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { shocksOf } from '#core/shocks-of.ts'
import { remembered } from '../../remembered.ts'
import type { Scene } from '../../scene.ts'
import {
  restrictionsUnder,
  type ShownRestriction,
  shownRestrictions,
} from './shown-restrictions.ts'

const withDraft = remembered((restrictions: ReadonlyMap<string, Restriction>, draft: Restriction) =>
  new Map(restrictions).set(draft.id, draft),
)

const NO_SHOCKS: readonly string[] = []

/** The facts and those of the scenario's shocks, the one in hand as it lies in the hand. */
export function restrictionsIn({
  document,
  scenarioId,
  draftRestriction,
}: Scene): ReadonlyMap<string, Restriction> {
  const { restrictions, scenarios } = document.tables
  const shockIds = scenarios.get(scenarioId)?.shockIds ?? NO_SHOCKS
  const shown = restrictionsUnder(restrictions, shockIds)
  return draftRestriction ? withDraft(shown, draftRestriction) : shown
}

const inSeason = remembered(
  (operation: Operation, season: Operation['season']): Operation => ({ ...operation, season }),
)

/** The settings, in the season that the scenario's shocks bring. */
export function operationIn({ document, scenarioId }: Scene): Operation {
  const operation = operationOf(document)
  return inSeason(operation, seasonUnder(operation, shocksOf(document, scenarioId)))
}

/** What is drawn: in force now, or at some time in the window. */
export function shownIn(scene: Scene): readonly ShownRestriction[] {
  const [from, to] = scene.windowEpochMinutes ?? [null, null]
  return shownRestrictions(restrictionsIn(scene), operationIn(scene), from, to)
}
