import { useMemo } from 'react'
import { operationOf } from '#core/document.ts'
import { forceTables } from '#core/force-at.ts'
import type { Base } from '#core/records/base.ts'
import type { Unit } from '#core/records/unit.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import { useDocument, useScenarioId } from '#ui/room.tsx'

/**
 * The force of the COA on screen at the planning instant: who came later or has gone is in the table of
 * units alone.
 */
export type ForceNow = {
  readonly units: ReadonlyMap<string, Unit>
  readonly bases: ReadonlyMap<string, Base>
  /** Units of other times. */
  readonly otherCount: number
}

export function useForceNow(): ForceNow {
  const scenarioId = useScenarioId()
  const units = useDocument(({ document }) => forceTables(document, scenarioId).units)
  const bases = useDocument(({ document }) => forceTables(document, scenarioId).bases)
  const allCount = useDocument(({ document }) => document.tables.units.size)
  const planningAt = useDocument((state) => operationOf(state.document).planningAt)
  return useMemo(() => {
    const at = epochMinutesOf(planningAt)
    const now = <T extends Unit | Base>(rows: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
      new Map([...rows].filter(([, row]) => isWithin(at, row.validFrom, row.validTo)))
    const here = now(units)
    return { units: here, bases: now(bases), otherCount: allCount - here.size }
  }, [units, bases, allCount, planningAt])
}
