import { useCallback, useMemo, useState } from 'react'
import type { Playing } from '#panels/time/time-strip.tsx'
import type { Room } from '#ui/room.tsx'

const STEP_MINUTES = 1440

/** Playing the window, and stepping it by a day. */
export function useTimeKeys({
  screen,
}: Room): Playing & { readonly step: (direction: 1 | -1) => void } {
  const [isPlaying, setPlaying] = useState(false)
  const toggle = useCallback(() => setPlaying((now) => !now), [])
  const step = useCallback(
    (direction: 1 | -1) => {
      const window = screen.getState().windowEpochMinutes
      if (!window) return
      const by = direction * STEP_MINUTES
      screen.setState({ windowEpochMinutes: [window[0] + by, window[1] + by] })
    },
    [screen],
  )
  return useMemo(() => ({ isPlaying, toggle, step }), [isPlaying, toggle, step])
}
