import { areaPath } from '#core/admin-path.ts'
import type { OperationDocument, TableName, Tables } from '#core/document.ts'
import {
  BASE_KIND_NAMES,
  COMMUNITY_CLASS_NAMES,
  CONTROL_MEASURE_KIND_NAMES,
  FACILITY_CLASS_NAMES,
  PROJECT_SECTOR_NAMES,
  UNIT_KIND_NAMES,
  ZONE_KIND_NAMES,
} from '#core/record-names.ts'
import { RESTRICTION_KIND_NAMES } from '#core/restriction-text.ts'

/** Something that can be found by name. */
export type Findable = {
  readonly id: string
  readonly title: string
  readonly table: TableName
  readonly rowId: string
  /** What it is, in a word or two: "Village", "Zone of COA 1". */
  readonly what: string
  /** The areas that it is told to lie in, from the largest down; empty: by its position alone. */
  readonly path: readonly string[]
  /** Other spellings. */
  readonly aliases: readonly string[]
  /** Of two that match alike, the weightier comes first. */
  readonly weight: number
}

/** What is found of one table, and the tables that it is made from. */
export type FindableTable = {
  readonly from: (tables: Tables) => readonly unknown[]
  readonly entries: (document: OperationDocument) => readonly Findable[]
}

const entry = (
  table: TableName,
  { id, name }: { readonly id: string; readonly name: string },
  what: string,
  weight: number,
  rest: { readonly path?: readonly string[]; readonly aliases?: readonly string[] } = {},
): Findable => ({
  id: `${table}:${id}`,
  title: name,
  table,
  rowId: id,
  what,
  path: rest.path ?? [],
  aliases: rest.aliases ?? [],
  weight,
})

const CLASS_WEIGHTS = { capital: 6, countyCapital: 5, districtCapital: 4, town: 3, village: 2 }

/** Every table whose rows are found by name. Engagements, grievances and protected incidents are none. */
export const FINDABLE_TABLES: readonly FindableTable[] = [
  {
    from: ({ units, bases }) => [units, bases],
    entries: ({ tables: { units, bases } }) =>
      [...units.values()].map((row) => {
        const base = bases.get(row.baseId)?.name ?? 'no base'
        return entry('units', row, `${UNIT_KIND_NAMES[row.kind]} unit at ${base}`, 8)
      }),
  },
  {
    from: ({ bases }) => [bases],
    entries: ({ tables }) =>
      [...tables.bases.values()].map((row) => entry('bases', row, BASE_KIND_NAMES[row.kind], 7)),
  },
  {
    from: ({ communities, areas }) => [communities, areas],
    entries: ({ tables: { communities, areas } }) =>
      [...communities.values()].map((row) =>
        entry('communities', row, COMMUNITY_CLASS_NAMES[row.class], CLASS_WEIGHTS[row.class], {
          path: areaPath(areas, row.areaId),
          aliases: row.aliases,
        }),
      ),
  },
  {
    from: ({ areas }) => [areas],
    entries: ({ tables: { areas } }) =>
      [...areas.values()].map((row) =>
        entry('areas', row, `Area, level ${row.level}`, 5 - row.level, {
          path: areaPath(areas, row.parentId),
          aliases: row.placeCode ? [...row.aliases, row.placeCode] : row.aliases,
        }),
      ),
  },
  {
    from: ({ zones, scenarios }) => [zones, scenarios],
    entries: ({ tables: { zones, scenarios } }) =>
      [...zones.values()].map((row) =>
        entry('zones', row, `${ZONE_KIND_NAMES[row.kind]}, ${coaOf(scenarios, row)}`, 6),
      ),
  },
  {
    from: ({ controlMeasures, scenarios }) => [controlMeasures, scenarios],
    entries: ({ tables: { controlMeasures, scenarios } }) =>
      [...controlMeasures.values()].map((row) => {
        const what = `${CONTROL_MEASURE_KIND_NAMES[row.kind]}, ${coaOf(scenarios, row)}`
        return entry('controlMeasures', row, what, 5)
      }),
  },
  {
    from: ({ restrictions }) => [restrictions],
    entries: ({ tables }) =>
      [...tables.restrictions.values()]
        .filter(({ shockId }) => shockId === null)
        .map((row) =>
          entry(
            'restrictions',
            row,
            `Restriction, ${RESTRICTION_KIND_NAMES[row.kind].toLowerCase()}`,
            4,
          ),
        ),
  },
  {
    from: ({ scenarios }) => [scenarios],
    entries: ({ tables }) =>
      [...tables.scenarios.values()].map((row) =>
        entry('scenarios', row, row.title ? `COA: ${row.title}` : 'COA', 6, {
          aliases: row.title ? [row.title] : [],
        }),
      ),
  },
  {
    from: ({ shocks }) => [shocks],
    entries: ({ tables }) =>
      [...tables.shocks.values()].map((row) => entry('shocks', row, 'Shock', 4)),
  },
  {
    from: ({ slides }) => [slides],
    entries: ({ tables }) =>
      [...tables.slides.values()].map(({ id, headline }) =>
        entry('slides', { id, name: headline || 'Slide without a headline' }, 'Slide', 3),
      ),
  },
  {
    from: ({ facilities }) => [facilities],
    entries: ({ tables }) =>
      [...tables.facilities.values()].map((row) =>
        entry('facilities', row, FACILITY_CLASS_NAMES[row.class], 1, { aliases: row.aliases }),
      ),
  },
  {
    from: ({ projects }) => [projects],
    entries: ({ tables }) =>
      [...tables.projects.values()].map((row) =>
        entry('projects', row, `Project, ${PROJECT_SECTOR_NAMES[row.sector].toLowerCase()}`, 1),
      ),
  },
]

function coaOf(
  scenarios: Tables['scenarios'],
  { scenarioId }: { readonly scenarioId: string },
): string {
  return scenarios.get(scenarioId)?.name ?? 'no COA'
}
