import type { Two } from '#analysis/compare/words/change-sentences.ts'
import type { Sided } from '#analysis/compare/words/hangs-on.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { nameUnder } from '#core/shocks-of.ts'
import { situationInputOf } from '#state/desk/document-inputs.ts'
import type { DocumentState } from '#state/document-store.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { useSides } from '../../scenarios/use-compared.ts'
import { kept, MOST_PAIRS } from '../kept.ts'

/**
 * What is proposed and what it is compared with, as sentences are made from them: as their figures were
 * measured, so that no sentence is of newer facts than the figures beside it; as they are now where
 * nobody has measured both yet. Null until both are there.
 */
export function useTwo(): Two | null {
  const { before, after } = useSides()
  const measured = useResults((state) => state.courseSides)
  const [course, against] = [measured[after?.id ?? ''], measured[before?.id ?? '']]
  const isMeasured = course !== undefined && against !== undefined
  const here = useSideNow(isMeasured ? undefined : after?.id)
  const there = useSideNow(isMeasured ? undefined : before?.id)
  const againstName = useDocument(({ document }) => (before ? nameUnder(document, before) : ''))
  if (!before || !after || before.id === after.id) return null
  const sides = isMeasured ? ([course, against] as const) : ([here, there] as const)
  return twoOf(...sides, againstName, before.isBaseline)
}

/** Kept, so that sentences made from two are found again when these are proposed again. */
const twoOf = kept(
  (
    course: Sided | null,
    against: Sided | null,
    againstName: string,
    isAgainstNow: boolean,
  ): Two | null => course && against && { course, against, againstName, isAgainstNow },
  MOST_PAIRS,
)

/** A scenario as it is now; null until its situation is there. */
function useSideNow(scenarioId = ''): Sided | null {
  const document = useDocument((state) => state.document)
  const columns = useDocument((state) => state.columns)
  const ground = useResults((state) => state.ground.value)
  const situation = useResults((state) => state.situations[scenarioId]?.value ?? null)
  return ground && situation && sideOf(scenarioId, situation, document, columns, ground)
}

const sideOf = kept(
  (
    scenarioId: string,
    situation: Situation,
    document: DocumentState['document'],
    columns: DocumentState['columns'],
    ground: Ground,
  ): Sided => ({
    scenarioId,
    situation,
    input: situationInputOf({ document, columns }, ground, scenarioId),
  }),
  MOST_PAIRS,
)
