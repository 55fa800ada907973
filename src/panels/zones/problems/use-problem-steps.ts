import { useCallback, useEffect, useState } from 'react'
import type { ZoneProblem } from '#analysis/zones/problems/problem.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { flightTo } from '../fly-to.ts'
import type { Problems } from './use-problems.ts'

/** Going through the problems: to one of them, or to the next, round and round. */
export type ProblemSteps = {
  /** The one that was gone to last; null: none. */
  readonly chosenId: string | null
  readonly go: (problem: ZoneProblem) => void
  readonly next: () => void
}

/** Takes the wishes of F8 and of the palette too, once there is an answer. */
export function useProblemSteps({ list, isRunning }: Problems, zoneCount: number): ProblemSteps {
  const { screen, tell } = useRoom()
  const wish = useScreen((state) => state.nextProblemWish)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const go = useCallback(
    ({ id, zoneId, extent }: ZoneProblem) => {
      setChosenId(id)
      screen.setState({
        ...(zoneId === null ? {} : { selection: { type: 'row', table: 'zones', id: zoneId } }),
        flight: flightTo(extent),
      })
    },
    [screen],
  )
  const next = useCallback(() => {
    const following = list[list.findIndex(({ id }) => id === chosenId) + 1] ?? list[0]
    if (following) go(following)
    else if (zoneCount === 0) tell('This COA has no zones yet. Draw one with the key P.')
    else tell('No problem is left in these zones.')
  }, [list, chosenId, go, tell, zoneCount])
  useEffect(() => {
    if (!wish || (isRunning && list.length === 0)) return
    screen.setState({ nextProblemWish: null })
    next()
  }, [wish, isRunning, list, next, screen])
  return { chosenId, go, next }
}
