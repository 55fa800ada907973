import { useMemo } from 'react'
import { statesSinceAt } from '#products/ages/layer-age.ts'
import { useDocument } from '#ui/room.tsx'
import { useNow } from '#ui/use-now.ts'

/** What a scene takes for now: another only when the state of something that is dated is. */
export function useStatesSince(): string {
  const document = useDocument((state) => state.document)
  const nowAt = useNow()
  return useMemo(() => statesSinceAt(document, nowAt), [document, nowAt])
}
