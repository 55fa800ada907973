import { Pencil } from 'lucide-react'
import { memo } from 'react'
import { CellEditor } from './cell-editor.tsx'
import { cellId } from './grid-keys.ts'
import type { TableColumn, TableRows } from './table-kind.ts'
import type { SelectWay } from './use-selected.ts'

type RowProps = {
  readonly id: string
  readonly rows: TableRows
  readonly index: number
  readonly position: number
  readonly widths: string
  readonly topPixels: number
  readonly isSelected: boolean
  /** The column of the cell that keys act on; null: it is in another row. */
  readonly activeColumn: number | null
  readonly isEditing: boolean
  readonly onPress: (column: number, way: SelectWay) => void
  readonly onZoom: () => void
  readonly onEdit: (column: number) => void
  readonly onEndEdit: (columns: number) => void
}

/** One row in view. */
export const GridRow = memo(Row, (before, after) =>
  (
    [
      'rows',
      'index',
      'position',
      'widths',
      'topPixels',
      'isSelected',
      'activeColumn',
      'isEditing',
    ] as const
  ).every((part) => before[part] === after[part]),
)

function Row(props: RowProps) {
  const { rows, index, position, activeColumn } = props
  const press = (event: React.MouseEvent) => {
    const column = columnOf(event.target)
    if (column === null) return
    const isMore = event.ctrlKey || event.metaKey
    props.onPress(column, isMore ? 'toggle' : event.shiftKey ? 'range' : 'only')
  }
  return (
    <tr
      className="table-row"
      aria-rowindex={position + 2}
      aria-selected={props.isSelected}
      style={{ gridTemplateColumns: props.widths, transform: `translateY(${props.topPixels}px)` }}
      onClick={press}
      onDoubleClick={props.onZoom}
    >
      {rows.columns.map((column, at) => (
        <td
          key={column.id}
          id={cellId(props.id, { position, column: at })}
          className="table-cell"
          aria-colindex={at + 1}
          data-column={at}
          data-figure={column.isFigure || undefined}
          data-mono={column.isMono || undefined}
          data-active={at === activeColumn || undefined}
        >
          {props.isEditing && at === activeColumn ? (
            <Editor {...props} column={column} />
          ) : (
            <Cell column={column} index={index} onEdit={() => props.onEdit(at)} />
          )}
        </td>
      ))}
    </tr>
  )
}

function Editor({ rows, index, column, onEndEdit }: RowProps & { readonly column: TableColumn }) {
  const edit = column.edit?.(index)
  if (!edit || edit.type === 'yesNo') return null
  const label = `${column.title} of ${rows.columns[0]!.text(index)}`
  return <CellEditor edit={edit} label={label} onEnd={onEndEdit} />
}

function Cell(props: {
  readonly column: TableColumn
  readonly index: number
  readonly onEdit: () => void
}) {
  const { column, index } = props
  const text = column.text(index)
  const edit = column.edit?.(index) ?? null
  return (
    <>
      <span
        className="table-text"
        dir={column.isFigure || column.isMono ? 'ltr' : 'auto'}
        title={text}
      >
        {text}
      </span>
      {edit ? (
        <button
          type="button"
          className="table-edit"
          tabIndex={-1}
          aria-label={`Edit ${column.title.toLowerCase()}`}
          title={edit.type === 'yesNo' ? 'Change (Enter)' : 'Edit (Enter)'}
          onClick={(event) => {
            event.stopPropagation()
            props.onEdit()
          }}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <Pencil size={11} aria-hidden />
        </button>
      ) : null}
    </>
  )
}

function columnOf(target: EventTarget): number | null {
  if (!(target instanceof Element) || target.closest('.table-editor')) return null
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column']
  return column === undefined ? null : Number(column)
}
