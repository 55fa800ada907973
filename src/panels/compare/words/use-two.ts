import type { Two } from '#analysis/compare/words/change-sentences.ts'
import type { Sided } from '#analysis/compare/words/hangs-on.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { nameUnder } from '#core/shocks-of.ts'
import { situationInputOf } from '#state/desk/document-inputs.ts'
import type { DocumentState } from '#state/document-store.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { useSides } from '../../scenarios/use-compared.ts'
import { kept, MOST_PAIRS } from '../kept.ts'

/** What is proposed and what it is compared with, as sentences are made from them; null until both are there. */
export function useTwo(): Two | null {
  const { before, after } = useSides()
  const document = useDocument((state) => state.document)
  const columns = useDocument((state) => state.columns)
  const ground = useResults((state) => state.ground.value)
  const here = useResults((state) => state.situations[after?.id ?? '']?.value ?? null)
  const there = useResults((state) => state.situations[before?.id ?? '']?.value ?? null)
  return twoOf(before, after, document, columns, ground, here, there)
}

/** Kept, so that sentences made from two are found again when these are proposed again. */
const twoOf = kept(
  (
    before: Scenario | null,
    after: Scenario | null,
    document: DocumentState['document'],
    columns: DocumentState['columns'],
    ground: Ground | null,
    here: Situation | null,
    there: Situation | null,
  ): Two | null => {
    if (!before || !after || before.id === after.id || !ground || !here || !there) return null
    const sideOf = (scenarioId: string, situation: Situation): Sided => ({
      scenarioId,
      situation,
      input: situationInputOf({ document, columns }, ground, scenarioId),
    })
    return {
      course: sideOf(after.id, here),
      against: sideOf(before.id, there),
      againstName: nameUnder(document, before),
      isAgainstNow: before.isBaseline,
    }
  },
  MOST_PAIRS,
)
