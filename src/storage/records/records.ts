/** A text and its SHA-256: what a damaged record is recognised by. */
export type Sealed = { readonly text: string; readonly checksum: string }

/** A step as written: the text is its JSON. */
export type StepRecord = Sealed & { readonly operationId: string; readonly number: number }

/** Which steps stand on the undo and the redo stack, the top last. All of them are of kind `do`. */
export type History = { readonly done: readonly number[]; readonly undone: readonly number[] }

/** What a list of operations shows. */
export type Head = {
  readonly operationId: string
  readonly name: string
  readonly theatreName: string
  readonly isExercise: boolean
  readonly savedAt: string
  /** Counts snapshots: the copy with the higher one is the newer. */
  readonly generation: number
  readonly lastStep: number
}

/** The document as it was after a step; what came later is in the steps. */
export type SnapshotRecord = Head & {
  readonly schemaVersion: number
  /** By table name: the JSON of its rows. */
  readonly tables: Readonly<Record<string, Sealed>>
  readonly history: History
  /** Datasets that the document or its history names. */
  readonly datasetIds: readonly string[]
  /** Of everything above, with the tables by their checksums. */
  readonly checksum: string
}

/**
 * A dataset: its columns packed (`pack-columns.ts`), or, of a large one, the index of the parts in
 * which they lie (`dataset-parts.ts`).
 */
export type DatasetRecord = {
  readonly operationId: string
  readonly datasetId: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly checksum: string
}

/** What a copy holds of an operation, not yet checked. Steps in any order. */
export type Stored = {
  readonly snapshot: SnapshotRecord
  readonly steps: readonly StepRecord[]
}

/** Part of a large dataset. Its checksum stands in the index. */
export type PartRecord = {
  readonly operationId: string
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Memory that parts are read into one after the other; a stream may put another buffer in its place. */
export type PartMemory = { buffer: ArrayBuffer }

/** What is written at once: a snapshot, the older steps that its history needs, and new datasets. */
export type SnapshotWrite = Stored & {
  readonly newDatasets: readonly DatasetRecord[]
  /** The parts that stay; what else there is goes. */
  readonly partNames: ReadonlySet<string>
}

/** Steps in order, and the datasets that they bring. */
export type StepsWrite = {
  readonly head: Head
  readonly steps: readonly StepRecord[]
  readonly newDatasets: readonly DatasetRecord[]
}

/** What an operation is made of in its copies; all else there can go. */
export type Kept = {
  readonly generation: number
  readonly datasetIds: ReadonlySet<string>
  readonly partNames: ReadonlySet<string>
}

/**
 * One place where operations are kept. Every write happens whole or not at all, and has reached the
 * disk when it resolves.
 */
export type StorageCopy = {
  heads(): Promise<readonly Head[]>
  /** Null: nothing there that could be read. */
  read(operationId: string): Promise<Stored | null>
  readDataset(operationId: string, datasetId: string): Promise<DatasetRecord | null>
  /** Writes one part by itself, before the record that names it. */
  putPart(part: PartRecord): Promise<void>
  /** The bytes are good until the memory is lent again. */
  readPart(
    operationId: string,
    name: string,
    memory: PartMemory,
  ): Promise<Uint8Array<ArrayBuffer> | null>
  /** Removes what writes that were cut short left lying: other parts and datasets, older snapshots. */
  removeLeftovers(operationId: string, kept: Kept): Promise<void>
  putSnapshot(write: SnapshotWrite): Promise<void>
  append(write: StepsWrite): Promise<void>
  remove(operationId: string): Promise<void>
}

/** A copy as it lies on the disk, sealed or not. */
export type StoragePlace = StorageCopy & {
  /** Ids of everything that lies there, readable or not. */
  operationIds(): Promise<readonly string[]>
}
