import { useMemo } from 'react'
import { knownNeedShare } from '#analysis/compare/known-need.ts'
import { usualStress } from '#analysis/compare/stress/usual-stress.ts'
import { baselineOf } from '#core/document.ts'
import { useDocument, useResults } from '#ui/room.tsx'

/** How the courses are tried unless a person says otherwise, by what is known of need today. */
export function useUsualStress(): ReturnType<typeof usualStress> {
  const baselineId = useDocument(({ document }) => baselineOf(document)?.id ?? '')
  const ground = useResults((state) => state.ground.value)
  const situation = useResults((state) => state.situations[baselineId]?.value ?? null)
  return useMemo(
    () => usualStress(ground && situation ? knownNeedShare(ground, situation) : Number.NaN),
    [ground, situation],
  )
}
