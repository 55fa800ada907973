import { type Columns, textsOf } from '#core/columns/columns.ts'
import { stretchesOf } from '#core/columns/road-columns.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import {
  baseLostShock,
  bridgeOutShock,
  closedShock,
  copiedShock,
  type NamedLine,
  roadDeniedShock,
  type ShockContents,
} from '#core/shock-presets.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import type { Selection } from '#state/screen-store.ts'

/** The ways to fill a shock by choosing something. */
export const SOURCE_KINDS = ['bridge', 'road', 'base', 'restrictions'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Something that a shock can be made of. */
export type ShockSource = {
  readonly id: string
  readonly name: string
  readonly note: string
  /** The restriction to copy, together with others; null: it is taken alone. */
  readonly restriction: Restriction | null
  readonly contents: () => ShockContents
}

type SourceFacts = {
  readonly document: OperationDocument
  /** Datasets of kind `roads`. */
  readonly roads: readonly Columns[]
  readonly selection: Selection | null
}

/** What may be chosen for a kind; what is selected on the map comes first. */
export function shockSources(kind: SourceKind, facts: SourceFacts): ShockSource[] {
  const { selection } = facts
  const selectedId = selection?.type === 'row' ? `${selection.table}/${selection.id}` : null
  const all = SOURCES[kind](facts)
  const selected = all.filter(({ id }) => id === selectedId)
  return [
    ...selected.map((source) => ({ ...source, note: `selected · ${source.note}` })),
    ...all.filter(({ id }) => id !== selectedId),
  ]
}

const SOURCES: Readonly<Record<SourceKind, (facts: SourceFacts) => ShockSource[]>> = {
  bridge: ({ document, roads }) => [
    ...factsOf(document)
      .filter(({ kind }) => kind === 'brokenBridge' || kind === 'ferryOut')
      .map((row) => closing(row, { kind: row.kind, ending: 'out' })),
    ...crossingsOf(roads).map((crossing) => ({
      id: crossing.id,
      name: crossing.name,
      note: crossing.note,
      restriction: null,
      contents: () => bridgeOutShock(crossing),
    })),
  ],
  road: ({ document, roads }) => [
    ...factsOf(document)
      .filter(({ geometry }) => geometry.type === 'segment')
      .map((row) => closing(row, { kind: 'denial', ending: 'denied' })),
    ...roadsByName(roads).map(([name, lines]) => ({
      id: `road/${name}`,
      name,
      note: 'road',
      restriction: null,
      contents: () => roadDeniedShock(name, lines),
    })),
  ],
  base: ({ document }) => {
    const at = epochMinutesOf(operationOf(document).planningAt)
    return [...document.tables.bases.values()]
      .filter(({ validFrom, validTo }) => isWithin(at, validFrom, validTo))
      .map((base) => ({
        id: `bases/${base.id}`,
        name: base.name,
        note: unitsText(document, base.id),
        restriction: null,
        contents: () => baseLostShock(base),
      }))
  },
  restrictions: ({ document }) =>
    factsOf(document).map((row) => ({
      id: `restrictions/${row.id}`,
      name: row.name,
      note: '',
      restriction: row,
      contents: () => copiedShock([row]),
    })),
}

function factsOf({ tables }: OperationDocument): Restriction[] {
  return [...tables.restrictions.values()].filter(({ shockId }) => shockId === null)
}

function closing(row: Restriction, what: Parameters<typeof closedShock>[1]): ShockSource {
  return {
    id: `restrictions/${row.id}`,
    name: row.name,
    note: 'restriction',
    restriction: null,
    contents: () => closedShock(row, what),
  }
}

function unitsText({ tables }: OperationDocument, baseId: string): string {
  const count = [...tables.units.values()].filter((unit) => unit.baseId === baseId).length
  return count === 0 ? 'no units' : count === 1 ? '1 unit' : `${count} units`
}

type Named = NamedLine & { readonly id: string; readonly note: string }

/** Bridges, ferries and fords of the roads; one without a name is told by its grid reference. */
function crossingsOf(roads: readonly Columns[]): Named[] {
  return roads.flatMap((batch, dataset) => {
    const stretchAt = stretchesOf(batch)
    const names = textsOf(batch, 'name')
    const found: Named[] = []
    for (let row = 0; row < batch.rowCount; row++) {
      const { crossing } = stretchAt(row)
      if (crossing === 'none') continue
      const line = lineAt(batch, row)
      if (line.length < 2) continue
      const what = { bridge: 'Bridge', ferry: 'Ferry', ford: 'Ford' }[crossing]
      const grid = gridReference(line[Math.floor(line.length / 2)]!, 3) ?? ''
      const name = names[row] ? `${what} on ${names[row]}` : `${what} at ${grid}`
      found.push({ id: `crossing/${dataset}/${row}`, name, note: grid, line })
    }
    return found
  })
}

/** The lines of every named road, in the order in which names first come. */
function roadsByName(roads: readonly Columns[]): [string, NamedLine[]][] {
  const byName = new Map<string, NamedLine[]>()
  for (const batch of roads) {
    const names = textsOf(batch, 'name')
    for (let row = 0; row < batch.rowCount; row++) {
      const name = names[row]
      if (!name) continue
      const line = lineAt(batch, row)
      if (line.length < 2) continue
      const lines = byName.get(name) ?? []
      lines.push({ name, line })
      byName.set(name, lines)
    }
  }
  return [...byName]
}

function lineAt({ geometry }: Columns, row: number): LonLat[] {
  if (geometry.type !== 'lines') return []
  const line: LonLat[] = []
  for (let vertex = geometry.offsets[row]!; vertex < geometry.offsets[row + 1]!; vertex++) {
    line.push([geometry.positions[2 * vertex]!, geometry.positions[2 * vertex + 1]!])
  }
  return line
}
