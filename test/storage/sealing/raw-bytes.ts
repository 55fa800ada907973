import { openDB } from 'idb'
import type { FakeFolder } from '#support/opfs.ts'

/** Everything that lies in the pretended browser, as one text in which names would be found. */
export async function rawText(files: FakeFolder | null): Promise<string> {
  return [await databaseText(), files ? folderText(files) : '', localText()].join('\n')
}

async function databaseText(): Promise<string> {
  const texts: string[] = []
  for (const { name } of await indexedDB.databases()) {
    const database = await openDB(name!)
    for (const store of database.objectStoreNames) {
      const [keys, values] = [await database.getAllKeys(store), await database.getAll(store)]
      texts.push(JSON.stringify([keys, values], asLetters))
    }
    database.close()
  }
  return texts.join('\n')
}

function asLetters(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
}

function folderText({ files, folders }: FakeFolder): string {
  return [
    ...[...files].map(([name, { bytes }]) => name + Buffer.from(bytes).toString('latin1')),
    ...[...folders].map(([name, folder]) => name + folderText(folder)),
  ].join('\n')
}

function localText(): string {
  return Object.values(globalThis.localStorage ?? {}).join('\n')
}
