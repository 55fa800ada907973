import { useEffect, useMemo, useState } from 'react'
import { baselineOf, type OperationDocument } from '#core/document.ts'
import { comparedScenarios } from '#state/compared.ts'
import type { ResultsState } from '#state/results-store.ts'
import { useDocument, useResults, useScreen } from '#ui/room.tsx'

/** Whether figures of the COAs are those of the facts as they are now; failed: there will be none. */
export type FiguresState = 'present' | 'awaited' | 'failed'

/** Answers follow a change within some 15 ms each; the last one is there when nothing moved for so long. */
const STILL_MILLISECONDS = 150

/** Figures of older facts stay on screen while they are worked out again: whoever records them has to know. */
export function useFiguresState(): FiguresState {
  const document = useDocument((state) => state.document)
  const comparedIds = useScreen((state) => state.comparedIds)
  const scenarioId = useScreen((state) => state.scenarioId)
  const ids = useMemo(() => {
    const compared = comparedScenarios(document, { comparedIds, scenarioId }).map(({ id }) => id)
    const baseline = baselineOf(document)
    return baseline ? [...new Set([baseline.id, ...compared])] : compared
  }, [document, comparedIds, scenarioId])
  const work = useResults((state) => workOf(state, ids))
  const [still, setStill] = useState<OperationDocument | null>(null)
  useEffect(() => {
    if (work !== 'present') return
    const timer = setTimeout(() => setStill(document), STILL_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [work, document])
  return work === 'present' && still !== document ? 'awaited' : work
}

/** What is recommended follows from the draws too: it may be another without them. */
function workOf({ courses, courseRanges }: ResultsState, ids: readonly string[]) {
  if (courses.status === 'failed') return 'failed' as const
  const isOfThese = ids.every((id) => courses.value?.scenarioIds.includes(id))
  const isReady = courses.status === 'ready' && courseRanges.status !== 'running'
  return isOfThese && isReady ? ('present' as const) : ('awaited' as const)
}
