import { useMemo } from 'react'
import { operationOf } from '#core/document.ts'
import type { Base } from '#core/records/base.ts'
import type { Unit } from '#core/records/unit.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import { useDocument } from '#ui/room.tsx'

/** The force at the planning instant: who came later or has gone is in the table of units alone. */
export type ForceNow = {
  readonly units: ReadonlyMap<string, Unit>
  readonly bases: ReadonlyMap<string, Base>
  /** Units of other times. */
  readonly otherCount: number
}

export function useForceNow(): ForceNow {
  const { units, bases } = useDocument((state) => state.document.tables)
  const planningAt = useDocument((state) => operationOf(state.document).planningAt)
  return useMemo(() => {
    const at = epochMinutesOf(planningAt)
    const now = <T extends Unit | Base>(rows: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
      new Map([...rows].filter(([, row]) => isWithin(at, row.validFrom, row.validTo)))
    const here = now(units)
    return { units: here, bases: now(bases), otherCount: units.size - here.size }
  }, [units, bases, planningAt])
}
