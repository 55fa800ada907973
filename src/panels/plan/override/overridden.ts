import { create } from 'zustand'
import type { Plan } from '#planner/plan.ts'
import { useDocument } from '#ui/room.tsx'

/** What a person decided instead of a suggestion: the row that says so. */
export type Decided = {
  readonly table: 'postings' | 'sites'
  readonly id: string
  /** Beside the suggestion: "put elsewhere". */
  readonly word: string
}

type Overridden = {
  readonly planHash: string
  readonly byIndex: ReadonlyMap<number, Decided>
}

/** Of the plan on screen alone; another plan starts without any. */
const useStore = create<Overridden>()(() => ({ planHash: '', byIndex: new Map() }))

/** Which suggestions of a plan a person decided otherwise; one whose row is undone is open again. */
export function useOverridden(plan: Plan) {
  const kept = useStore()
  const tables = useDocument((state) => state.document.tables)
  const byIndex = kept.planHash === plan.planHash ? kept.byIndex : new Map<number, Decided>()
  return {
    decidedOn: (index: number): Decided | null => {
      const decided = byIndex.get(index)
      return decided && tables[decided.table].has(decided.id) ? decided : null
    },
    decide: (index: number, decided: Decided) =>
      useStore.setState({
        planHash: plan.planHash,
        byIndex: new Map(byIndex).set(index, decided),
      }),
  }
}
