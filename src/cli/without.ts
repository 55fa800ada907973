import type { OperationContents } from '#core/operation-file.ts'
import type { DatasetKind } from '#core/records/dataset.ts'
import { Refusal } from './verb.ts'

/** Facts that can be left out as a whole, and what a sentence calls them. */
const KINDS = {
  incidents: 'the incidents',
  patrols: 'the patrols',
  surveys: 'the surveys',
} as const satisfies Partial<Record<DatasetKind, string>>

/**
 * The operation without one input: all datasets of a kind, or one restriction by name or id. Nothing
 * is written by it.
 *
 * @returns the name as the middle of a sentence.
 * @throws Refusal with what there is.
 */
export function withoutInputNamed(
  contents: OperationContents,
  name: string,
): { readonly contents: OperationContents; readonly inputName: string } {
  const { document } = contents
  const plain = (text: string) => text.trim().toLowerCase()
  const put = (tables: Partial<typeof document.tables>) => ({
    ...contents,
    document: { ...document, tables: { ...document.tables, ...tables } },
  })
  for (const [kind, inputName] of Object.entries(KINDS)) {
    if (plain(name) !== kind) continue
    const datasets = new Map([...document.tables.datasets].filter(([, row]) => row.kind !== kind))
    return { contents: put({ datasets }), inputName }
  }
  const rows = [...document.tables.restrictions.values()]
  const found = rows.find((row) => row.id === name || plain(row.name) === plain(name))
  if (!found) {
    const kinds = Object.keys(KINDS).join(', ')
    const names = rows.map((row) => `"${row.name}"`).join(', ')
    throw new Refusal(
      `--without: "${name}" is none of ${kinds}, and no restriction${names ? `; there is ${names}` : ''}.`,
    )
  }
  const restrictions = new Map(document.tables.restrictions)
  restrictions.delete(found.id)
  return { contents: put({ restrictions }), inputName: `the restriction “${found.name}”` }
}
