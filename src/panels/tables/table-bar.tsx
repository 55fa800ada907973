import { Copy, LocateFixed, Search, X } from 'lucide-react'
import { grouped } from '#core/figures.ts'
import type { TableView } from '#state/tables-state.ts'
import { useRoom } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { closeTable } from './open-table.ts'
import { TABLE_KINDS } from './registry.ts'
import type { TableKind } from './table-kind.ts'

const KINDS = TABLE_KINDS.map(({ id, title }) => ({ id, name: title }))

/** Which table, what it leaves out, how many are selected, and what can be done with them. */
export function TableBar(props: {
  readonly kind: TableKind
  readonly view: TableView
  readonly shownCount: number
  readonly allCount: number
  readonly selectedCount: number
  readonly isWorking: boolean
  readonly onView: (part: Partial<TableView>) => void
  readonly onZoom: () => void
  readonly onCopy: () => void
}) {
  const { kind, view, selectedCount } = props
  const { screen } = useRoom()
  return (
    <div className="table-bar">
      <Pick
        label="Table"
        choices={KINDS}
        value={kind.id}
        onChange={(kindId) => screen.setState(({ tables }) => ({ tables: { ...tables, kindId } }))}
      />
      <label className="table-search">
        <Search size={13} aria-hidden />
        <input
          type="text"
          aria-label="Filter by text"
          placeholder="Filter"
          value={view.text}
          onChange={({ target }) => props.onView({ text: target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && view.text !== '') {
              event.preventDefault()
              props.onView({ text: '' })
            }
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault()
              event.currentTarget
                .closest('.table-drawer')
                ?.querySelector<HTMLElement>('.table-grid')
                ?.focus()
            }
          }}
        />
      </label>
      <label className="table-in-view">
        <input
          type="checkbox"
          checked={view.isInView}
          onChange={({ target }) => props.onView({ isInView: target.checked })}
        />
        In view
      </label>
      <Chips {...props} />
      <span className="table-count" role="status">
        {props.isWorking ? 'Working …' : countText(props)}
      </span>
      <Button
        look="icon"
        label="Zoom to the selected rows"
        hint="Zoom to the selected rows (Ctrl J, or double click)"
        isDisabled={selectedCount === 0}
        onPress={props.onZoom}
      >
        <LocateFixed size={15} aria-hidden />
      </Button>
      <Button
        look="icon"
        label="Copy the selected rows"
        hint="Copy the selected rows (Ctrl C)"
        isDisabled={selectedCount === 0}
        onPress={props.onCopy}
      >
        <Copy size={14} aria-hidden />
      </Button>
      <Button
        look="icon"
        label="Close the table"
        hint="Close the table (F6)"
        onPress={() => closeTable(screen)}
      >
        <X size={15} aria-hidden />
      </Button>
    </div>
  )
}

/** What each column is filtered by; pressing one lets go of it. */
function Chips({ kind, view, onView }: ChipsProps) {
  const entries = Object.entries(view.choices)
  return (
    <span className="table-chips">
      {entries.map(([columnId, value]) => (
        <button
          key={columnId}
          type="button"
          className="table-chip"
          aria-label={`Do not filter ${kind.noun[1]} by ${value}`}
          onClick={() => {
            const { [columnId]: _, ...choices } = view.choices
            onView({ choices })
          }}
        >
          {value} <X size={11} aria-hidden />
        </button>
      ))}
    </span>
  )
}

type ChipsProps = {
  readonly kind: TableKind
  readonly view: TableView
  readonly onView: (part: Partial<TableView>) => void
}

/** "3 selected of 136 shown, 2 400 in all" */
function countText(counts: {
  readonly selectedCount: number
  readonly shownCount: number
  readonly allCount: number
}): string {
  const { selectedCount, shownCount, allCount } = counts
  const whole = shownCount === allCount ? '' : ` shown, ${grouped(allCount)} in all`
  return `${grouped(selectedCount)} selected of ${grouped(shownCount)}${whole}`
}
