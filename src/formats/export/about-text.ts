import type { ExportAbout, ExportTable } from './export-table.ts'

/** A line of what is told of an export: a word and what it says. */
export type AboutLine = readonly [word: string, text: string]

/** What holds for the whole of an export: marking first. */
export function aboutExport(about: ExportAbout): AboutLine[] {
  return [
    ['Marking', about.marking],
    ['Date-time group', about.dateTimeGroup],
    ['Operation', about.operation],
    ['Theatre', about.theatre],
    ['Cleared for', `audiences up to "${about.audience}"`],
    ...about.withheld.map((text): AboutLine => ['Withheld', text]),
    ['Withheld', 'Who reported an incident or restriction is never exported.'],
    ['Coordinates', 'WGS 84 (EPSG:4326), degrees. Boundaries imply no legal opinion.'],
  ]
}

/** Where a table came from and how far it may travel. */
export function aboutTable(table: ExportTable): AboutLine[] {
  const { source, licence, asOf, file } = table.provenance
  return [
    ['Layer', table.title],
    ['Source', source],
    ['Licence', licence],
    ['Data as of', asOf ?? 'not known'],
    ...(file === null ? [] : [['File', file] as const]),
    ['Sensitivity', table.sensitivity],
    ['Exercise', table.isExercise ? 'yes: invented for exercise' : 'no'],
    ['Rows', String(table.rows.length)],
  ]
}

/** All of it as plain members, for formats that hold JSON. */
export function aboutMembers(about: ExportAbout, table: ExportTable) {
  return {
    marking: about.marking,
    dateTimeGroup: about.dateTimeGroup,
    madeAt: about.madeAt,
    operation: about.operation,
    theatre: about.theatre,
    clearedFor: about.audience,
    withheld: about.withheld,
    layer: table.layer,
    title: table.title,
    sensitivity: table.sensitivity,
    isExercise: table.isExercise,
    provenance: table.provenance,
  }
}

/** All of it as a plain text, lines ended as every editor reads them. */
export function aboutText(
  tables: readonly ExportTable[],
  about: ExportAbout,
  told: readonly string[] = [],
): string {
  const parts = [aboutExport(about), ...tables.map(aboutTable)]
  const lines = parts.flatMap((part) => [...part.map(([word, text]) => `${word}: ${text}`), ''])
  return [...lines, ...told, ''].join('\r\n')
}

/** The short form that stands in every row of a table that may be torn from its notes. */
export function rowMark(about: ExportAbout): string {
  return `${about.marking} · ${about.dateTimeGroup}`
}

/** The heading over it; tells an import that a guard before formulas is ours. */
export const ROW_MARK = 'cg_export'
