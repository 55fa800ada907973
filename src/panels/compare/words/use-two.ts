import { useMemo } from 'react'
import type { Two } from '#analysis/compare/words/change-sentences.ts'
import type { Sided } from '#analysis/compare/words/hangs-on.ts'
import { nameUnder } from '#core/shocks-of.ts'
import { situationInputOf } from '#state/desk/document-inputs.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { useSides } from '../../scenarios/use-compared.ts'

/** What is proposed and what it is compared with, as sentences are made from them; null until both are there. */
export function useTwo(): Two | null {
  const { before, after } = useSides()
  const document = useDocument((state) => state.document)
  const columns = useDocument((state) => state.columns)
  const ground = useResults((state) => state.ground.value)
  const here = useResults((state) => state.situations[after?.id ?? '']?.value ?? null)
  const there = useResults((state) => state.situations[before?.id ?? '']?.value ?? null)
  return useMemo(() => {
    if (!before || !after || before.id === after.id || !ground || !here || !there) return null
    const sideOf = (scenarioId: string, situation: typeof here): Sided => ({
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
  }, [before, after, document, columns, ground, here, there])
}
