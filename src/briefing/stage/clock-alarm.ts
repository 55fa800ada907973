import { useEffect, useState } from 'react'
import type { OperationDocument } from '#core/document.ts'
import { operationOf } from '#core/document.ts'
import { ageText } from '#core/time/freshness.ts'
import { epochMinutesOf } from '#core/time/instant.ts'

const LOOK_MILLISECONDS = 10_000
/** A clock that is set by the network moves by less. */
const JUMP_MILLISECONDS = 60_000
const TOLD_FOR_MILLISECONDS = 600_000
const BEHIND_MINUTES = 60

/** By how much a clock moved beyond the time that passed; 0: it did not. Milliseconds. */
export function jumpOf(
  before: { readonly clockMs: number; readonly passedMs: number },
  after: { readonly clockMs: number; readonly passedMs: number },
): number {
  const jump = after.clockMs - before.clockMs - (after.passedMs - before.passedMs)
  return Math.abs(jump) >= JUMP_MILLISECONDS ? jump : 0
}

/** What a jump means for who reads ages off the wall; null: there was none. */
export function jumpText(jumpMs: number): string | null {
  if (jumpMs === 0) return null
  const minutes = Math.round(Math.abs(jumpMs) / 60_000)
  const by = minutes >= 120 ? `${Math.round(minutes / 60)} h` : `${minutes} min`
  return jumpMs > 0
    ? `This machine slept, or its clock was put forward, by ${by}: check the time before you trust ages.`
    : `The clock of this machine was put back by ${by}: check the time before you trust ages.`
}

/** Data that are newer than now, outside an exercise, mean a clock that is behind; null: none are. */
export function behindText(document: OperationDocument, clockAt: string): string | null {
  if (operationOf(document).isExercise) return null
  const now = epochMinutesOf(clockAt)
  const newest = [...document.tables.datasets.values()]
    .flatMap(({ asOf }) => asOf ?? [])
    .sort()
    .at(-1)
  if (newest === undefined || epochMinutesOf(newest) - now < BEHIND_MINUTES) return null
  return `The clock of this machine is ${ageText(clockAt, newest)} behind the newest data: ages cannot be told.`
}

/** What there is to say of the clock of this machine, looked at every ten seconds; null: nothing. */
export function useClockAlarm(document: OperationDocument, now: () => string): string | null {
  const [jump, setJump] = useState<string | null>(null)
  const [clockAt, setClockAt] = useState(now)
  useEffect(() => {
    let before = { clockMs: Date.now(), passedMs: performance.now() }
    let over: ReturnType<typeof setTimeout> | undefined
    const timer = setInterval(() => {
      const after = { clockMs: Date.now(), passedMs: performance.now() }
      const text = jumpText(jumpOf(before, after))
      before = after
      setClockAt(now())
      if (text === null) return
      setJump(text)
      clearTimeout(over)
      over = setTimeout(() => setJump(null), TOLD_FOR_MILLISECONDS)
    }, LOOK_MILLISECONDS)
    return () => {
      clearInterval(timer)
      clearTimeout(over)
    }
  }, [now])
  return jump ?? behindText(document, clockAt)
}
