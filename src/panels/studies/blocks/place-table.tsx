import type { StudyBlock, StudyPlace } from '#analysis/studies/study.ts'
import { grouped } from '#core/figures.ts'

type TableBlock = Extract<StudyBlock, { readonly type: 'table' }>

/** Rows of figures; a press on a place flies there. */
export function PlaceTable(props: TableBlock & { readonly onFly: (place: StudyPlace) => void }) {
  const { columns, rows, moreCount, onFly } = props
  return (
    <div className="study-scroll">
      <table className="study-table">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, place }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two places may bear one name
            <tr key={`${at} ${cells[0]}`}>
              {cells.map((text, column) => (
                <td key={columns[column]}>
                  {column === 0 && place ? (
                    <button type="button" className="study-place" onClick={() => onFly(place)}>
                      {text}
                    </button>
                  ) : (
                    text
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="study-none">None.</p> : null}
      {moreCount > 0 ? <p className="study-none">and {grouped(moreCount)} more</p> : null}
    </div>
  )
}
