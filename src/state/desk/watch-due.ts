import type { DocumentStore } from '../document-store.ts'
import type { ResultsStore } from '../results-store.ts'
import type { ScreenStore } from '../screen-store.ts'

/** Calls back when something has changed that an answer may follow from. Returns how to stop. */
export function watchDue(
  stores: {
    readonly documentStore: DocumentStore
    readonly screenStore: ScreenStore
    readonly resultsStore: ResultsStore
  },
  onDue: () => void,
): () => void {
  const { documentStore, screenStore, resultsStore } = stores
  const stops = [
    documentStore.subscribe(({ document, columns }, before) => {
      if (document !== before.document || columns !== before.columns) onDue()
    }),
    screenStore.subscribe((screen, before) => {
      const isOther =
        screen.scenarioId !== before.scenarioId ||
        screen.againstScenarioId !== before.againstScenarioId ||
        screen.comparedIds !== before.comparedIds ||
        screen.compareView !== before.compareView ||
        screen.place !== before.place ||
        screen.studyId !== before.studyId ||
        screen.draftRestriction !== before.draftRestriction ||
        screen.studyChoices !== before.studyChoices
      if (isOther) onDue()
    }),
    resultsStore.subscribe((results, before) => {
      const isSettled =
        results.ground !== before.ground ||
        results.situations !== before.situations ||
        results.care !== before.care ||
        results.courses !== before.courses ||
        results.zoneTravel !== before.zoneTravel ||
        results.zoneReview !== before.zoneReview ||
        results.travel !== before.travel
      if (isSettled) onDue()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
