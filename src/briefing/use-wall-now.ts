import { useEffect, useState } from 'react'
import { operationOf } from '#core/document.ts'
import { useDocument, useRoom } from '#ui/room.tsx'
import { wallNowAt } from './facts/wall-clock.ts'

const TICK_MILLISECONDS = 10_000

/** From when ages on the wall are counted; looks at the clock every ten seconds. */
export function useWallNow(): string {
  const { now } = useRoom()
  const operation = useDocument((state) => operationOf(state.document))
  const [clockAt, setClockAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setClockAt(now()), TICK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [now])
  return wallNowAt(operation, clockAt)
}
