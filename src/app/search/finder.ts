import MiniSearch from 'minisearch'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { folded, foldedWords } from '#core/folded.ts'
import { rowExtent } from '#core/row-extent.ts'
import type { Sliced } from '#ui/slices.ts'
import { CLOSENESS, closenessOf } from './closeness.ts'
import { FINDABLE_TABLES, type Findable, type FindableTable } from './findables.ts'

/** So many are ranked and shown; whoever wants more types more. */
const SHOWN = 30
/** So many of each table are weighed: typing a letter finds thousands. */
const WEIGHED = 200
/** So many names go into an index between two yields: about a millisecond. */
const NAMES_A_SLICE = 30

/** What finds by name in one state of the document. */
export type Finder = {
  /** Reads the names that are not read yet; to be run in slices. */
  readonly prepare: () => Sliced<void>
  /** Whether all names are read. */
  readonly isReady: () => boolean
  /** The closest, in the order of `ranked`; of the names that are read. */
  readonly find: (text: string) => readonly Findable[]
}

/** One table's index, which stays as long as what it is made from stays. */
type TableIndex = {
  readonly parts: readonly unknown[]
  readonly index: MiniSearch<Findable>
  readonly byId: Map<string, Findable>
  /** Goes on where it was left; several may ask. */
  readonly reading: Sliced<void>
  isRead: boolean
}

const indexes = new Map<FindableTable, TableIndex>()

/** A finder for a document; an index is made anew only of tables that are new. */
export function finderOf(document: OperationDocument): Finder {
  const own = FINDABLE_TABLES.map((table) => indexOf(table, document))
  return {
    isReady: () => own.every(({ isRead }) => isRead),
    *prepare() {
      for (const each of own) {
        while (!each.isRead) {
          if (each.reading.next().done) each.isRead = true
          yield
        }
      }
    },
    find: (text) => {
      const found = own.flatMap(({ index, byId }) =>
        index
          .search(text, { combineWith: 'AND' })
          .slice(0, WEIGHED)
          .flatMap(({ id }) => byId.get(String(id)) ?? []),
      )
      return ranked(document, found, text).slice(0, SHOWN)
    },
  }
}

function indexOf(table: FindableTable, document: OperationDocument): TableIndex {
  const parts = table.from(document.tables)
  const known = indexes.get(table)
  if (known && parts.every((part, i) => part === known.parts[i])) return known
  const byId = new Map<string, Findable>()
  const index = new MiniSearch<Findable>({
    fields: ['title', 'aliases', 'about'],
    extractField: (entry, field) => {
      if (field === 'aliases') return entry.aliases.join(' ')
      if (field === 'about') return `${entry.what} ${entry.path.join(' ')}`
      return field === 'id' ? entry.id : entry.title
    },
    tokenize: foldedWords,
    processTerm: (term) => term,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.25 : false),
      boost: { title: 4, aliases: 2 },
    },
  })
  const made = { parts, index, byId, reading: reading(table, document, index, byId), isRead: false }
  indexes.set(table, made)
  return made
}

function* reading(
  table: FindableTable,
  document: OperationDocument,
  index: MiniSearch<Findable>,
  byId: Map<string, Findable>,
): Sliced<void> {
  let count = 0
  for (const entry of table.entries(document)) {
    if (++count % NAMES_A_SLICE === 0) yield
    byId.set(entry.id, entry)
    index.add(entry)
  }
}

/**
 * Exact names in the area of operations first, then units, then the others; within these the closer,
 * the weightier, and at last by name. Typing errors are forgiven where nothing is found without.
 */
export function ranked(
  document: OperationDocument,
  found: readonly Findable[],
  text: string,
): readonly Findable[] {
  const [west, south, east, north] = operationOf(document).extentDegrees
  const isWithin = ({ table, rowId }: Findable) => {
    const extent = rowExtent(document, table, rowId)
    if (!extent) return false
    const [w, s, e, n] = extent
    return w <= east && e >= west && s <= north && n >= south
  }
  const weighed = found.map((entry) => {
    const closeness = closenessOf(entry, text)
    const isExact = closeness === CLOSENESS.exact && isWithin(entry)
    const isUnit = entry.table === 'units' && closeness <= CLOSENESS.alias
    return { entry, closeness, tier: isExact ? 0 : isUnit ? 1 : 2, name: folded(entry.title) }
  })
  const isAlike = ({ closeness }: { readonly closeness: number }) => closeness === CLOSENESS.alike
  const close = weighed.every(isAlike) ? weighed : weighed.filter((each) => !isAlike(each))
  close.sort(
    (a, b) =>
      a.tier - b.tier ||
      a.closeness - b.closeness ||
      b.entry.weight - a.entry.weight ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.entry.id < b.entry.id ? -1 : 1),
  )
  return close.map(({ entry }) => entry)
}
