import type { StudyBlock } from '#analysis/studies/study.ts'

type MatrixBlock = Extract<StudyBlock, { readonly type: 'matrix' }>

/** A figure at each crossing of two ways of parting things; those beyond chance stand out. */
export function MatrixTable({ title, rowName, columnName, rows, columns, cells }: MatrixBlock) {
  return (
    <div className="study-scroll">
      <table className="study-table study-matrix" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">
              {rowName} <span className="light">by {columnName}</span>
            </th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((name, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((column, at) => {
                const cell = cells[row * columns.length + at]
                return (
                  <td key={column} data-strong={cell?.isStrong || undefined}>
                    {cell?.text}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
