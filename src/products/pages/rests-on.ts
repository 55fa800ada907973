import { deckOf } from '#core/decks-of.ts'
import type { OperationDocument } from '#core/document.ts'
import type { DatasetKind } from '#core/records/dataset.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { PageCoa } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { LEVEL_NAMES, mayBeReadAt } from '../levels/levels.ts'
import { pageCoas } from './page-coas.ts'
import type { PageNeeds } from './page-kind.ts'

/** What a chart or a topic says of itself. */
type About = {
  readonly title: string
  readonly datasetKinds: readonly DatasetKind[]
  readonly widestLevel: ReleaseLevel
  readonly needs: 'facts' | 'situation' | 'comparison'
  readonly fault: (document: OperationDocument) => string | null
}

/** Why there is none: nobody chose one, or a newer version did. */
export function notChosen(id: string | undefined, choose: string): string {
  return id === undefined
    ? choose
    : `This slide was made by a newer Commonground: this one does not know “${id}”.`
}

/** What a slide of a chart or topic rests on; null: it has none. */
export function needsOf(about: About | null, slide: Slide): PageNeeds {
  const { scenarioId, againstScenarioId } = slide
  const needs = about?.needs ?? 'facts'
  const isCompared = needs === 'comparison' && againstScenarioId !== null
  return {
    scenarioIds: needs === 'facts' ? [] : [scenarioId, ...(isCompared ? [againstScenarioId] : [])],
    comparison: isCompared ? { fromId: againstScenarioId, toId: scenarioId } : null,
    courseIds: null,
    datasetKinds: about?.datasetKinds ?? [],
  }
}

/** Why a chart or topic cannot be shown to the readers of its deck, in a sentence; null: it can. */
export function faultOf(about: About, slide: Slide, document: OperationDocument): string | null {
  const { scenarioId, againstScenarioId } = slide
  const { scenarios } = document.tables
  if (!scenarios.has(scenarioId)) return 'The COA that this slide shows is no longer there.'
  const { level } = deckOf(document, slide.deckId)
  if (!mayBeReadAt(about.widestLevel, level)) {
    return `“${about.title}” is not for readers of the level “${LEVEL_NAMES[level]}”.`
  }
  if (about.needs === 'comparison') {
    if (againstScenarioId === null) return 'Choose what this COA is compared with.'
    if (!scenarios.has(againstScenarioId))
      return 'The COA that this slide shows is no longer there.'
    if (againstScenarioId === scenarioId) return 'Choose two different COAs to compare.'
  }
  return about.fault(document)
}

/** The courses of action that it tells of; none where it tells of facts alone. */
export function coasOf(about: About | null, slide: Slide, document: OperationDocument): PageCoa[] {
  const needs = about?.needs ?? 'facts'
  if (needs === 'facts') return []
  const { scenarioId, againstScenarioId } = slide
  return pageCoas(document, needs === 'comparison' ? [scenarioId, againstScenarioId] : [scenarioId])
}
