import { createStore, type StoreApi } from 'zustand/vanilla'
import { applyChange, type Change, invertChange } from '#core/change.ts'
import type { Columns } from '#core/columns/columns.ts'
import type { Command } from '#core/commands/command.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'

/** What was just done to the document: storage writes it down as a step. */
export type Applied = {
  /** Counts up from 1 without gaps, through undo and redo too. */
  readonly step: number
  readonly change: Change
  /** After a purge the change tells of the log alone, and what came before is not kept any more. */
  readonly kind: 'do' | 'undo' | 'redo' | 'purge'
  /** Columns of datasets that the change brought with it. */
  readonly addedColumns: ReadonlyMap<string, Columns>
}

/** What a store starts from: the contents, and the history that storage kept. */
export type Opened = OperationContents & {
  readonly lastStep?: number
  readonly done?: readonly Change[]
  readonly undone?: readonly Change[]
}

export type DocumentState = {
  readonly document: OperationDocument
  /** Columns by dataset id, those of undone imports included, so that redo finds them. */
  readonly columns: ReadonlyMap<string, Columns>
  readonly done: readonly Change[]
  readonly undone: readonly Change[]
  readonly applied: Applied | null
  /** Does a change; whatever had been undone is gone. */
  commit(change: Change, addedColumns?: ReadonlyMap<string, Columns>): void
  /**
   * Does a change that takes rows out for good: neither the history nor the columns that could bring them
   * back are left behind it.
   */
  purge(change: Change): void
  undo(): void
  redo(): void
}

export type DocumentStore = StoreApi<DocumentState>

const NO_COLUMNS: ReadonlyMap<string, Columns> = new Map()

/** A store per open operation. React reads it with `useStore`; autosave subscribes to `applied`. */
export function createDocumentStore(opened: Opened): DocumentStore {
  let step = opened.lastStep ?? 0
  return createStore<DocumentState>()((set, get) => {
    const apply = (change: Change, kind: Applied['kind'], addedColumns = NO_COLUMNS) => ({
      document: applyChange(get().document, change),
      columns: addedColumns.size > 0 ? new Map([...get().columns, ...addedColumns]) : get().columns,
      applied: { step: ++step, change, kind, addedColumns },
    })
    return {
      document: opened.document,
      columns: opened.columns,
      done: opened.done ?? [],
      undone: opened.undone ?? [],
      applied: null,
      commit: (change, addedColumns) => {
        if (change.rows.length === 0) return
        set({ ...apply(change, 'do', addedColumns), done: [...get().done, change], undone: [] })
      },
      purge: (change) => {
        const document = applyChange(get().document, change)
        const isNamed = ([id]: readonly [string, Columns]) => document.tables.datasets.has(id)
        const told = { ...change, rows: change.rows.filter(({ after }) => after !== null) }
        set({
          document,
          columns: new Map([...get().columns].filter(isNamed)),
          done: [],
          undone: [],
          applied: { step: ++step, change: told, kind: 'purge', addedColumns: NO_COLUMNS },
        })
      },
      undo: () => {
        const { done, undone } = get()
        const last = done.at(-1)
        if (!last) return
        set({
          ...apply(invertChange(last), 'undo'),
          done: done.slice(0, -1),
          undone: [...undone, last],
        })
      },
      redo: () => {
        const { done, undone } = get()
        const next = undone.at(-1)
        if (!next) return
        set({ ...apply(next, 'redo'), done: [...done, next], undone: undone.slice(0, -1) })
      },
    }
  })
}

/** Why nothing of a briefing pack is changed; null: the document is none. */
export function packFault(document: OperationDocument): string | null {
  return document.tables.operation.size > 0 && operationOf(document).pack
    ? 'A briefing pack is shown and not changed. Change the operation that it was made from.'
    : null
}

/** Runs a command on the store. Returns the sentence that says why not, or null when it was done. */
export function runCommand<A>(store: DocumentStore, command: Command<A>, args: A): string | null {
  const { document, commit } = store.getState()
  const reason = packFault(document) ?? command.blocked(document, args)
  if (reason === null) commit(command.change(document, args))
  return reason
}
