import { useEffect } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { distinctly } from '#core/distinct-names.ts'
import { baselineOf, openScenarios } from '#core/document.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { comparedScenarios, MOST_COMPARED } from '#state/compared.ts'
import { useDocument, useRoom, useScreen } from '#ui/room.tsx'

/**
 * The courses of action that are compared, each called unlike the others, the current posture first; a
 * new list only when they are others.
 */
export function useComparedScenarios(): readonly Scenario[] {
  const document = useDocument((state) => state.document)
  return useScreen(
    useShallow((screen) =>
      comparedScenarios(document, screen).map((each) => distinctly(document, each)),
    ),
  )
}

/** What is proposed, and what it is compared with; each null until there is one. */
export function useSides(): { readonly before: Scenario | null; readonly after: Scenario | null } {
  const document = useDocument((state) => state.document)
  const sideOf = (id: string | null) => {
    const scenario = document.tables.scenarios.get(id ?? '')
    return scenario ? distinctly(document, scenario) : null
  }
  const after = sideOf(useScreen((state) => state.scenarioId))
  const before = sideOf(useScreen((state) => state.againstScenarioId))
  return { before, after }
}

/**
 * At first the first COA against the current posture, until there is a recommendation; what is archived or
 * gone is never a side.
 */
export function useSidesAtFirst(): void {
  const { screen } = useRoom()
  const document = useDocument((state) => state.document)
  const scenarioId = useScreen((state) => state.scenarioId)
  const againstId = useScreen((state) => state.againstScenarioId)
  useEffect(() => {
    const open = openScenarios(document)
    const baselineId = baselineOf(document)?.id ?? null
    const isOpen = (id: string | null) => open.some((scenario) => scenario.id === id)
    const against = isOpen(againstId) ? againstId : baselineId
    const isProposed = isOpen(scenarioId) && !(scenarioId === against && against === baselineId)
    const first = open.find(({ isBaseline }) => !isBaseline)?.id ?? baselineId
    const proposed = isProposed ? scenarioId : first
    if (against !== againstId || proposed !== scenarioId) {
      screen.setState({
        againstScenarioId: against,
        ...(isProposed ? {} : ownProposal(proposed)),
      })
    }
  }, [document, scenarioId, againstId, screen])
}

/** Takes a COA into the comparison or out of it; why it cannot be is told in a sentence. */
export function useToggleCompared(): (id: string) => void {
  const { documents, screen, tell } = useRoom()
  return (id) => {
    const { document } = documents.getState()
    const state = screen.getState()
    const compared = comparedScenarios(document, state)
    const others = compared.flatMap(({ id, isBaseline }) => (isBaseline ? [] : [id]))
    if (!others.includes(id)) {
      if (compared.length >= MOST_COMPARED) {
        return tell(
          `Four are compared already, the current posture among them. Leave one out before ${document.tables.scenarios.get(id)?.name ?? 'another'} comes in.`,
        )
      }
      return screen.setState({ comparedIds: [...others, id] })
    }
    const rest = others.filter((each) => each !== id)
    if (rest.length === 0) {
      return tell('One COA at least is compared with the current posture. Take another in first.')
    }
    const { scenarioId, againstScenarioId } = state
    screen.setState({
      comparedIds: rest,
      ...(scenarioId === id ? ownProposal(rest[0] ?? null) : {}),
      ...(againstScenarioId === id ? { againstScenarioId: null } : {}),
    })
  }
}

/** What this place proposes until the draws say what comes first. */
function ownProposal(id: string | null) {
  return { scenarioId: id, ownProposalId: id, ownProposalAmong: null }
}

/** The COAs that the keys 1 to 4 propose, in their order: the current posture is no proposal. */
export function proposable(compared: readonly Scenario[]): readonly Scenario[] {
  return compared.filter(({ isBaseline }) => !isBaseline)
}
