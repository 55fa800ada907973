import { baselineOf, type OperationDocument, operationOf } from '#core/document.ts'
import type { Deck } from '#core/records/deck.ts'
import type { Slide } from '#core/records/slide.ts'
import { chartNamed } from '../charts/registry.ts'
import { documentAt } from '../levels/document-at.ts'
import { mayBeReadAt } from '../levels/levels.ts'
import { releasedLayers } from '../levels/released-layers.ts'
import { withoutData } from '../pages/without-data.ts'
import { topicNamed } from '../topics/registry.ts'
import type { Template } from './template.ts'

type Part = Partial<Omit<Slide, 'id' | 'kind' | 'deckId' | 'orderKey'>>

/** Chart or topic, as far as it says whether it can say something. */
type About = {
  readonly title: string
  readonly widestLevel: Deck['level']
  readonly fault: (document: OperationDocument) => string | null
}

const DWELL_SECONDS = 20

/** Puts slides of a deck together, those alone that can say something to its readers, and tells of the others. */
export function slideMaker(
  whole: OperationDocument,
  deck: Omit<Deck, 'orderKey'>,
  newId: () => string,
) {
  const document = documentAt(whole, deck.level)
  const baselineId = baselineOf(whole)?.id ?? null
  const slides: Omit<Slide, 'orderKey'>[] = []
  const told = new Set<string>()

  function add(kind: Slide['kind'], part: Part): void {
    const scenarioId = part.scenarioId ?? baselineId
    if (scenarioId === null) return
    slides.push({
      id: newId(),
      kind,
      deckId: deck.id,
      headline: '',
      body: '',
      againstScenarioId: null,
      camera: null,
      layers: [],
      windowFrom: null,
      windowTo: null,
      dwellSeconds: DWELL_SECONDS,
      ...part,
      scenarioId,
    })
  }

  function leftOut(title: string, why: string): void {
    told.add(`“${title}” is left out. ${why}`)
  }

  function can(about: About | null): boolean {
    if (!about || !mayBeReadAt(about.widestLevel, deck.level)) return false
    const fault = about.fault(document)
    if (fault !== null) leftOut(about.title, fault)
    return fault === null
  }

  return {
    baselineId,
    hasGround: document.tables.areas.size > 0,
    add,
    leftOut,
    topic(topicId: string, part: Part = {}): void {
      if (can(topicNamed(topicId))) add('topic', { ...part, topicId })
    },
    chart(chartId: string, part: Part = {}): void {
      if (can(chartNamed(chartId))) add('chart', { ...part, chartId })
    },
    /** A map, or beside another scenario a comparison, of those layers that its readers may see. */
    map(title: string, layers: readonly string[], part: Part = {}): void {
      if (document.tables.areas.size === 0) {
        leftOut(title, 'Nothing is known of the theatre yet: bring in its areas.')
        return
      }
      const { shownIds } = releasedLayers(layers, operationOf(document), {
        level: deck.level,
        isWall: false,
      })
      const withData = shownIds.filter((id) => withoutData([id], document) === null)
      add(part.againstScenarioId ? 'comparison' : 'map', { ...part, layers: withData })
    },
    made: (): ReturnType<Template['make']> => ({ deck, slides, told: [...told] }),
  }
}
