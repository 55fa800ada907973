import { useEffect } from 'react'
import { useDocument, useResults, useRoom, useScreen } from '#ui/room.tsx'
import type { MatrixOnScreen } from './matrix/use-matrix.ts'
import { useRecommended } from './verdict/use-recommended.ts'

/**
 * What the place proposed by itself gives way to the COA that the weights recommend, once, as soon as the
 * matrix is there with its ranges. What a person chose stays, and so does what records are open of.
 */
export function useRecommendedFirst(onScreen: MatrixOnScreen | null): void {
  const { screen } = useRoom()
  const document = useDocument((state) => state.document)
  const ownId = useScreen((state) => state.ownProposalId)
  const scenarioId = useScreen((state) => state.scenarioId)
  const isRead = useScreen((state) => state.figureBehind !== null)
  const ids = onScreen?.matrix.scenarioIds
  const isReady = useResults(({ courses, courseRanges }) =>
    [courses, courseRanges].every(
      ({ status, value }) =>
        status === 'ready' && ids?.every((id) => value?.scenarioIds.includes(id)),
    ),
  )
  const recommendedId = useRecommended(onScreen?.matrix ?? null)
  useEffect(() => {
    if (ownId === null) return
    if (ownId !== scenarioId) return screen.setState({ ownProposalId: null })
    if (!isReady || isRead) return
    const { tables } = document
    const isOther =
      recommendedId !== null && tables.scenarios.get(recommendedId)?.isBaseline === false
    screen.setState({ ownProposalId: null, ...(isOther ? { scenarioId: recommendedId } : {}) })
  }, [ownId, scenarioId, isRead, isReady, recommendedId, document, screen])
}
