import type { StoreApi } from 'zustand/vanilla'
import type { OperationDocument, Tables } from '#core/document.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import { countAlong, documentAt } from '#products/levels/document-at.ts'
import type { Room } from '#ui/room.tsx'

/**
 * The room as a wall knows it: without engagements, grievances and protected incidents, and without the
 * answers of studies. A slide stands in it whatever its kind, so that none can show what is not there.
 */
export function wallRoom(room: Room): Room {
  return {
    ...room,
    documents: seen(room.documents, (state) => ({
      ...state,
      document: wallDocument(state.document),
      done: [],
      undone: [],
      applied: null,
    })),
    results: seen(room.results, (state) => ({ ...state, studies: {} })),
  }
}

/** The room as readers of a level know it: its maps draw no row that their document does not have. */
export function roomAt(room: Room, level: ReleaseLevel): Room {
  if (level === 'internal') return room
  const at = (state: ReturnType<Room['documents']['getState']>) => ({
    ...state,
    document: documentAt(state.document, level),
  })
  return { ...room, documents: seen(room.documents, at) }
}

const NO_ENGAGEMENTS: Tables['engagements'] = new Map()
const NO_GRIEVANCES: Tables['grievances'] = new Map()
const documents = new WeakMap<OperationDocument, OperationDocument>()
const datasets = new WeakMap<Tables['datasets'], Tables['datasets']>()

/** The document as a wall knows it; equal documents and tables give the same ones. */
export function wallDocument(document: OperationDocument): OperationDocument {
  const known = documents.get(document)
  if (known) return known
  const stripped: OperationDocument = {
    ...document,
    tables: {
      ...document.tables,
      engagements: NO_ENGAGEMENTS,
      grievances: NO_GRIEVANCES,
      datasets: withoutProtected(document.tables.datasets),
    },
  }
  countAlong(stripped, document)
  documents.set(document, stripped)
  documents.set(stripped, stripped)
  return stripped
}

function withoutProtected(all: Tables['datasets']): Tables['datasets'] {
  const known = datasets.get(all)
  if (known) return known
  const kept = new Map([...all].filter(([, { kind }]) => kind !== 'protectedIncidents'))
  datasets.set(all, kept)
  datasets.set(kept, kept)
  return kept
}

/** A store that shows another through a function, and cannot be written to. */
function seen<T extends object>(store: StoreApi<T>, as: (state: T) => T): StoreApi<T> {
  const known = new WeakMap<T, T>()
  const view = (state: T): T => {
    const found = known.get(state) ?? as(state)
    known.set(state, found)
    return found
  }
  return {
    getState: () => view(store.getState()),
    getInitialState: () => view(store.getInitialState()),
    subscribe: (listener) =>
      store.subscribe((state, before) => listener(view(state), view(before))),
    setState: () => {
      throw new Error('nothing is changed from a wall')
    },
  }
}
