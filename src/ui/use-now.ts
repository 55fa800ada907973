import { useEffect, useState } from 'react'
import { operationOf } from '#core/document.ts'
import { pictureNowAt } from '#core/time/picture-now.ts'
import { useDocument, useRoom } from './room.tsx'

const TICK_MILLISECONDS = 10_000

/**
 * From when ages on screen are counted (`pictureNowAt`), to the minute. Looks at the clock every ten
 * seconds; an exercise stands still, and nothing is drawn anew for it.
 */
export function useNow(): string {
  const { now } = useRoom()
  const operation = useDocument((state) => operationOf(state.document))
  const [clockAt, setClockAt] = useState(() => minuteOf(now()))
  useEffect(() => {
    if (operation.isExercise) return
    const look = () => setClockAt(minuteOf(now()))
    look()
    const timer = setInterval(look, TICK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [now, operation.isExercise])
  return pictureNowAt(operation, clockAt)
}

/** The minute that an instant lies in. */
function minuteOf(at: string): string {
  return `${at.slice(0, 16)}:00Z`
}
