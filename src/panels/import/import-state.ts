import type { FilesRead } from '#jobs/read-files.ts'

/** Where an import stands, from the drop to the acceptance. */
export type ImportState = {
  readonly status: 'empty' | 'reading' | 'read' | 'failed'
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly progressShare: number
  readonly read: FilesRead | null
  /** Chosen over what is guessed; null: the guess holds. */
  readonly kind: string | null
  readonly isSwapped: boolean
  readonly error: string | null
}

export const NO_IMPORT: ImportState = {
  status: 'empty',
  files: [],
  progressShare: 0,
  read: null,
  kind: null,
  isSwapped: false,
  error: null,
}
