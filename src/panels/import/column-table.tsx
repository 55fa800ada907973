import type { ImportKind } from '#formats/import/kind.ts'
import type { TablePreview } from '#formats/import/review/preview.ts'
import type { Mapping } from '#formats/import/sheet.ts'
import { Pick } from '#ui/widgets/pick.tsx'

const NOT_THERE = ''

/** Which column says what; changing one reads the table again. */
export function ColumnTable(props: {
  readonly kind: ImportKind
  readonly preview: TablePreview
  readonly mapping: Mapping
  readonly onMapping: (mapping: Mapping) => void
}) {
  const { kind, preview, mapping } = props
  const choices = [
    { id: NOT_THERE, name: 'not in this file' },
    ...preview.headings.map((heading) => ({ id: heading, name: heading })),
  ]
  const mappedCount = kind.fields.filter(({ field }) => mapping.get(field)).length
  return (
    <details className="columns">
      <summary>
        Columns: {mappedCount} of {kind.fields.length} found
      </summary>
      <table>
        <tbody>
          {kind.fields.map(({ field }) => {
            const heading = mapping.get(field) ?? NOT_THERE
            return (
              <tr key={field} data-used={heading !== NOT_THERE || undefined}>
                <th scope="row">{fieldTitle(field)}</th>
                <td>
                  <Pick
                    label={`Column for ${fieldTitle(field)}`}
                    choices={choices}
                    value={heading}
                    onChange={(chosen) => props.onMapping(withColumn(mapping, field, chosen))}
                  />
                </td>
                <td className="light column-sample">{sampleOf(preview, heading)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}

/** The mapping with one more decision; a column that another field was read from is taken from it. */
function withColumn(mapping: Mapping, field: string, heading: string): Mapping {
  const others = [...mapping].map(([other, used]): [string, string] => {
    return [other, used === heading ? NOT_THERE : used]
  })
  return new Map([...others, [field, heading]])
}

/** "affectedPeople" as people read it: "affected people"; "name2": "name of the level 2 area". */
function fieldTitle(field: string): string {
  const level = /^(name|code)([123])$/.exec(field)
  if (level) return `${level[1]} of the level ${level[2]} area`
  return field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}

function sampleOf({ headings, rows }: TablePreview, heading: string): string {
  const index = headings.indexOf(heading)
  const values = rows.map((row) => String(row[index] ?? '')).filter((value) => value !== '')
  return [...new Set(values)].slice(0, 3).join(' · ')
}
