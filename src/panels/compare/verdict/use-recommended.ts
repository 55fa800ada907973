import { useMemo } from 'react'
import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import { recommendationOf } from '#analysis/compare/words/recommendation.ts'
import { useResults } from '#ui/room.tsx'

/** Which course the weights of a matrix recommend; null: none, or not known yet. */
export function useRecommended(matrix: Matrix | null): string | null {
  const figures = useResults((state) => state.courses.value)
  return useMemo(() => {
    if (!matrix || !figures) return null
    return recommendationOf({ matrix, figures, names: {} }).scenarioId
  }, [matrix, figures])
}
