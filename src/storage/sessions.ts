import type { History } from './records/records.ts'

/** Names of parts by the dataset that they are of. */
export type PartNames = ReadonlyMap<string, readonly string[]>

/** Where this tab stands with an operation that it loaded or saved. */
export type Session = {
  readonly generation: number
  readonly lastStep: number
  /** Step of the last snapshot. */
  readonly snapshotStep: number
  readonly history: History
  /** Datasets whose columns are on the disk. */
  readonly datasetIds: readonly string[]
  /** Of those that lie in parts, by their ids: the names of the parts. */
  readonly partNames: PartNames
}

/** Sessions by operation, and the queue in which their writes go one after the other. */
export type Sessions = {
  get(operationId: string): Session | null
  set(operationId: string, session: Session): void
  delete(operationId: string): void
  clear(): void
  /** Runs a write when all earlier ones have ended. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
}

/** No operation yet. */
export function createSessions(): Sessions {
  const sessions = new Map<string, Session>()
  let last: Promise<unknown> = Promise.resolve()
  return {
    get: (operationId) => sessions.get(operationId) ?? null,
    set: (operationId, session) => sessions.set(operationId, session),
    delete: (operationId) => sessions.delete(operationId),
    clear: () => sessions.clear(),
    inTurn(work) {
      const turn = last.then(work, work)
      last = turn.catch(() => {})
      return turn
    },
  }
}
