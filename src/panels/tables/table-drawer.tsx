import { useEffect, useRef } from 'react'
import { useDocument, useRoom, useScenarioId, useScreen } from '#ui/room.tsx'
import { DrawerEdge } from './drawer-edge.tsx'
import { closeTable } from './open-table.ts'
import { tableKindFor } from './registry.ts'
import { tableRows } from './rows-of.ts'
import { TablePaper } from './table-paper.tsx'
import './tables.css'

/**
 * The drawer under the map: every object of the operation in the table of its kind. F6 opens and closes
 * it, and so does Escape close it while it has the focus.
 */
export function TableDrawer() {
  const { screen } = useRoom()
  const { isOpen, kindId, heightPixels } = useScreen((state) => state.tables)
  const place = useScreen((state) => state.place)
  const drawer = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isOpen) drawer.current?.querySelector<HTMLElement>('.table-grid')?.focus()
  }, [isOpen])
  if (!isOpen) return null
  return (
    <section
      ref={drawer}
      className="table-drawer"
      aria-label="Table"
      style={{ height: heightPixels }}
      onKeyDown={(event) => {
        if (event.defaultPrevented || (event.key !== 'Escape' && event.key !== 'F6')) return
        event.preventDefault()
        event.stopPropagation()
        closeTable(screen)
      }}
    >
      <DrawerEdge />
      <OneTable key={tableKindFor(kindId, place).id} />
    </section>
  )
}

function OneTable() {
  const kindId = useScreen((state) => state.tables.kindId)
  const place = useScreen((state) => state.place)
  const document = useDocument((state) => state.document)
  const columns = useDocument((state) => state.columns)
  const scenarioId = useScenarioId()
  const kind = tableKindFor(kindId, place)
  return <TablePaper kind={kind} rows={tableRows(kind, { document, columns, scenarioId })} />
}
