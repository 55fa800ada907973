import { ChevronDown, ChevronUp, ListFilter } from 'lucide-react'
import { cellId } from './grid-keys.ts'
import type { TableColumn } from './table-kind.ts'

/** The headings: pressing one sorts, and what has a few values is filtered by one of them. */
export function GridHead(props: {
  readonly id: string
  readonly columns: readonly TableColumn[]
  readonly widths: string
  readonly sort: { readonly columnId: string; readonly isDescending: boolean } | null
  readonly choices: Readonly<Record<string, string>>
  readonly activeColumn: number | null
  readonly onSort: (columnId: string) => void
  readonly onChoice: (columnId: string, value: string | null) => void
}) {
  return (
    <thead className="table-head">
      <tr
        className="table-headings"
        aria-rowindex={1}
        style={{ gridTemplateColumns: props.widths }}
      >
        {props.columns.map((column, at) => {
          const isSorted = props.sort?.columnId === column.id
          const way = isSorted ? (props.sort?.isDescending ? 'descending' : 'ascending') : 'none'
          return (
            <th
              key={column.id}
              id={cellId(props.id, { position: -1, column: at })}
              className="table-heading"
              scope="col"
              aria-colindex={at + 1}
              aria-sort={way}
              data-figure={column.isFigure || undefined}
              data-active={at === props.activeColumn || undefined}
            >
              <button
                type="button"
                className="table-sort"
                tabIndex={-1}
                title={`Sort by ${column.title}`}
                onClick={() => props.onSort(column.id)}
              >
                <span>{column.title}</span>
                {way === 'ascending' ? <ChevronUp size={12} aria-hidden /> : null}
                {way === 'descending' ? <ChevronDown size={12} aria-hidden /> : null}
              </button>
              {column.choices && column.choices.length > 0 ? (
                <ChoiceFilter
                  column={column}
                  value={props.choices[column.id] ?? null}
                  onChange={(value) => props.onChoice(column.id, value)}
                />
              ) : null}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function ChoiceFilter(props: {
  readonly column: TableColumn
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}) {
  const { column, value } = props
  return (
    <span className="table-choice" data-on={value !== null || undefined}>
      <ListFilter size={12} aria-hidden />
      <select
        aria-label={`Filter by ${column.title}`}
        title={value === null ? `Filter by ${column.title}` : `${column.title}: ${value}`}
        value={value ?? ''}
        onChange={({ target }) => props.onChange(target.value === '' ? null : target.value)}
      >
        <option value="">All</option>
        {column.choices?.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </span>
  )
}
