import { useCallback } from 'react'
import { grouped } from '#core/figures.ts'
import type { ExtentDegrees } from '#core/geo/extent.ts'
import { flightTo } from '#state/flight-to.ts'
import { type TableView, WHOLE_TABLE } from '#state/tables-state.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { Grid } from './grid.tsx'
import { rowsText } from './rows-text.ts'
import { TableBar } from './table-bar.tsx'
import type { TableKind, TableRows } from './table-kind.ts'
import { useOrder } from './use-order.ts'
import { useSelected } from './use-selected.ts'

const BAR_PIXELS = 40

/** One table: its bar, and its rows or why there are none. */
export function TablePaper({ kind, rows }: { readonly kind: TableKind; readonly rows: TableRows }) {
  const { screen, tell } = useRoom()
  const heightPixels = useScreen((state) => state.tables.heightPixels)
  const view = useScreen((state) => state.tables.views[kind.id]) ?? WHOLE_TABLE
  const setView = useCallback(
    (part: Partial<TableView>) =>
      screen.setState(({ tables }) => {
        const next = { ...(tables.views[kind.id] ?? WHOLE_TABLE), ...part }
        return { tables: { ...tables, views: { ...tables.views, [kind.id]: next } } }
      }),
    [screen, kind],
  )
  const { order, isWorking } = useOrder(rows, view)
  const { indices, screenIndex, choose, chooseAll } = useSelected(rows, order)
  const zoom = (index: number | null) => {
    const extent = extentOfRows(rows, index === null ? indices : [index])
    if (extent) screen.setState({ flight: flightTo(extent) })
    else tell(`Select a ${kind.noun[0]} that lies somewhere to zoom to it.`)
  }
  const copy = (put: (text: string) => void) => {
    if (!kind.isCopied) return tell(NOT_COPIED)
    if (indices.size === 0)
      return tell('Select rows to copy them: Space, Shift and the arrows, or Ctrl A.')
    const shown = [...order.filter((index) => indices.has(index))]
    put(rowsText(rows, shown))
    tell(`${grouped(shown.length)} ${nounOf(kind, shown.length)} copied, with headings.`)
  }
  return (
    <>
      <TableBar
        kind={kind}
        view={view}
        shownCount={order.length}
        allCount={rows.count}
        selectedCount={indices.size}
        isWorking={isWorking}
        onView={setView}
        onZoom={() => zoom(null)}
        onCopy={() =>
          copy((text) => {
            navigator.clipboard.writeText(text).catch(() => {
              tell('The browser did not let the rows be copied. Press Ctrl C in the table instead.')
            })
          })
        }
      />
      {rows.count === 0 ? <Empty>{kind.ifNone}</Empty> : null}
      <div className="table-body" hidden={rows.count === 0}>
        <Grid
          label={`${kind.title}, ${grouped(order.length)} of ${grouped(rows.count)}`}
          rows={rows}
          order={order}
          sort={view.sort}
          choices={view.choices}
          selected={indices}
          screenIndex={screenIndex}
          heightPixels={heightPixels - BAR_PIXELS}
          onSort={(columnId) => setView({ sort: nextSort(view.sort, columnId) })}
          onChoice={(columnId, value) => {
            const { [columnId]: _, ...rest } = view.choices
            setView({ choices: value === null ? rest : { ...rest, [columnId]: value } })
          }}
          onSelect={choose}
          onSelectAll={chooseAll}
          onZoom={zoom}
          onCopy={copy}
        />
        {order.length === 0 && !isWorking ? (
          <p className="table-none">No {kind.noun[0]} is left by this filter.</p>
        ) : null}
      </div>
    </>
  )
}

const NOT_COPIED =
  'Incidents are not copied. They leave by Export data, which labels them and lists what left.'

export function nounOf({ noun: [one, many] }: TableKind, count: number): string {
  return count === 1 ? one : many
}

/** Up, then down, then as given. */
function nextSort(sort: TableView['sort'], columnId: string): TableView['sort'] {
  if (sort?.columnId !== columnId) return { columnId, isDescending: false }
  return sort.isDescending ? null : { columnId, isDescending: true }
}

/** What holds all of some rows; null: none of them has a place. */
function extentOfRows(rows: TableRows, indices: Iterable<number>): ExtentDegrees | null {
  let whole: ExtentDegrees | null = null
  for (const index of indices) {
    const own = rows.extentAt(index)
    if (!own) continue
    const [west, south, east, north]: ExtentDegrees = whole ?? own
    whole = [
      Math.min(west, own[0]),
      Math.min(south, own[1]),
      Math.max(east, own[2]),
      Math.max(north, own[3]),
    ]
  }
  return whole
}
