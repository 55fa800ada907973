import { useMemo } from 'react'
import type { Indicator } from '#core/records/indicator.ts'
import { useDocument } from '#ui/room.tsx'

/** Indicators in the order people gave them, which is also the order of a picture's scores. */
export function useIndicators(): readonly Indicator[] {
  const table = useDocument((state) => state.document.tables.indicators)
  return useMemo(() => indicatorsInOrder(table), [table])
}

/** Sorted by order key, then id. */
export function indicatorsInOrder(table: ReadonlyMap<string, Indicator>): Indicator[] {
  return [...table.values()].sort((a, b) =>
    a.orderKey === b.orderKey ? (a.id < b.id ? -1 : 1) : a.orderKey < b.orderKey ? -1 : 1,
  )
}
