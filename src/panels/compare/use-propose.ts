import { useCallback } from 'react'
import { useRoom } from '#ui/room.tsx'

/** Makes a course the proposed one; where it is what the other is compared with, they change sides. */
export function usePropose(): (scenarioId: string) => void {
  const { screen } = useRoom()
  return useCallback(
    (scenarioId) => {
      const { scenarioId: proposedId, againstScenarioId } = screen.getState()
      const isChosen = { ownProposalId: null }
      if (scenarioId === proposedId) return screen.setState(isChosen)
      screen.setState(
        scenarioId === againstScenarioId
          ? { scenarioId, againstScenarioId: proposedId, ...isChosen }
          : { scenarioId, ...isChosen },
      )
    },
    [screen],
  )
}
