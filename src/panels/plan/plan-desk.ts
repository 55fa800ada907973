import { createContext, use } from 'react'
import type { PlanUnits } from '#planner/plan.ts'
import type { PlanWish } from '#state/desk/planning.ts'
import type { ReasonQuestion } from '#state/desk/reason-slots.ts'
import type { WeighQuestion } from '#state/desk/weigh-slots.ts'

/** Where a plan is asked for. */
export type PlanDesk = {
  readonly request: (wish: PlanWish) => void
  /** Ends the search; what it has so far becomes the plan. */
  readonly stop: () => void
  readonly discard: () => void
  /** Weighs the plan against what else there is; a question under way is called off. */
  readonly weigh: (question: WeighQuestion) => void
  readonly stopWeighing: () => void
  /** Asks why the plan is as it is; questions wait for each other. */
  readonly askWhy: (question: ReasonQuestion) => void
  readonly stopWhy: (question: ReasonQuestion) => void
  /** Takes a choice as the proposal; `note` says which. */
  readonly take: (laydown: readonly PlanUnits[], note: string) => void
  readonly giveBack: () => void
}

const PlanDeskContext = createContext<PlanDesk | null>(null)

export const PlanDeskProvider = PlanDeskContext.Provider

/**
 * The desk that the panels of Plan ask.
 *
 * @throws Error outside a PlanDeskProvider.
 */
export function usePlanDesk(): PlanDesk {
  const desk = use(PlanDeskContext)
  if (!desk) throw new Error('there is no desk to ask for a plan')
  return desk
}
