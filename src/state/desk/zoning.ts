import type { ScenarioPicture } from '#analysis/compare/scenario-measures.ts'
import type { Ground } from '#analysis/ground.ts'
import type { BaseTravel } from '#analysis/zones/zone-facts.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { ZoneReview } from '#jobs/zone-review.ts'
import { IDLE, type ResultsStore } from '../results-store.ts'
import { type Facts, movementOf, travelKey } from './document-inputs.ts'
import { travelFactsOf } from './plan-inputs.ts'
import type { Situations } from './situations.ts'
import { createTask } from './task.ts'

/** What the Zones place needs beyond the situation: the way from every base, and a review of the drawing. */
export type Zoning = {
  /** Works it out for the scenario on screen, as soon as its situation is there. */
  refresh(facts: Facts, ground: Ground, scenarioId: string): void
  clear(): void
}

export function createZoning(
  results: ResultsStore,
  runJob: RunJob,
  situations: Situations,
): Zoning {
  let scenarioId: string | null = null
  const travel = createTask<BaseTravel>('The way from the bases', (work) =>
    results.setState({ zoneTravel: { ...work, scenarioId } }),
  )
  const review = createTask<ZoneReview>('The review of the zones', (work) =>
    results.setState({ zoneReview: { ...work, scenarioId } }),
  )
  const clear = () => {
    travel.clear()
    review.clear()
  }
  return {
    refresh(facts, ground, shownId) {
      const picture = situations.picture(shownId)
      if (!picture) return
      if (scenarioId !== shownId) clear()
      scenarioId = shownId
      const travelFacts = travelFactsOf(facts, movedInput(facts, picture, shownId), shownId)
      const key = travelKey(facts, ground, shownId)
      travel.refresh(key, (run) => runJob('zoneTravel', travelFacts, run))
      const baseTravel = travel.readyKey() && travel.value()
      if (!baseTravel) return
      const zones = zonesOf(facts, shownId)
      review.refresh([baseTravel, ...picture.key, ...zones], (run) => {
        const needScore = picture.situation.need.score
        const asked = { zones, needScore, baseTravel, theatre: theatreOf(facts) }
        return runJob('zoneReview', { ...travelFacts, ...asked }, run)
      })
    },
    clear() {
      clear()
      scenarioId = null
      results.setState({ zoneTravel: NOT_TOLD, zoneReview: NOT_TOLD })
    },
  }
}

const NOT_TOLD = { ...IDLE, scenarioId: null }

function movedInput(facts: Facts, { input }: ScenarioPicture, scenarioId: string) {
  return { ...input, ...movementOf(facts, scenarioId) }
}

function zonesOf({ document }: Facts, scenarioId: string) {
  return [...document.tables.zones.values()].filter((zone) => zone.scenarioId === scenarioId)
}

function theatreOf({ document }: Facts) {
  const areas = [...document.tables.areas.values()]
  return areas.filter(({ level }) => level === 1).map(({ outline }) => outline)
}
