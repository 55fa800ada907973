import { createContext, use } from 'react'
import type { StressSettings } from '#analysis/compare/stress/stress.ts'
import type { RepairWish } from '#state/desk/repairing.ts'

/** Where courses are asked to be tried under what may come. */
export type StressDesk = {
  readonly request: (settings: StressSettings) => void
  /** Ends the run with the draws that it has. */
  readonly stop: () => void
  readonly repair: (wish: RepairWish) => void
  readonly stopRepair: () => void
}

const StressDeskContext = createContext<StressDesk | null>(null)

export const StressDeskProvider = StressDeskContext.Provider

/**
 * The desk that the strip under stress asks.
 *
 * @throws Error outside a StressDeskProvider.
 */
export function useStressDesk(): StressDesk {
  const desk = use(StressDeskContext)
  if (!desk) throw new Error('there is no desk to try courses')
  return desk
}
