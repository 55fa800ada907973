import { useEffect, useMemo, useState } from 'react'
import type { ExtentDegrees } from '#core/geo/extent.ts'
import type { TableView } from '#state/tables-state.ts'
import { useScreen } from '#ui/room.tsx'
import { runSlice, runSlices } from '#ui/slices.ts'
import { orderedRows } from './order-rows.ts'
import type { TableRows } from './table-kind.ts'

const SETTLED_MS = 150

type Ordered = { readonly rows: TableRows; readonly order: Uint32Array }

const NO_ROWS = new Uint32Array()

/**
 * The rows that a view leaves, in its order. A few thousand are there at once; of more the last order
 * stays until the new one is worked out, between the frames.
 */
export function useOrder(
  rows: TableRows,
  view: TableView,
): { readonly order: Uint32Array; readonly isWorking: boolean } {
  const box = useSettledView(view.isInView)
  const work = useMemo(() => orderedRows(rows, view, box), [rows, view, box])
  const atOnce = useMemo(() => runSlice(work), [work])
  const [later, setLater] = useState<Ordered | null>(null)
  const [last, setLast] = useState<Ordered | null>(null)
  useEffect(() => {
    if (atOnce) {
      setLast({ rows, order: atOnce.value })
      return
    }
    setLater(null)
    return runSlices(work, (order) => {
      setLater({ rows, order })
      setLast({ rows, order })
    })
  }, [work, atOnce, rows])
  const isHere = later !== null && later.rows === rows
  if (atOnce) return { order: atOnce.value, isWorking: false }
  if (isHere) return { order: later.order, isWorking: false }
  return { order: last?.rows === rows ? last.order : NO_ROWS, isWorking: true }
}

/** What the map shows, once it has come to rest; null where nobody asks. */
function useSettledView(isAsked: boolean): ExtentDegrees | null {
  const box = useScreen(({ viewDegrees }) => (isAsked ? viewDegrees : null))
  const [settled, setSettled] = useState(box)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(box), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [box])
  return isAsked ? (settled ?? box) : null
}
