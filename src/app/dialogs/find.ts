import MiniSearch from 'minisearch'
import type { OperationDocument } from '#core/document.ts'
import type { LonLat } from '#core/place.ts'
import { FACILITY_CLASS_NAMES } from '#core/record-names.ts'
import { RESTRICTION_KIND_NAMES } from '#core/restriction-text.ts'
import { placeOf } from '#map/layers/restrictions/restriction-facts.ts'

/** Something that can be found by name. */
export type Findable = {
  readonly id: string
  readonly title: string
  /** What it is and where: "village, Nimba". */
  readonly note: string
  readonly table:
    | 'areas'
    | 'communities'
    | 'bases'
    | 'units'
    | 'zones'
    | 'restrictions'
    | 'projects'
    | 'facilities'
  readonly rowId: string
  readonly position: LonLat | null
  readonly aliases: string
  readonly rank: number
}

const CLASS_NAMES: Readonly<Record<string, string>> = {
  capital: 'capital',
  countyCapital: 'county capital',
  districtCapital: 'district capital',
  town: 'town',
  village: 'village',
}

/** Everything with a name, places of more weight first. */
export function findables({ tables }: OperationDocument): Findable[] {
  const entry = (
    table: Findable['table'],
    row: { readonly id: string; readonly name: string },
    rest: Pick<Findable, 'note' | 'position' | 'rank'> & { readonly aliases?: readonly string[] },
  ): Findable => ({
    id: `${table}:${row.id}`,
    title: row.name,
    table,
    rowId: row.id,
    ...rest,
    aliases: rest.aliases?.join(' ') ?? '',
  })
  const baseAt = (id: string) => tables.bases.get(id)
  return [
    ...[...tables.bases.values()].map((row) =>
      entry('bases', row, { note: `base, ${row.kind}`, position: row.position, rank: 3 }),
    ),
    ...[...tables.units.values()].map((row) =>
      entry('units', row, {
        note: `unit at ${baseAt(row.baseId)?.name ?? 'no base'}`,
        position: baseAt(row.baseId)?.position ?? null,
        rank: 2.5,
      }),
    ),
    ...[...tables.communities.values()].map((row) =>
      entry('communities', row, {
        note: [CLASS_NAMES[row.class], tables.areas.get(row.areaId ?? '')?.name]
          .filter(Boolean)
          .join(', '),
        position: row.position,
        aliases: row.aliases,
        rank: row.class === 'village' ? 1 : 2,
      }),
    ),
    ...[...tables.zones.values()].map((row) =>
      entry('zones', row, { note: 'zone', position: row.outline[0]?.[0] ?? null, rank: 2 }),
    ),
    ...[...tables.restrictions.values()]
      .filter(({ shockId }) => shockId === null)
      .map((row) =>
        entry('restrictions', row, {
          note: `restriction, ${RESTRICTION_KIND_NAMES[row.kind].toLowerCase()}`,
          position: placeOf(row),
          rank: 2,
        }),
      ),
    ...[...tables.projects.values()].map((row) =>
      entry('projects', row, {
        note: `community project, ${row.sector}`,
        position: row.position,
        rank: 0.8,
      }),
    ),
    ...[...tables.facilities.values()].map((row) =>
      entry('facilities', row, {
        note: FACILITY_CLASS_NAMES[row.class].toLowerCase(),
        position: row.position,
        aliases: row.aliases,
        rank: 0.9,
      }),
    ),
  ]
}

/** An index over names and aliases: typing errors, beginnings of words and missing accents are forgiven. */
export function createFinder(entries: readonly Findable[]): (text: string) => Findable[] {
  const index = new MiniSearch<Findable>({
    fields: ['title', 'aliases', 'note'],
    processTerm: plainTerm,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.25 : false),
      boost: { title: 4, aliases: 2 },
      boostDocument: (id) => byId.get(String(id))?.rank ?? 1,
    },
  })
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  index.addAll([...byId.values()])
  return (text) =>
    index
      .search(text, { combineWith: 'AND' })
      .slice(0, 30)
      .flatMap(({ id }) => byId.get(String(id)) ?? [])
}

function plainTerm(term: string): string {
  return term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
