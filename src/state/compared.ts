import { baselineOf, type OperationDocument, openScenarios } from '#core/document.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { ScreenState } from './screen-store.ts'

/** As many as a commander can hold beside each other (words.md §5). */
export const MOST_COMPARED = 4

/**
 * The courses of action that are compared, the current posture always first: those that were chosen,
 * else the first three; the one that is worked on is among them unless it is archived.
 */
export function comparedScenarios(document: OperationDocument, screen: OnScreen): Scenario[] {
  return sidesOf(document, screen).compared
}

/** Who gave way in the comparison to the one that is worked on; null: nobody had to. */
export function gaveWay(
  document: OperationDocument,
  screen: OnScreen,
): { readonly left: Scenario; readonly came: Scenario } | null {
  const { left, active } = sidesOf(document, screen)
  return left && active ? { left, came: active } : null
}

type OnScreen = Pick<ScreenState, 'comparedIds' | 'scenarioId'>

function sidesOf(document: OperationDocument, { comparedIds, scenarioId }: OnScreen) {
  const baseline = baselineOf(document)
  const others = openScenarios(document).filter(({ isBaseline }) => !isBaseline)
  const most = MOST_COMPARED - (baseline ? 1 : 0)
  const chosen = (comparedIds ? others.filter(({ id }) => comparedIds.includes(id)) : others).slice(
    0,
    most,
  )
  const active = others.find(({ id }) => id === scenarioId)
  const isMissing = active !== undefined && !chosen.includes(active)
  const shown = isMissing ? [...chosen.slice(0, most - 1), active] : chosen
  const compared = [
    ...(baseline ? [baseline] : []),
    ...others.filter((each) => shown.includes(each)),
  ]
  const left = isMissing && chosen.length === most ? chosen[most - 1] : undefined
  return { compared, active, left }
}

/** Tells what was settled among these courses from what was among others; their order is all the same. */
export function settledKey(scenarioIds: readonly string[]): string {
  return [...scenarioIds].sort().join(' ')
}
