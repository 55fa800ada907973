import { useMemo } from 'react'
import type { Columns } from '#core/columns/columns.ts'
import { useDocument } from '#ui/room.tsx'

/** Columns of every incident dataset, the same list as long as they are the same. */
export function useIncidents(): readonly Columns[] {
  const datasets = useDocument((state) => state.document.tables.datasets)
  const columns = useDocument((state) => state.columns)
  return useMemo(
    () =>
      [...datasets.values()].flatMap(({ id, kind }) => {
        const batch = kind === 'incidents' ? columns.get(id) : undefined
        return batch ? [batch] : []
      }),
    [datasets, columns],
  )
}
