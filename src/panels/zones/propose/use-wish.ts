import { useMemo } from 'react'
import { create } from 'zustand'
import { operationOf } from '#core/document.ts'
import { forceOf } from '#core/force-at.ts'
import type { Base } from '#core/records/base.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import { basesWithUnits } from '#planner/zoning/zone-seeds.ts'
import { FIRST_ZONE_WISH, type ZoneWish } from '#planner/zoning/zone-wish.ts'
import { useDocument, useScenarioId } from '#ui/room.tsx'

type Kept = { readonly wish: Omit<ZoneWish, 'baseIds'>; readonly baseIds: readonly string[] | null }

/** What is asked of proposed zones; it stays while other papers are looked at. */
const useStore = create<Kept>()(() => ({ wish: FIRST_ZONE_WISH, baseIds: null }))

/** What is asked, and the bases that are there; all with units are chosen until a person says otherwise. */
export function useWish() {
  const { wish, baseIds } = useStore()
  const document = useDocument((state) => state.document)
  const { bases, units } = forceOf(document, useScenarioId())
  const { planningAt } = operationOf(document)
  const there = useMemo(() => {
    const at = epochMinutesOf(planningAt)
    return bases
      .filter(({ validFrom, validTo }) => isWithin(at, validFrom, validTo))
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  }, [bases, planningAt])
  const withUnits = useMemo(
    () => basesWithUnits({ bases: there, units, planningAt }),
    [there, units, planningAt],
  )
  const chosen = baseIds ?? withUnits.map(({ id }) => id)
  const known = new Set(there.map(({ id }: Base) => id))
  return {
    wish: { ...wish, baseIds: chosen.filter((id) => known.has(id)) } satisfies ZoneWish,
    bases: there,
    hasUnits: (id: string) => withUnits.some((base) => base.id === id),
    setWish: (next: Partial<ZoneWish>) => {
      const { baseIds: bases, ...fields } = next
      useStore.setState({ wish: { ...wish, ...fields }, ...(bases ? { baseIds: bases } : {}) })
    },
  }
}
