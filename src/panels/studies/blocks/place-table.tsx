import type { StudyBlock, StudyPlace, StudyWay } from '#analysis/studies/study.ts'
import { grouped } from '#core/figures.ts'

type TableBlock = Extract<StudyBlock, { readonly type: 'table' }>

/** Rows of figures; a press on a place flies there, and the loss of a way can be supposed. */
export function PlaceTable(
  props: TableBlock & {
    readonly onFly: (place: StudyPlace) => void
    readonly onSuppose: (way: StudyWay) => void
  },
) {
  const { columns, rows, moreCount, onFly, onSuppose } = props
  const hasWays = rows.some(({ way }) => way)
  const isWords = columns.map((_, column) => rows.every(({ cells }) => !/\d/.test(cells[column]!)))
  return (
    <div className="study-scroll">
      <table className="study-table">
        <thead>
          <tr>
            {columns.map((name, column) => (
              <th key={name} scope="col" data-words={isWords[column] || undefined}>
                {name}
              </th>
            ))}
            {hasWays ? <th scope="col">Shock</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, place, way }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two places may bear one name
            <tr key={`${at} ${cells[0]}`}>
              {cells.map((text, column) => (
                <td key={columns[column]} data-words={isWords[column] || undefined}>
                  {column === 0 && place ? (
                    <button type="button" className="study-place" onClick={() => onFly(place)}>
                      {text}
                    </button>
                  ) : (
                    text
                  )}
                </td>
              ))}
              {way ? (
                <td>
                  <button
                    type="button"
                    className="study-suppose"
                    aria-label={`Suppose the loss of ${cells[0]}`}
                    title="Adds a shock that COAs can be tried under"
                    onClick={() => onSuppose(way)}
                  >
                    Suppose
                  </button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="study-none">None.</p> : null}
      {moreCount > 0 ? <p className="study-none">and {grouped(moreCount)} more</p> : null}
    </div>
  )
}
