import { strToU8 } from 'fflate'
import { aboutText } from './about-text.ts'
import type { ExportWriter } from './export-format.ts'
import type { ExportAbout, ExportTable } from './export-table.ts'
import { zipFiles } from './zip-files.ts'

/** Writes one table; gives a text or bytes. */
export type TableWriter = (
  table: ExportTable,
  about: ExportAbout,
) => string | Uint8Array | Promise<string | Uint8Array>

/** For formats of one table a file: one is the file itself, several are zipped with a README. */
export function oneOrZip(extension: string, write: TableWriter): ExportWriter {
  return async (tables, about) => {
    const [first] = tables
    if (first && tables.length === 1) {
      const content = await write(first, about)
      return { bytes: typeof content === 'string' ? strToU8(content) : content, told: [] }
    }
    const files = new Map<string, string | Uint8Array>()
    for (const table of tables) files.set(`${table.stem}${extension}`, await write(table, about))
    files.set('README.txt', aboutText(tables, about))
    return { bytes: zipFiles(files, about.madeAt), told: [] }
  }
}

/** The ending that goes with it. */
export function oneOrZipEnding(extension: string): (tableCount: number) => string {
  return (tableCount) => (tableCount === 1 ? extension : `${extension}.zip`)
}
