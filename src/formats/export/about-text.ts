import { rowMarkText } from '../marks/row-mark.ts'
import { inOneLine, NOT_STATED, TABLE_WORDS } from '../marks/stated.ts'
import { AUDIENCE_NAMES } from './audiences.ts'
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
    [
      'Cleared for',
      `${AUDIENCE_NAMES[about.audience]} (what is labelled ${about.audience} or lower)`,
    ],
    ...about.withheld.map((text): AboutLine => ['Withheld', text]),
    ...about.changed.map((text): AboutLine => ['Changed', text]),
    ...about.notInFormat.map((text): AboutLine => ['Not in this format', text]),
    ['Coordinates', 'WGS 84 (EPSG:4326), degrees. Boundaries imply no legal opinion.'],
  ]
}

/**
 * Where a table came from and how far it may travel, beginning with its name.
 *
 * @param name what the table is called in the file, so that an import finds what is told of it.
 */
export function aboutTable(table: ExportTable, name: string = table.stem): AboutLine[] {
  const { sources, licence, asOf, files } = table.provenance
  return [
    [TABLE_WORDS.name, name],
    ['Layer', table.title],
    [TABLE_WORDS.source, sources.join('; ') || NOT_STATED],
    [TABLE_WORDS.licence, licence],
    ['Data as of', asOf ?? NOT_STATED],
    ...files.map((file): AboutLine => ['File', file]),
    [TABLE_WORDS.sensitivity, table.sensitivity],
    [TABLE_WORDS.exercise, table.isExercise ? 'yes: invented for exercise' : 'no'],
    ['Rows', String(table.rows.length)],
  ]
}

/** Lines as texts, each in one line whatever it says. */
export function lineTexts(lines: readonly AboutLine[]): string[] {
  return lines.map(([word, text]) => `${word}: ${inOneLine(text)}`)
}

/** All of it as plain members, for formats that hold JSON. */
export function aboutMembers(about: ExportAbout, table: ExportTable) {
  const { sources, licence, asOf, files } = table.provenance
  return {
    marking: about.marking,
    dateTimeGroup: about.dateTimeGroup,
    madeAt: about.madeAt,
    operation: about.operation,
    theatre: about.theatre,
    clearedFor: AUDIENCE_NAMES[about.audience],
    level: about.audience,
    withheld: about.withheld,
    changed: about.changed,
    notInFormat: about.notInFormat,
    layer: table.layer,
    title: table.title,
    sensitivity: table.sensitivity,
    isExercise: table.isExercise,
    provenance: { source: sources.join('; ') || null, licence, asOf, files },
  }
}

/** All of it as a plain text, lines ended as every editor reads them. */
export function aboutText(
  tables: readonly ExportTable[],
  about: ExportAbout,
  told: readonly string[] = [],
): string {
  const parts = [aboutExport(about), ...tables.map((table) => aboutTable(table))]
  return [...parts.flatMap((part) => [...lineTexts(part), '']), ...told, ''].join('\r\n')
}

/** The short form that stands in every row of a table that may be torn from its notes. */
export function rowMark(
  { marking, dateTimeGroup }: ExportAbout,
  { sensitivity }: ExportTable,
): string {
  return rowMarkText(marking, dateTimeGroup, sensitivity)
}
