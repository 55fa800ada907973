import { baselineOf } from '#core/document.ts'
import { comparedScenarios } from '../compared.ts'
import type { ScreenState } from '../screen-store.ts'
import type { Facts } from './document-inputs.ts'

/** The active scenario; the current posture until one is chosen. */
export function shownScenarioId({ document }: Facts, screen: ScreenState): string | null {
  const id = screen.scenarioId ?? baselineOf(document)?.id ?? null
  return id !== null && document.tables.scenarios.has(id) ? id : null
}

/** The active scenario, the current posture, all that are compared, and what slides show. */
export function scenariosOn({ document }: Facts, screen: ScreenState): (string | null)[] {
  const compared = screen.place === 'compare' ? comparedScenarios(document, screen) : []
  const baselineId = baselineOf(document)?.id ?? null
  const slides = screen.place === 'brief' ? [...document.tables.slides.values()] : []
  const ofSlides = slides.flatMap(({ scenarioId, againstScenarioId, comparedIds = [] }) => [
    scenarioId,
    againstScenarioId,
    ...comparedIds,
  ])
  return [
    screen.scenarioId ?? baselineId,
    baselineId,
    screen.againstScenarioId,
    ...compared.map(({ id }) => id),
    ...ofSlides,
  ]
}

/** The two sides; the other side is the current posture unless chosen. */
export function sidesOf({ document }: Facts, screen: ScreenState) {
  const baselineId = baselineOf(document)?.id
  const fromId = screen.againstScenarioId ?? baselineId
  const toId = screen.scenarioId ?? baselineId
  return baselineId && fromId && toId ? { baselineId, fromId, toId } : null
}
