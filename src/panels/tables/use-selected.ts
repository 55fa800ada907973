import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Selection } from '#state/screen-store.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import type { TableRows } from './table-kind.ts'

/** Selected alone, added or taken away, or everything from where a stretch began to here. */
export type SelectWay = 'only' | 'toggle' | 'range'

/** So many rows are selected at once; what is selected is copied and zoomed to, and more is exported. */
export const MAX_SELECTED_ROWS = 10_000

type Chosen = ReadonlyMap<string, Selection>

const NONE: Chosen = new Map()

/**
 * The selected rows of a table. The screen selects one thing, which the map marks; a table may have
 * more, for copying and zooming, of which the last is the screen's. They stay selected under a filter.
 */
export function useSelected(rows: TableRows, order: Uint32Array) {
  const { screen } = useRoom()
  const selection = useScreen((state) => state.selection)
  const [chosen, setChosen] = useState(NONE)
  /** Where a stretch begins: the last row that was selected otherwise. */
  const anchor = useRef<Selection | null>(null)
  const screenIndex = selection ? rows.indexOf(selection) : -1
  const screenKey = screenIndex < 0 ? null : rows.keyAt(screenIndex)
  useEffect(() => {
    setChosen((now) => {
      if (screenKey === null || !selection) return NONE
      if (now.has(screenKey)) return now
      anchor.current = selection
      return new Map([[screenKey, selection]])
    })
  }, [screenKey, selection])
  const select = useCallback(
    (positions: readonly number[], kept: Chosen) => {
      const next = new Map(kept)
      for (const position of positions.slice(0, MAX_SELECTED_ROWS)) {
        const index = order[position]!
        next.set(rows.keyAt(index), rows.selectionAt(index))
      }
      setChosen(next)
      screen.setState({ selection: [...next.values()].at(-1) ?? null })
    },
    [rows, order, screen],
  )
  const choose = useCallback(
    (position: number, way: SelectWay) => {
      const index = order[position]
      if (index === undefined) return
      const key = rows.keyAt(index)
      if (way !== 'range') anchor.current = rows.selectionAt(index)
      if (way === 'toggle' && chosen.has(key)) {
        select([], new Map([...chosen].filter(([other]) => other !== key)))
      } else if (way === 'range') {
        const from = anchor.current ? rows.indexOf(anchor.current) : -1
        select(stretch(from < 0 ? position : order.indexOf(from), position), NONE)
      } else select([position], way === 'toggle' ? chosen : NONE)
    },
    [rows, order, chosen, select],
  )
  const chooseAll = useCallback(() => {
    select(stretch(0, Math.min(order.length, MAX_SELECTED_ROWS) - 1), NONE)
  }, [order, select])
  const indices = useMemo(
    () => new Set([...chosen.values()].map(rows.indexOf).filter((index) => index >= 0)),
    [chosen, rows],
  )
  return { indices, screenIndex, choose, chooseAll }
}

/** All positions from one to another, the latter last. */
function stretch(from: number, to: number): number[] {
  const start = from < 0 ? to : from
  const step = start <= to ? 1 : -1
  return Array.from({ length: Math.abs(to - start) + 1 }, (_, i) => start + step * i)
}
