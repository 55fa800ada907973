import { branchWithPostings } from '#core/commands/scenarios/branch-with-postings.ts'
import { scenariosInOrder } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import { freeName } from '#core/free-name.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { RepairedPlan } from '#jobs/repair-plan.ts'
import { useRoom, useRun } from '#ui/room.tsx'

/**
 * Makes a COA of a repair, branched from the one that it repairs, as one step: under the shock where a
 * shock was repaired, else with what was supposed among what it takes for granted. Says whether it did.
 */
export function useTakeRepair(): (scenario: Scenario, repaired: RepairedPlan) => boolean {
  const { documents, screen, newId, tell } = useRoom()
  const run = useRun()
  return (scenario, { future, moves, moveCount, planHash }) => {
    const id = newId()
    const names = scenariosInOrder(documents.getState().document).map((each) => each.name)
    const name = freeName(`${scenario.name}, repaired for ${future.name}`, names)
    const shockIds =
      future.kind === 'shock'
        ? { shockIds: [...new Set([...scenario.shockIds, future.shockId])] }
        : {}
    const isDone = run(branchWithPostings, {
      start: {
        id,
        name,
        title: `${counted(moveCount, 'move')} after ${future.name}`,
        copyOfId: scenario.id,
        ...shockIds,
      },
      assumptions: future.kind === 'shock' ? [] : [`${future.name}: ${future.detail}.`],
      accepted: {
        planHash,
        ids: moves.map(() => newId()),
        suggestions: moves.map(({ typeId, count, fromPlaceId, placeId, reason }) => ({
          ...{ typeId, count, fromPlaceId, placeId, reason },
        })),
      },
    })
    if (isDone) {
      screen.setState({ scenarioId: id })
      tell(`${name} is a COA of its own now. Undo takes it back.`)
    }
    return isDone
  }
}
