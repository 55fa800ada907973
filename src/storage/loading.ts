import type { Columns } from '#core/columns/columns.ts'
import { columnsFault } from '#core/columns/kinds.ts'
import { operationOf, SCHEMA_VERSION } from '#core/document.ts'
import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import type { Dataset } from '#core/records/dataset.ts'
import { type FoundDataset, layDown, readDataset } from './datasets.ts'
import { putSnapshot, type SnapshotMaking } from './put-snapshot.ts'
import { datasetsInSteps } from './records/datasets-in-steps.ts'
import { type Rebuilt, rebuild } from './records/rebuild.ts'
import type { DatasetRecord, StepRecord, StorageCopy } from './records/records.ts'
import type { Session } from './sessions.ts'
import {
  attempt,
  isNewer,
  type OpenedOperation,
  refusalOf,
  type StorageDesk,
} from './storage-desk.ts'
import { faultFrom } from './storage-fault.ts'

/**
 * Opens an operation from the better of its copies. Where the first one is damaged, behind or empty,
 * it is written anew from what was found, and an issue says so.
 */
export function loadOperation(
  desk: StorageDesk,
  operationId: string,
): Promise<Result<OpenedOperation>> {
  return desk.sessions.inTurn(async () => {
    const found = await bestOf(desk, operationId)
    if (!found.best) return refuse(...found.issues)
    const { best } = found
    const { columns, datasetIds, partNames, indices, issues } = await datasetsOf(desk, best)
    const notes = [...found.issues, ...issues]
    const { document, lastStep, done, undone } = best
    const session = {
      generation: best.snapshot.generation,
      lastStep,
      snapshotStep: best.snapshot.lastStep,
      history: best.history,
      datasetIds,
      partNames,
    }
    desk.sessions.set(operationId, session)
    if (found.needsRepair && !refusalOf(desk)) {
      const generation = found.highestGeneration + 1
      const repaired = { ...session, generation, snapshotStep: lastStep }
      const making = { document, session: repaired, steps: best.steps, newDatasets: indices }
      await repair(desk, making, columns, notes)
    } else if (desk.isOnlyWriter()) {
      await removeLeftovers(desk, operationId, session, datasetsWanted(best))
    }
    return ok({ document, columns, lastStep, done, undone }, notes)
  })
}

/** Takes an operation out of both copies; the second first, so that it cannot come back from there. */
export function deleteOperation(desk: StorageDesk, operationId: string): Promise<void> {
  return desk.sessions.inTurn(async () => {
    const refusal = refusalOf(desk)
    if (refusal) throw refusal
    try {
      await desk.copies.second()?.remove(operationId)
      await desk.copies.first()?.remove(operationId)
    } catch (error) {
      throw faultFrom(error)
    }
    desk.sessions.delete(operationId)
    desk.copies.markSecond(operationId, false)
  })
}

type Candidate = Rebuilt & { readonly generation: number; readonly steps: readonly StepRecord[] }

type Found = {
  readonly best: Candidate | null
  readonly needsRepair: boolean
  readonly highestGeneration: number
  readonly issues: readonly Issue[]
}

async function bestOf({ copies }: StorageDesk, operationId: string): Promise<Found> {
  const first = await candidateFrom(copies.first(), operationId)
  const second = await candidateFrom(copies.second(), operationId)
  const highestGeneration = Math.max(first.generation, second.generation)
  if (first.isNewerVersion || second.isNewerVersion) {
    const message = 'This operation was kept by a newer Commonground. Update this one to open it.'
    return {
      best: null,
      needsRepair: false,
      highestGeneration,
      issues: [issue('error', 'newer-version', message)],
    }
  }
  const best = betterOf(first.rebuilt, second.rebuilt)
  if (!best) {
    const message =
      'What this browser kept of the operation is damaged beyond repair. Open the last file that was saved.'
    return {
      best,
      needsRepair: false,
      highestGeneration,
      issues: [issue('error', 'damaged', message)],
    }
  }
  const isFirstSound = first.rebuilt === best && best.damagedCount === 0
  const isSecondSound =
    !copies.second() ||
    (second.rebuilt?.lastStep === best.lastStep &&
      second.rebuilt.generation === best.generation &&
      second.rebuilt.damagedCount === 0)
  return {
    best,
    needsRepair: !isFirstSound || !isSecondSound,
    highestGeneration,
    issues: isFirstSound ? [] : [noteOf(best, first.rebuilt)],
  }
}

function betterOf(first: Candidate | null, second: Candidate | null): Candidate | null {
  if (!first || !second) return first ?? second
  if (isNewer(second, first)) return second
  if (isNewer(first, second)) return first
  return second.damagedCount < first.damagedCount ? second : first
}

function noteOf(best: Candidate, first: Candidate | null): Issue {
  const name = operationOf(best.document).name
  if (best === first) {
    const message = `Part of what this browser kept of ${name} was damaged. It opens as it was before that part; look at the last changes, or open the last file that was saved.`
    return issue('warning', 'steps-lost', message)
  }
  const message = `This browser had lost or damaged ${name}. It was brought back from its second copy.`
  return issue('warning', 'restored', message)
}

async function candidateFrom(copy: StorageCopy | null, operationId: string) {
  const stored = await attempt(() => copy?.read(operationId))
  const none = { rebuilt: null, generation: 0, isNewerVersion: false }
  if (!stored) return none
  const { generation, schemaVersion } = stored.snapshot
  const isNewerVersion = schemaVersion > SCHEMA_VERSION
  const rebuilt = await attempt(() => rebuild(stored))
  if (!rebuilt) return { ...none, generation: generation || 0, isNewerVersion }
  const kept = new Set([...rebuilt.history.done, ...rebuilt.history.undone])
  const steps = stored.steps.filter(({ number }) => kept.has(number))
  return { rebuilt: { ...rebuilt, generation, steps }, generation, isNewerVersion }
}

/** What the document or its history names. Of a dataset that lies in parts nothing is given up. */
async function datasetsOf({ copies }: StorageDesk, best: Candidate) {
  const { document } = best
  const columns = new Map<string, Columns>()
  const partNames = new Map<string, readonly string[]>()
  const indices: DatasetRecord[] = []
  const issues: Issue[] = []
  for (const datasetId of datasetsWanted(best)) {
    const found = await readDataset(copies, { operationId: document.id, datasetId })
    if (found?.index) {
      indices.push(found.index)
      partNames.set(datasetId, found.partNames)
    }
    const batch = found?.columns
    const dataset = document.tables.datasets.get(datasetId)
    const fault = batch && dataset ? columnsFault(dataset.kind, batch) : null
    if (batch && !fault) columns.set(datasetId, batch)
    else if (dataset) issues.push(damageOf(dataset, found?.fault ?? null))
  }
  const datasetIds = [...new Set([...columns.keys(), ...partNames.keys()])]
  return { columns, datasetIds, partNames, indices, issues }
}

function datasetsWanted({ document, snapshot, steps }: Candidate): Set<string> {
  return new Set([
    ...snapshot.datasetIds,
    ...document.tables.datasets.keys(),
    ...datasetsInSteps(steps),
  ])
}

function damageOf({ title, file }: Dataset, fault: FoundDataset['fault']): Issue {
  if (fault === 'memory') {
    const message = `This browser has not enough memory for the data of "${title}". Close other tabs and open the operation again.`
    return issue('error', 'dataset-too-large', message)
  }
  const again = `Import ${file ?? 'it'} again.`
  const message = fault
    ? `Part of the data of "${title}" is damaged or missing in this browser (${fault.damagedCount} of ${fault.partCount} parts), so none of it is shown. ${again}`
    : `The data of "${title}" is damaged in this browser. ${again}`
  return issue('error', 'dataset-damaged', message)
}

/** What an import or a snapshot left behind when it was cut short; after a purge that must not stay. */
async function removeLeftovers(
  { copies }: StorageDesk,
  operationId: string,
  { generation, partNames }: Session,
  datasetIds: ReadonlySet<string>,
): Promise<void> {
  const kept = { generation, datasetIds, partNames: new Set([...partNames.values()].flat()) }
  for (const copy of [copies.first(), copies.second()]) {
    await attempt(() => copy?.removeLeftovers(operationId, kept))
  }
}

/** Parts are left where they lie; all else is written anew. */
async function repair(
  desk: StorageDesk,
  making: SnapshotMaking,
  columns: ReadonlyMap<string, Columns>,
  notes: Issue[],
): Promise<void> {
  const { document, session, newDatasets } = making
  try {
    const whole = [...columns].filter(([datasetId]) => !session.partNames.has(datasetId))
    const laid = await layDown(desk, document.id, new Map(whole))
    const partNames = new Map([...session.partNames, ...laid.partNames])
    const repaired = { ...session, partNames }
    const records = [...newDatasets, ...laid.records]
    await putSnapshot(desk, { ...making, session: repaired, newDatasets: records })
    desk.sessions.set(document.id, repaired)
  } catch (error) {
    notes.push(issue('warning', 'not-repaired', faultFrom(error).message))
    desk.sessions.delete(document.id)
  }
}
