/** Something to tell a person: one plain sentence that says where and what to do. */
export type Issue = {
  /** error: the row or file was refused; warning: kept, but doubtful; note: for information. */
  readonly severity: 'error' | 'warning' | 'note'
  /** Stable and kebab-case, for tests and for the command line. */
  readonly code: string
  readonly message: string
  readonly file: string | null
  /** 1-based line of a text file or record number of a binary one; features count from 0. */
  readonly line: number | null
  readonly field: string | null
}

/** What a user can cause is a value: a failure carries its reasons, a success may carry warnings. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Makes an issue; the place defaults to "nowhere in particular". */
export function issue(
  severity: Issue['severity'],
  code: string,
  message: string,
  place: Partial<Pick<Issue, 'file' | 'line' | 'field'>> = {},
): Issue {
  return {
    severity,
    code,
    message,
    file: place.file ?? null,
    line: place.line ?? null,
    field: place.field ?? null,
  }
}

/** A success, with whatever there is to warn of. */
export function ok<T>(value: T, issues: readonly Issue[] = []): Result<T> {
  return { ok: true, value, issues }
}

/** A failure: at least one issue says why. */
export function refuse<T>(...issues: readonly Issue[]): Result<T> {
  return { ok: false, issues }
}
