import type { Step } from '#core/change.ts'
import type { OperationDocument } from '#core/document.ts'
import { issue, ok, type Result, refuse } from '#core/issue.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { layDown } from './datasets.ts'
import { putSnapshot, writeSecond } from './put-snapshot.ts'
import { checksumOf } from './records/checksum.ts'
import { datasetsInSteps } from './records/datasets-in-steps.ts'
import { historyAfter, NO_HISTORY, trimmedHistory } from './records/history.ts'
import type { StepRecord, StepsWrite } from './records/records.ts'
import { headOf } from './records/take-snapshot.ts'
import type { Session } from './sessions.ts'
import {
  listOperations,
  type OpenedOperation,
  type Purged,
  refusalOf,
  type StepsToSave,
  type StorageDesk,
} from './storage-desk.ts'
import { faultFrom, outOfStep, stillInSecond } from './storage-fault.ts'

/** So many steps are replayed at most when an operation is opened. */
export const STEPS_PER_SNAPSHOT = 100

/** Keeps an operation from its present state on; its history starts here. */
export function saveNewOperation(
  desk: StorageDesk,
  contents: OperationContents,
  mayReplace: boolean,
): Promise<Result<OpenedOperation>> {
  return desk.sessions.inTurn(async () => {
    const { document, columns } = contents
    const refusal = refusalOf(desk)
    if (refusal) return refuse(issue('error', refusal.code, refusal.message))
    const earlier = (await listOperations(desk)).find((head) => head.operationId === document.id)
    if (earlier && !mayReplace) {
      const message = `${earlier.name} is kept here already. Open it from the list, or replace it.`
      return refuse(issue('error', 'already-kept', message))
    }
    const fresh = {
      generation: (earlier?.generation ?? 0) + 1,
      lastStep: 0,
      snapshotStep: 0,
      history: NO_HISTORY,
      datasetIds: [...columns.keys()],
    }
    try {
      const { records, partNames } = await layDown(desk, document.id, columns)
      const session = { ...fresh, partNames }
      await putSnapshot(desk, { document, session, steps: [], newDatasets: records })
      desk.sessions.set(document.id, session)
    } catch (error) {
      const { code, message } = faultFrom(error)
      return refuse(issue('error', code, message))
    }
    return ok({ ...contents, lastStep: 0, done: [], undone: [] })
  })
}

/**
 * Adds steps, and every so often takes a snapshot and lets go of what the history no longer needs.
 *
 * @throws StorageFault if the first copy did not take them; nothing was written then.
 */
export function appendSteps(desk: StorageDesk, saving: StepsToSave): Promise<void> {
  return desk.sessions.inTurn(async () => {
    const { document, steps, addedColumns } = saving
    const refusal = refusalOf(desk)
    if (refusal) throw refusal
    const session = desk.sessions.get(document.id)
    if (!session) throw outOfStep()
    const later = steps.filter(({ number }) => number > session.lastStep)
    if (later.length === 0) return
    if (later[0]!.number !== session.lastStep + 1) throw outOfStep()
    const added = await layDown(desk, document.id, addedColumns)
    const after: Session = {
      ...session,
      lastStep: later.at(-1)!.number,
      history: later.reduce(historyAfter, session.history),
      datasetIds: [...new Set([...session.datasetIds, ...addedColumns.keys()])],
      partNames: new Map([...session.partNames, ...added.partNames]),
    }
    const moment = { ...after, savedAt: desk.nowAt() }
    await appendToBoth(desk, {
      head: headOf(document, moment),
      steps: await Promise.all(later.map((step) => recordOf(document.id, step))),
      newDatasets: added.records,
    })
    desk.sessions.set(document.id, after)
    if (after.lastStep - after.snapshotStep >= STEPS_PER_SNAPSHOT) await compact(desk, document)
  })
}

/**
 * Keeps the document alone, with neither steps nor datasets that it does not name, in both copies. What a
 * purge took out is in none of them when it resolves.
 *
 * @throws StorageFault where a copy may still hold it: to be asked again. What was not written at all stays
 *   as it was.
 */
export function forgetHistory(desk: StorageDesk, { document, step }: Purged): Promise<void> {
  return desk.sessions.inTurn(async () => {
    const refusal = refusalOf(desk)
    if (refusal) throw refusal
    const session = desk.sessions.get(document.id)
    if (!session || step < session.lastStep || step > session.lastStep + 1) throw outOfStep()
    const isNamed = (id: string) => document.tables.datasets.has(id)
    const next: Session = {
      generation: session.generation + 1,
      lastStep: step,
      snapshotStep: step,
      history: NO_HISTORY,
      datasetIds: session.datasetIds.filter(isNamed),
      partNames: new Map([...session.partNames].filter(([id]) => isNamed(id))),
    }
    try {
      await putSnapshot(desk, { document, session: next, steps: [], newDatasets: [] })
    } catch (error) {
      throw faultFrom(error)
    }
    desk.sessions.set(document.id, next)
    if (desk.copies.isSecondBehind(document.id)) throw stillInSecond()
  })
}

/** A snapshot of the present state, which removes what it does not name; failing does no harm, for the steps are all there. */
async function compact(desk: StorageDesk, document: OperationDocument): Promise<void> {
  const session = desk.sessions.get(document.id)!
  try {
    const stored = await desk.copies.first()!.read(document.id)
    const history = trimmedHistory(session.history)
    const kept = new Set([...history.done, ...history.undone])
    const steps = (stored?.steps ?? []).filter(({ number }) => kept.has(number))
    const datasetIds = datasetsNamed(document, steps, session.datasetIds)
    const next: Session = {
      generation: session.generation + 1,
      lastStep: session.lastStep,
      snapshotStep: session.lastStep,
      history,
      datasetIds,
      partNames: new Map([...session.partNames].filter(([id]) => datasetIds.includes(id))),
    }
    await putSnapshot(desk, { document, session: next, steps, newDatasets: [] })
    desk.sessions.set(document.id, next)
  } catch {
    desk.sessions.set(document.id, { ...session, snapshotStep: session.lastStep })
  }
}

/** Datasets that the document or a change that could come back names. */
function datasetsNamed(
  document: OperationDocument,
  steps: readonly StepRecord[],
  present: readonly string[],
): string[] {
  const inHistory = datasetsInSteps(steps)
  return present.filter((id) => document.tables.datasets.has(id) || inHistory.has(id))
}

async function appendToBoth(desk: StorageDesk, write: StepsWrite): Promise<void> {
  const { operationId } = write.head
  try {
    await desk.copies.first()!.append(write)
  } catch (error) {
    throw faultFrom(error)
  }
  const second = desk.copies.second()
  if (!second || desk.copies.isSecondBehind(operationId)) return
  await writeSecond(desk, operationId, () => second.append(write))
}

async function recordOf(operationId: string, step: Step): Promise<StepRecord> {
  const text = JSON.stringify(step)
  return { operationId, number: step.number, text, checksum: await checksumOf(text) }
}
