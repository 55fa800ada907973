import type { ExportAbout, ExportTable } from './export-table.ts'

/** A file of an export, and what could not be written as it is, a sentence each. */
export type ExportFile = { readonly bytes: Uint8Array; readonly told: readonly string[] }

/** Puts tables into one file. */
export type ExportWriter = (
  tables: readonly ExportTable[],
  about: ExportAbout,
) => ExportFile | Promise<ExportFile>

/** A way to hand data out. A new one is `formats/<format>/write-<format>.ts` and a line in the registry. */
export type ExportFormat = {
  readonly id: string
  /** As people know it: "Excel workbook". */
  readonly name: string
  /** With its dot, by the number of tables. */
  readonly ending: (tableCount: number) => string
  readonly type: string
  /** Why a table cannot go into it, as the end of a sentence; null if it can. */
  readonly unfit: (table: ExportTable) => string | null
  /** Fetched when it is asked for. */
  readonly load: () => Promise<ExportWriter>
}
