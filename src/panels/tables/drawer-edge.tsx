import { useRef } from 'react'
import { useRoom, useScreen } from '#ui/room.tsx'

const LEAST_PIXELS = 152
const MOST_PIXELS = 620
const STEP_PIXELS = 28

/** The upper edge of the drawer: dragged, or moved with the arrow keys. */
export function DrawerEdge() {
  const { screen } = useRoom()
  const heightPixels = useScreen((state) => state.tables.heightPixels)
  const from = useRef<{ readonly y: number; readonly heightPixels: number } | null>(null)
  const setHeight = (next: number) =>
    screen.setState(({ tables }) => ({
      tables: { ...tables, heightPixels: Math.max(LEAST_PIXELS, Math.min(MOST_PIXELS, next)) },
    }))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line between two parts that can be moved is no rule
    <div
      className="table-edge"
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label="Height of the table"
      aria-valuenow={heightPixels}
      aria-valuemin={LEAST_PIXELS}
      aria-valuemax={MOST_PIXELS}
      onKeyDown={(event) => {
        const way = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        if (way === 0) return
        event.preventDefault()
        setHeight(heightPixels + way * STEP_PIXELS)
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { y: event.clientY, heightPixels }
      }}
      onPointerMove={(event) => {
        if (from.current) setHeight(from.current.heightPixels + from.current.y - event.clientY)
      }}
      onPointerUp={() => {
        from.current = null
      }}
    />
  )
}
