import { createContext, use } from 'react'
import type { ZoneRequest } from '#planner/zoning/zone-wish.ts'

/** Where zones are asked for. */
export type ZoneDesk = {
  readonly request: (request: ZoneRequest) => void
  /** Ends the search; what it has so far becomes the proposal. */
  readonly stop: () => void
  readonly discard: () => void
}

const ZoneDeskContext = createContext<ZoneDesk | null>(null)

export const ZoneDeskProvider = ZoneDeskContext.Provider

/**
 * The desk that the Zones place asks.
 *
 * @throws Error outside a ZoneDeskProvider.
 */
export function useZoneDesk(): ZoneDesk {
  const desk = use(ZoneDeskContext)
  if (!desk) throw new Error('there is no desk to ask for zones')
  return desk
}
