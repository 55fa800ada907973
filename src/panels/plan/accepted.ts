import { useMemo } from 'react'
import { create } from 'zustand'
import type { LonLat } from '#core/place.ts'
import type { Plan, PlanPosting } from '#planner/plan.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { useOverridden } from './override/overridden.ts'

type Accepted = { readonly planHash: string; readonly indices: ReadonlySet<number> }

/** Which suggestions of the plan on screen are accepted; another plan starts without any. */
const useStore = create<Accepted>()(() => ({ planHash: '', indices: new Set() }))

/**
 * The switches of a plan, and which of its suggestions are in the COA already. Carriers have no
 * switch: they go along as soon as any crew of their place is accepted.
 */
export function useAccepted(plan: Plan) {
  const kept = useStore()
  const postings = useDocument((state) => state.document.tables.postings)
  const scenarioId = useResults((state) => state.planScenarioId)
  const added = useMemo(() => {
    const there = new Set(
      [...postings.values()]
        .filter((row) => row.planHash === plan.planHash && row.scenarioId === scenarioId)
        .map(({ placeId, typeId, reason }) => `${placeId}/${typeId}/${reason}`),
    )
    return plan.postings.map(({ placeId, typeId, reason }) =>
      there.has(`${placeId}/${typeId}/${reason.slice(0, 500)}`),
    )
  }, [plan, postings, scenarioId])
  const { decidedOn } = useOverridden(plan)
  const chosen = kept.planHash === plan.planHash ? kept.indices : new Set<number>()
  const indices = new Set([...chosen].filter((index) => decidedOn(index) === null))
  const isDecided = (index: number) =>
    decidedOn(plan.postings[index]?.carriesIndex ?? index) !== null
  const keep = (next: ReadonlySet<number>) =>
    useStore.setState({ planHash: plan.planHash, indices: next })
  const isAccepted = (index: number) => {
    const posting = plan.postings[index]
    if (!posting || posting.carriesIndex === null) return indices.has(index)
    return plan.postings.some(
      ({ placeId }, crew) => placeId === posting.placeId && indices.has(crew),
    )
  }
  return {
    isAccepted,
    /** Neither in the COA nor decided otherwise by a person. */
    isOpen: (index: number) => !(added[index] ?? false) && !isDecided(index),
    isAdded: (index: number) => added[index] ?? false,
    accept: (index: number, isOn: boolean) => {
      const next = new Set(indices)
      if (isOn) next.add(index)
      else next.delete(index)
      keep(next)
    },
    acceptAll: () => {
      const leads = [...plan.postings.keys()].filter(
        (index) => !isCarried(plan.postings[index]) && !isDecided(index),
      )
      keep(new Set(leads))
    },
  }
}

/** Whether a posting is only there to carry another one. */
export function isCarried(posting: PlanPosting | undefined): boolean {
  return (posting?.carriesIndex ?? null) !== null
}

/** Where a base or community lies; null if it is neither any more. */
export function usePlacePosition(): (placeId: string) => LonLat | null {
  const bases = useDocument((state) => state.document.tables.bases)
  const communities = useDocument((state) => state.document.tables.communities)
  return (placeId) => bases.get(placeId)?.position ?? communities.get(placeId)?.position ?? null
}
