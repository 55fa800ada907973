import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import type { ByteSource } from './byte-source.ts'
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

/** Reads a file from its beginning; tells how far it has come, in bytes. */
export type PieceReader = (tell: (readLength: number) => void) => AsyncIterable<RawTable>

/**
 * A file of which the first piece is read at once; refused where even that cannot be read.
 *
 * @param noun what it would hold: "rows".
 */
export async function openPieces(
  { name, size }: ByteSource,
  read: PieceReader,
  noun: string,
): Promise<Result<TablePieces>> {
  let readLength = 0
  const all = () =>
    read((length) => {
      readLength = length
    })
  try {
    for await (const first of all()) return ok({ first, all, readShare: () => readLength / size })
  } catch (error) {
    if (error instanceof PieceFault) return refuse(error.issue)
    throw error
  }
  return refuse(issue('error', 'no-rows', `${name} holds no ${noun}.`, { file: name }))
}
