import type { ImportChoice } from '#formats/import/import-choice.ts'
import type { MappingTemplate } from '#formats/import/template.ts'
import type { FilesRead, FileToRead } from '#jobs/read-files.ts'

/** Where an import stands, from the drop to the acceptance. */
export type ImportState = {
  readonly status: 'empty' | 'reading' | 'read' | 'failed'
  readonly files: readonly FileToRead[]
  readonly progressShare: number
  readonly read: FilesRead | null
  /** By table, where a person chose over what was guessed. */
  readonly choices: ReadonlyMap<string, ImportChoice>
  /** By file, such as `EPSG:32629`, where a person said it. */
  readonly systems: ReadonlyMap<string, string>
  readonly templates: readonly MappingTemplate[]
  readonly error: string | null
}

export const NO_IMPORT: ImportState = {
  status: 'empty',
  files: [],
  progressShare: 0,
  read: null,
  choices: new Map(),
  systems: new Map(),
  templates: [],
  error: null,
}
