import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useRoom } from '#ui/room.tsx'
import { GridHead } from './grid-head.tsx'
import { cellId, movedSpot, type Spot } from './grid-keys.ts'
import { GridRow } from './grid-row.tsx'
import { gridWindow, ROW_PIXELS, scrollTopFor } from './grid-window.ts'
import type { CellEdit, TableRows } from './table-kind.ts'
import type { SelectWay } from './use-selected.ts'

type GridProps = {
  readonly label: string
  readonly rows: TableRows
  readonly order: Uint32Array
  readonly sort: { readonly columnId: string; readonly isDescending: boolean } | null
  readonly choices: Readonly<Record<string, string>>
  /** Indices of the selected rows. */
  readonly selected: ReadonlySet<number>
  /** The row that the screen selects; −1: none of these. */
  readonly screenIndex: number
  readonly heightPixels: number
  readonly onSort: (columnId: string) => void
  readonly onChoice: (columnId: string, value: string | null) => void
  readonly onSelect: (position: number, way: SelectWay) => void
  readonly onSelectAll: () => void
  readonly onZoom: (index: number | null) => void
  readonly onCopy: (put: (text: string) => void) => void
}

/** What rows keep free at both edges. */
const EDGES_PIXELS = 12

/**
 * Rows by the hundred thousand, of which those in view are in the page. It is written by hand because
 * the kit's table makes an element of every row before the first is drawn; keys and roles are those of
 * a grid: arrows move, Space selects, Enter edits or, on a heading, sorts.
 */
export function Grid(props: GridProps) {
  const { rows, order, heightPixels } = props
  const id = useId()
  const room = useRoom()
  const scroller = useRef<HTMLTableElement>(null)
  const [scrollTop, setScrollTop] = useState(0)
  const [spot, setSpot] = useState<Spot>({ position: 0, column: 0 })
  const [editing, setEditing] = useState<number | null>(null)
  const viewportPixels = Math.max(ROW_PIXELS, heightPixels - ROW_PIXELS)
  const seen = gridWindow(order.length, scrollTop, viewportPixels)
  const position = Math.min(spot.position, order.length - 1)
  const widths = useMemo(
    () => rows.columns.map(({ widthPixels: w }) => `minmax(${w}px, ${w}fr)`).join(' '),
    [rows],
  )
  const wholeWidth = rows.columns.reduce((sum, column) => sum + column.widthPixels, EDGES_PIXELS)
  const goTo = (next: Spot) => {
    setSpot(next)
    const element = scroller.current
    if (element && next.position >= 0) {
      const top = scrollTopFor(next.position, order.length, element.scrollTop, viewportPixels)
      element.scrollTop = top
      setScrollTop(top)
    }
    requestAnimationFrame(() =>
      document
        .getElementById(cellId(id, next))
        ?.scrollIntoView?.({ inline: 'nearest', block: 'nearest' }),
    )
  }
  useFollowed(props.screenIndex, order, spot, goTo)
  const editAt = (column: number): CellEdit | null => {
    const index = order[position]
    return index === undefined ? null : (rows.columns[column]?.edit?.(index) ?? null)
  }
  const beginEdit = (at: number, column: number) => {
    const index = order[at]
    const edit = index === undefined ? null : (rows.columns[column]?.edit?.(index) ?? null)
    if (!edit) return
    if (edit.type === 'yesNo') {
      const reason = edit.settle(room.documents, !edit.value)
      if (reason !== null) room.tell(reason)
    } else {
      setSpot({ position: at, column })
      setEditing(at)
    }
  }
  const endEdit = (columns: number) => {
    setEditing(null)
    scroller.current?.focus({ preventScroll: true })
    if (columns !== 0) {
      goTo({
        position,
        column: Math.max(0, Math.min(rows.columns.length - 1, spot.column + columns)),
      })
    }
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (isField(event.target)) return
    const isCtrl = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor(viewportPixels / ROW_PIXELS) - 1)
    const size = { rows: order.length, columns: rows.columns.length, page }
    const next = movedSpot({ position, column: spot.column }, { key: event.key, isCtrl }, size)
    const done = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (next) {
      done()
      goTo(next)
      if (event.shiftKey && next.position >= 0) props.onSelect(next.position, 'range')
    } else if (event.key === ' ' && position >= 0) {
      done()
      props.onSelect(position, isCtrl ? 'toggle' : event.shiftKey ? 'range' : 'only')
    } else if (event.key === 'Enter' || event.key === 'F2') {
      done()
      if (position < 0) props.onSort(rows.columns[spot.column]!.id)
      else if (editAt(spot.column)) beginEdit(position, spot.column)
      else props.onSelect(position, 'only')
    } else if (isCtrl && event.key.toLowerCase() === 'a') {
      done()
      props.onSelectAll()
    } else if (isCtrl && event.key.toLowerCase() === 'j') {
      done()
      props.onZoom(props.selected.size === 0 ? (order[position] ?? null) : null)
    }
  }
  return (
    <table
      ref={scroller}
      className="table-grid"
      style={{ '--table-width': `${wholeWidth}px` } as React.CSSProperties}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are gone through with keys is a grid
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={order.length + 1}
      aria-colcount={rows.columns.length}
      aria-multiselectable
      {...(position < 0 || (position >= seen.first && position < seen.end)
        ? { 'aria-activedescendant': cellId(id, { position, column: spot.column }) }
        : {})}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        if (isField(event.target)) return
        event.preventDefault()
        event.currentTarget.focus({ preventScroll: true })
      }}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onCopy={(event) => {
        if (isField(event.target)) return
        event.preventDefault()
        props.onCopy((text) => event.clipboardData.setData('text/plain', text))
      }}
    >
      <GridHead
        id={id}
        columns={rows.columns}
        widths={widths}
        sort={props.sort}
        choices={props.choices}
        activeColumn={position < 0 ? spot.column : null}
        onSort={props.onSort}
        onChoice={props.onChoice}
      />
      <tbody className="table-rows" style={{ height: seen.totalPixels }}>
        {Array.from({ length: seen.end - seen.first }, (_, i) => {
          const at = seen.first + i
          const index = order[at]!
          return (
            <GridRow
              key={rows.keyAt(index)}
              id={id}
              rows={rows}
              index={index}
              position={at}
              widths={widths}
              topPixels={seen.offsetPixels + i * ROW_PIXELS}
              isSelected={props.selected.has(index)}
              activeColumn={at === position ? spot.column : null}
              isEditing={editing === at}
              onPress={(column, way) => {
                setSpot({ position: at, column })
                props.onSelect(at, way)
              }}
              onZoom={() => props.onZoom(index)}
              onEdit={(column) => beginEdit(at, column)}
              onEndEdit={endEdit}
            />
          )
        })}
      </tbody>
    </table>
  )
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
}

/** Goes to the row that was selected elsewhere. */
function useFollowed(
  screenIndex: number,
  order: Uint32Array,
  spot: Spot,
  goTo: (spot: Spot) => void,
): void {
  const latest = useRef({ order, spot, goTo })
  latest.current = { order, spot, goTo }
  useEffect(() => {
    if (screenIndex < 0) return
    const now = latest.current
    const position = now.order.indexOf(screenIndex)
    if (position >= 0 && position !== now.spot.position) {
      now.goTo({ position, column: now.spot.column })
    }
  }, [screenIndex])
}
