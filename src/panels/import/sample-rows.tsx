import { counted } from '#core/figures.ts'
import type { TablePreview } from '#formats/import/review/preview.ts'

const COLUMNS = 40

/** The first rows of a table; headings that are used say for what. */
export function SampleRows(props: {
  readonly preview: TablePreview
  /** Heading by field. */
  readonly mapping: ReadonlyMap<string, string>
}) {
  const { preview } = props
  const fieldOf = new Map([...props.mapping].map(([field, heading]) => [heading, field]))
  const shown = preview.headings
    .map((heading, index) => ({ heading, index, field: fieldOf.get(heading) ?? null }))
    .sort((a, b) => Number(b.field !== null) - Number(a.field !== null) || a.index - b.index)
    .slice(0, COLUMNS)
  return (
    <details className="sample">
      <summary>
        First {Math.min(preview.rows.length, 8)} of {counted(preview.rowCount, 'row')},{' '}
        {counted(preview.headings.length, 'column')}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className="sample-scroll" tabIndex={0} aria-label={`Rows of ${preview.file}`}>
        <table>
          <thead>
            <tr>
              {shown.map(({ heading, field }) => (
                <th key={heading} scope="col">
                  {heading}
                  <span className="light">{field ?? 'not used'}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row, r) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no identity
              <tr key={r}>
                {shown.map(({ heading, index }) => (
                  <td key={heading}>{String(row[index] ?? '')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
