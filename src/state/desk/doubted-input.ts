import { type Columns, categoriesOf } from '#core/columns/columns.ts'
import { someRows } from '#core/columns/some-rows.ts'
import type { OperationDocument } from '#core/document.ts'
import type { DatasetKind } from '#core/records/dataset.ts'
import type { Facts } from './document-inputs.ts'

/** One input that a plan can be tried without. */
export type DoubtedInput = {
  /** A kind of dataset, `discovered`, or the id of a restriction. */
  readonly id: string
  /** As a list has it. */
  readonly title: string
  /** As the middle of a sentence: "the surveys". */
  readonly inputName: string
}

const KINDS = ['incidents', 'patrols', 'surveys'] as const satisfies readonly DatasetKind[]

/** All incidents that patrols came upon, as against those that people or media reported. */
const DISCOVERED: DoubtedInput = {
  id: 'discovered',
  title: 'Incidents found by patrols',
  inputName: 'the incidents that patrols found',
}

const WHOLE: readonly DoubtedInput[] = [
  { id: 'incidents', title: 'Incidents', inputName: 'the incidents' },
  DISCOVERED,
  { id: 'patrols', title: 'Patrols', inputName: 'the patrols' },
  { id: 'surveys', title: 'Surveys', inputName: 'the surveys' },
]

/** Names that need no row to stand for them. */
export const DOUBTED_KINDS = WHOLE.map(({ id }) => id)

/** The input of such a kind, or the restriction of an id; null: there is none. */
export function doubtedInput({ tables }: OperationDocument, id: string): DoubtedInput | null {
  const whole = WHOLE.find((input) => input.id === id)
  if (whole) return whole
  const row = tables.restrictions.get(id)
  return row ? { id, title: row.name, inputName: `the restriction “${row.name}”` } : null
}

/** What there is in an operation to plan without, restrictions last and by name. */
export function doubtedInputs({ document }: Pick<Facts, 'document'>): DoubtedInput[] {
  const { datasets, restrictions } = document.tables
  const kinds = new Set<string>([...datasets.values()].map(({ kind }) => kind))
  const rows = [...restrictions.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return [
    ...WHOLE.filter(({ id }) => kinds.has(id === DISCOVERED.id ? 'incidents' : id)),
    ...rows.flatMap(({ id }) => doubtedInput(document, id) ?? []),
  ]
}

/** The same facts without one input; nothing is written by it. */
export function factsWithout<F extends Facts>(facts: F, inputId: string): F {
  const { document, columns } = facts
  const { tables } = document
  const put = (parts: Partial<typeof tables>): F => ({
    ...facts,
    document: { ...document, tables: { ...tables, ...parts } },
  })
  if ((KINDS as readonly string[]).includes(inputId)) {
    return put({
      datasets: new Map([...tables.datasets].filter(([, row]) => row.kind !== inputId)),
    })
  }
  if (inputId === DISCOVERED.id) {
    const reported = [...columns].map(([id, batch]): [string, Columns] => [
      id,
      tables.datasets.get(id)?.kind === 'incidents' ? withoutDiscovered(batch) : batch,
    ])
    return { ...facts, columns: new Map(reported) }
  }
  return put({ restrictions: new Map([...tables.restrictions].filter(([id]) => id !== inputId)) })
}

function withoutDiscovered(batch: Columns): Columns {
  const { codes, labels } = categoriesOf(batch, 'detection')
  const discovered = labels.indexOf('discovered')
  if (discovered < 0) return batch
  const rows: number[] = []
  for (let row = 0; row < batch.rowCount; row++) if (codes[row] !== discovered) rows.push(row)
  return someRows(batch, Uint32Array.from(rows))
}
