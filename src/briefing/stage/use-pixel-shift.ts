import { useEffect, useState } from 'react'

/** Pixels right and down, one place a minute: no line stays on the same row of an OLED screen. */
export const PIXEL_SHIFTS: readonly (readonly [number, number])[] = [
  [1, 1],
  [3, 2],
  [4, 4],
  [2, 3],
  [1, 4],
  [4, 1],
  [2, 2],
  [3, 4],
]

const MINUTE = 60_000

/** Where the picture lies this minute. */
export function usePixelShift(): readonly [number, number] {
  const [minute, setMinute] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setMinute((before) => before + 1), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return PIXEL_SHIFTS[minute % PIXEL_SHIFTS.length] ?? [1, 1]
}
