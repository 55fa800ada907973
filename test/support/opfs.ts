/** A file of the pretended file system; tests damage `bytes` directly. */
export type FakeFile = { bytes: Uint8Array<ArrayBuffer> }

/** A folder of the pretended file system. */
export type FakeFolder = {
  readonly files: Map<string, FakeFile>
  readonly folders: Map<string, FakeFolder>
  /** When set, every write fails with it, as a full disk does. */
  writeFault: DOMException | null
}

export function aFolder(): FakeFolder {
  return { files: new Map(), folders: new Map(), writeFault: null }
}

/** The browser's interface to a folder in memory, as far as storage uses it. */
export function handleOf(folder: FakeFolder, root: FakeFolder = folder): FileSystemDirectoryHandle {
  const notFound = (name: string) => new DOMException(`${name} is not there`, 'NotFoundError')
  const handle = {
    kind: 'directory',
    async getDirectoryHandle(name: string, options?: { create?: boolean }) {
      if (!folder.folders.has(name) && !options?.create) throw notFound(name)
      const found = folder.folders.get(name) ?? aFolder()
      folder.folders.set(name, found)
      return handleOf(found, root)
    },
    async getFileHandle(name: string, options?: { create?: boolean }) {
      if (!folder.files.has(name) && !options?.create) throw notFound(name)
      const found = folder.files.get(name) ?? { bytes: new Uint8Array() }
      folder.files.set(name, found)
      return fileHandleOf(found, root)
    },
    async removeEntry(name: string) {
      if (!folder.files.delete(name) && !folder.folders.delete(name)) throw notFound(name)
    },
    async *keys() {
      yield* [...folder.files.keys(), ...folder.folders.keys()]
    },
    async *entries() {
      for (const [name, inner] of folder.folders) yield [name, handleOf(inner, root)]
      for (const [name, file] of folder.files) yield [name, fileHandleOf(file, root)]
    },
  }
  return handle as unknown as FileSystemDirectoryHandle
}

function fileHandleOf(file: FakeFile, root: FakeFolder) {
  return {
    kind: 'file',
    getFile: async () => new Blob([file.bytes]),
    async createWritable(options?: { keepExistingData?: boolean }) {
      let content = options?.keepExistingData ? file.bytes : new Uint8Array()
      return {
        async write(data: unknown) {
          if (root.writeFault) throw root.writeFault
          const isPlaced = typeof data === 'object' && data !== null && 'position' in data
          const { position, data: part } = (isPlaced ? data : { position: 0, data }) as {
            position: number
            data: BlobPart
          }
          const added = new Uint8Array(await new Blob([part]).arrayBuffer())
          const grown = new Uint8Array(Math.max(content.length, position + added.length))
          grown.set(content)
          grown.set(added, position)
          content = grown
        },
        async abort() {},
        async close() {
          file.bytes = content
        },
      }
    },
  }
}

/** The same folder, in which some of what it can do fails, as when something else holds on to it. */
export function failing(
  root: FileSystemDirectoryHandle,
  doesFail: (method: keyof FileSystemDirectoryHandle, name: string) => boolean,
): FileSystemDirectoryHandle {
  return new Proxy(root, {
    get(target, method: keyof FileSystemDirectoryHandle) {
      const work = target[method]
      if (typeof work !== 'function') return work
      return (name: string, ...rest: unknown[]) => {
        if (doesFail(method, name))
          return Promise.reject(new DOMException('held', 'NoModificationAllowedError'))
        return (work as (...args: unknown[]) => unknown).call(target, name, ...rest)
      }
    },
  })
}
