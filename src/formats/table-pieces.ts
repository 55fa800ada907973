import type { Issue } from '#core/issue.ts'
import type { RawTable } from './raw-table.ts'

/** A table that is too large to be held: one piece of some thousand rows after the other. */
export type TablePieces = {
  /** Decides what the file is about; its headings hold for all pieces. */
  readonly first: RawTable
  /**
   * All pieces from the first on, each time anew.
   *
   * @throws PieceFault where the file cannot be read on.
   */
  readonly all: () => AsyncIterable<RawTable>
  /** How much of the file has been handed out, from 0 to 1. */
  readonly readShare: () => number
}

/** Why a file cannot be read on; nothing of it comes in. */
export class PieceFault extends Error {
  readonly issue: Issue

  constructor(issue: Issue) {
    super(issue.message)
    this.issue = issue
  }
}
