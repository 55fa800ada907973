import type { ScenarioPicture } from '#analysis/compare/scenario-measures.ts'
import type { NeedRanks } from '#analysis/need-ranks.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { ResultsStore } from '../results-store.ts'
import type { Situations } from './situations.ts'
import { createTask } from './task.ts'

/** How sure the ranks of need are, for the scenario that is looked at. */
export type Ranking = {
  refresh(scenarioId: string | null): void
  clear(): void
}

export function createRanking(
  results: ResultsStore,
  runJob: RunJob,
  situations: Situations,
): Ranking {
  const ranks = createTask<NeedRanks>('How sure the ranks are', (work) =>
    results.setState({ ranks: work }),
  )
  return {
    refresh(scenarioId) {
      const picture = situations.picture(scenarioId ?? '')
      const input = picture && rankInputOf(picture)
      if (!input) ranks.clear()
      else ranks.refresh(picture.key, (run) => runJob('ranks', input, run))
    },
    clear: ranks.clear,
  }
}

/** What draws of ranks follow from; null where nothing weighs anything. */
function rankInputOf({ input, situation }: ScenarioPicture) {
  const { ground, operation, indicators } = input
  const weights = indicators.map(({ weight }) => weight)
  if (!weights.some((weight) => weight > 0)) return null
  const { need, servedShare } = situation
  return {
    ground,
    situation: { need, servedShare },
    weights,
    mean: operation.needMean,
    dataThresholdShare: operation.needDataThresholdShare,
  }
}
