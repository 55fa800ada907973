import { PART_PREFIX } from '../records/dataset-parts.ts'
import { headOfSnapshot } from '../records/head-of-snapshot.ts'
import type {
  DatasetRecord,
  Head,
  SnapshotRecord,
  StepRecord,
  StorageCopy,
  StoragePlace,
} from '../records/records.ts'
import type { Sealer } from './sealer.ts'

const SEALED_ID = /^sealed-\d+-/

/** Whether an operation lies sealed, going by the id under which it lies. */
export function isSealedId(operationId: string): boolean {
  return SEALED_ID.test(operationId)
}

/** Whether it is sealed with this data key. */
export function isSealedBy({ keyId }: Sealer, operationId: string): boolean {
  return operationId.startsWith(idPrefix(keyId))
}

/** The id under which an operation lies sealed: nothing can be told from it without the key. */
export async function sealedIdOf(sealer: Sealer, operationId: string): Promise<string> {
  return idPrefix(sealer.keyId) + (await sealer.alias(['operation', operationId]))
}

function idPrefix(keyId: string): string {
  return `sealed-1-${keyId}-`
}

/** A copy as storage sees it where nothing is sealed; what is sealed is not there for it. */
export function plainCopy(place: StoragePlace): StorageCopy {
  return {
    ...place,
    heads: async () => (await place.heads()).filter(({ operationId }) => !isSealedId(operationId)),
  }
}

/**
 * A copy that seals what goes to the disk and opens what comes from it. Ids and names of parts lie as
 * aliases; in plain lie how many snapshots and steps there are, how large everything is, and the
 * version of the schema. What does not open is given back as damaged.
 */
export function sealedCopy(place: StorageCopy, sealer: Sealer): StorageCopy {
  const idOf = (operationId: string) => sealedIdOf(sealer, operationId)
  const datasetIdOf = (operationId: string, datasetId: string) =>
    sealer.alias(['dataset', operationId, datasetId])
  const partNameOf = async (operationId: string, name: string) =>
    `${PART_PREFIX}${await sealer.alias(['part', operationId, name])}.bin`
  const partNamesOf = async (operationId: string, names: ReadonlySet<string>) =>
    new Set(await Promise.all([...names].map((name) => partNameOf(operationId, name))))

  const sealHead = async (head: Head): Promise<Head> => {
    const operationId = await idOf(head.operationId)
    const name = await sealer.sealText(JSON.stringify(head), ['head', operationId])
    const { generation, lastStep } = head
    const savedAt = ''
    return { operationId, name, theatreName: '', isExercise: false, savedAt, generation, lastStep }
  }
  const openHead = async ({ operationId, name, generation, lastStep }: Head) => {
    const text = await sealer.openText(name, ['head', operationId])
    return text === null ? null : { ...(JSON.parse(text) as Head), generation, lastStep }
  }
  const sealStep = async ({ operationId, number, text, checksum }: StepRecord) => {
    const id = await idOf(operationId)
    const sealed = await sealer.sealText(checksum + text, ['step', id, number])
    return { operationId: id, number, text: sealed, checksum: '' }
  }
  const openStep = async (operationId: string, step: StepRecord): Promise<StepRecord> => {
    const text = await sealer.openText(step.text, ['step', step.operationId, step.number])
    const { number } = step
    if (text === null) return { operationId, number, text: '', checksum: '' }
    return { operationId, number, checksum: text.slice(0, 64), text: text.slice(64) }
  }
  const sealSnapshot = async (snapshot: SnapshotRecord): Promise<SnapshotRecord> => {
    const head = await sealHead(headOfSnapshot(snapshot))
    const address = ['snapshot', head.operationId, snapshot.generation]
    const text = await sealer.sealText(JSON.stringify(snapshot), address)
    const { operationId, datasetIds, schemaVersion } = snapshot
    return {
      ...head,
      schemaVersion,
      tables: { sealed: { text, checksum: '' } },
      history: { done: [], undone: [] },
      datasetIds: await Promise.all(datasetIds.map((id) => datasetIdOf(operationId, id))),
      checksum: '',
    }
  }
  const openSnapshot = async (operationId: string, sealed: SnapshotRecord) => {
    const address = ['snapshot', sealed.operationId, sealed.generation]
    const text = await sealer.openText(sealed.tables['sealed']?.text ?? '', address)
    if (text !== null) return JSON.parse(text) as SnapshotRecord
    return { ...sealed, operationId, datasetIds: [] }
  }
  const sealDataset = async (record: DatasetRecord): Promise<DatasetRecord> => {
    const operationId = await idOf(record.operationId)
    const datasetId = await datasetIdOf(record.operationId, record.datasetId)
    const inner = new Uint8Array(CHECKSUM_LENGTH + record.bytes.length)
    inner.set(new TextEncoder().encode(record.checksum).subarray(0, CHECKSUM_LENGTH))
    inner.set(record.bytes, CHECKSUM_LENGTH)
    const bytes = await sealer.seal(inner, ['dataset', operationId, datasetId])
    return { operationId, datasetId, bytes, checksum: NO_CHECKSUM }
  }

  return {
    async heads() {
      const heads = await place.heads()
      const ours = heads.filter(({ operationId }) => isSealedBy(sealer, operationId))
      return (await Promise.all(ours.map(openHead))).filter((head) => head !== null)
    },
    async read(operationId) {
      const stored = await place.read(await idOf(operationId))
      if (!stored) return null
      const snapshot = await openSnapshot(operationId, stored.snapshot)
      const steps = await Promise.all(stored.steps.map((step) => openStep(operationId, step)))
      return { snapshot, steps }
    },
    async readDataset(operationId, datasetId) {
      const [id, alias] = [await idOf(operationId), await datasetIdOf(operationId, datasetId)]
      const sealed = await place.readDataset(id, alias)
      const inner = sealed && (await sealer.open(sealed.bytes, ['dataset', id, alias]))
      if (!inner) return null
      const checksum = new TextDecoder().decode(inner.subarray(0, CHECKSUM_LENGTH))
      return { operationId, datasetId, bytes: inner.subarray(CHECKSUM_LENGTH), checksum }
    },
    async putPart({ operationId, name, bytes }) {
      const [id, alias] = [await idOf(operationId), await partNameOf(operationId, name)]
      const sealed = await sealer.seal(bytes, ['part', id, alias])
      await place.putPart({ operationId: id, name: alias, bytes: sealed })
    },
    async readPart(operationId, name, memory) {
      const [id, alias] = [await idOf(operationId), await partNameOf(operationId, name)]
      const sealed = await place.readPart(id, alias, memory)
      return sealed && sealer.open(sealed, ['part', id, alias])
    },
    removeLeftovers: async (operationId, { generation, datasetIds, partNames }) =>
      place.removeLeftovers(await idOf(operationId), {
        generation,
        datasetIds: new Set(
          await Promise.all([...datasetIds].map((id) => datasetIdOf(operationId, id))),
        ),
        partNames: await partNamesOf(operationId, partNames),
      }),
    async putSnapshot({ snapshot, steps, newDatasets, partNames }) {
      await place.putSnapshot({
        snapshot: await sealSnapshot(snapshot),
        steps: await Promise.all(steps.map(sealStep)),
        newDatasets: await Promise.all(newDatasets.map(sealDataset)),
        partNames: await partNamesOf(snapshot.operationId, partNames),
      })
    },
    append: async ({ head, steps, newDatasets }) =>
      place.append({
        head: await sealHead(head),
        steps: await Promise.all(steps.map(sealStep)),
        newDatasets: await Promise.all(newDatasets.map(sealDataset)),
      }),
    remove: async (operationId) => place.remove(await idOf(operationId)),
  }
}

/** Of a SHA-256 in hexadecimal; a multiple of 8, so that the columns behind it can be looked into. */
const CHECKSUM_LENGTH = 64
/** Stands where the checksum of plain bytes would tell which file they came from. */
const NO_CHECKSUM = '0'.repeat(CHECKSUM_LENGTH)
