import { useEffect } from 'react'
import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import { settledKey } from '#state/compared.ts'
import type { ResultsState } from '#state/results-store.ts'
import { useResults, useRoom, useScreen } from '#ui/room.tsx'
import { useComparedScenarios } from '../scenarios/use-compared.ts'
import type { MatrixOnScreen } from './matrix/use-matrix.ts'
import { useRecommended } from './verdict/use-recommended.ts'

/**
 * What the place proposed by itself gives way, once the draws are there, to the COA that the weights
 * recommend, else to the one that is best placed; again where others are compared than it was settled
 * among. What a person chose stays, and so does what records are open of.
 */
export function useRecommendedFirst(onScreen: MatrixOnScreen | null): void {
  const { screen } = useRoom()
  const ownId = useScreen((state) => state.ownProposalId)
  const scenarioId = useScreen((state) => state.scenarioId)
  const isRead = useScreen((state) => state.figureBehind !== null)
  const isSettled = useIsSettled()
  const among = useAmong()
  const ids = onScreen?.matrix.scenarioIds ?? []
  const isOfThese = settledKey(ids) === among
  const isReady = useResults((state) => isOfThese && areDrawn(state, ids))
  const recommendedId = useRecommended(onScreen?.matrix ?? null)
  const matrix = onScreen?.matrix ?? null
  const scenarios = onScreen?.scenarios
  useEffect(() => {
    if (ownId === null) return
    if (ownId !== scenarioId) return screen.setState({ ownProposalId: null })
    if (isSettled || !isReady || isRead || !matrix || !scenarios) return
    const baselineIds = scenarios.flatMap(({ id, isBaseline }) => (isBaseline ? [id] : []))
    const proposedId = firstOf(matrix, recommendedId, baselineIds) ?? scenarioId
    screen.setState({
      scenarioId: proposedId,
      ownProposalId: proposedId,
      ownProposalAmong: among,
    })
  }, [
    ownId,
    scenarioId,
    isRead,
    isReady,
    isSettled,
    among,
    recommendedId,
    matrix,
    scenarios,
    screen,
  ])
}

/** Whether what is proposed may still give way by itself to another. */
export function useMayGiveWay(): boolean {
  const isOwn = useScreen((state) => state.ownProposalId !== null)
  const hasFailed = useResults((state) => state.courses.status === 'failed')
  const isSettled = useIsSettled()
  return isOwn && !isSettled && !hasFailed
}

function useIsSettled(): boolean {
  const among = useAmong()
  return useScreen((state) => state.ownProposalAmong === among)
}

function useAmong(): string {
  return settledKey(useComparedScenarios().map(({ id }) => id))
}

/** Figures and their ranges are those of all these; where there will be no ranges, the figures. */
function areDrawn({ courses, courseRanges }: ResultsState, ids: readonly string[]): boolean {
  const isThere = ({ status, value }: typeof courses | typeof courseRanges) =>
    status === 'ready' && ids.every((id) => value?.scenarioIds.includes(id))
  return isThere(courses) && (courseRanges.status === 'failed' || isThere(courseRanges))
}

/** The recommended course, else the best placed; the current posture is no proposal of this place. */
function firstOf(
  { totals }: Matrix,
  recommendedId: string | null,
  baselineIds: readonly string[],
): string | null {
  const others = totals.filter(({ scenarioId }) => !baselineIds.includes(scenarioId))
  const recommended = others.find(({ scenarioId }) => scenarioId === recommendedId)
  const ranked = others.filter(({ place }) => place !== null)
  const sure = ranked.filter(({ isOpen }) => !isOpen)
  const placed = sure.length > 0 ? sure : ranked
  const best = placed.reduce(
    (first, each) => (first && first.place! <= each.place! ? first : each),
    placed[0],
  )
  return (recommended ?? best ?? others[0])?.scenarioId ?? null
}
