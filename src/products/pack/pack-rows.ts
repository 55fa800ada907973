import { countyOf } from '#core/county-level.ts'
import type { OperationDocument, RowOf, TableName, Tables } from '#core/document.ts'
import type { Dataset } from '#core/records/dataset.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Slide } from '#core/records/slide.ts'
import { factsHash, scenarioHash } from '#core/scenario-basis.ts'
import { sinceVerdict } from '#core/verdicts-of.ts'
import { namesFile } from '#formats/export/file-names.ts'

type Blanks = { readonly [T in TableName]?: (row: RowOf<T>, tables: Tables) => RowOf<T> }

/** Per table what no slide draws: words about people and places, and by whose word they are known. */
const BLANKS: Blanks = {
  restrictions: (row) => ({ ...row, source: '' }),
  facilities: (row) => ({ ...row, source: '' }),
  units: (row) => ({ ...row, contributor: null }),
  projects: (row) => ({ ...row, organisation: null }),
  postings: (row) => ({ ...row, reason: '' }),
  sites: ({ reason: _, ...row }) => row,
  engagements: (row, tables) => ({ ...placed(row, tables), summary: '' }),
  grievances: (row, tables) => ({ ...placed(row, tables), summary: '', via: null }),
}

/**
 * A table as a pack of any level takes it along: a wall machine stands in a room, so it has rows to
 * count and to draw, and no words of reports.
 */
export function plainRows<T extends TableName>(
  name: T,
  table: ReadonlyMap<string, RowOf<T>>,
  tables: Tables,
): ReadonlyMap<string, RowOf<T>> {
  const blank = BLANKS[name] as ((row: RowOf<T>, tables: Tables) => RowOf<T>) | undefined
  return blank ? new Map([...table].map(([id, row]) => [id, blank(row, tables)])) : table
}

/** Counted by county, so the community is not kept. */
function placed<R extends { readonly communityId: string | null; readonly areaId: string | null }>(
  row: R,
  { areas, communities }: Tables,
): R {
  const { communityId, areaId } = row
  const known = countyOf(areas, areaId) !== null
  const ofCommunity = communities.get(communityId ?? '')?.areaId ?? null
  return { ...row, communityId: null, areaId: known ? areaId : (ofCommunity ?? areaId) }
}

/** A slide without what the speaker says: who presents from a wall machine brings their own notes. */
export function withoutNotes(slide: Slide): Slide {
  return { ...slide, notes: '', body: slide.kind === 'text' ? slide.body : '' }
}

/** A dataset that names no file, neither the one that it came in nor another. */
export function unnamedDataset(dataset: Dataset): Dataset {
  const files = dataset.file === null ? [] : [dataset.file]
  const unnamed = (text: string, instead: string) => (namesFile(text, files) ? instead : text)
  return {
    ...dataset,
    file: null,
    fileHash: null,
    title: unnamed(dataset.title, dataset.kind),
    source: unnamed(dataset.source, ''),
  }
}

/** Of the settings, sources that are no names of files. */
export function namedSources({ sources }: Pick<Operation, 'sources'>): Operation['sources'] {
  return sources.filter(({ title, isFileName }) => !isFileName && !namesFile(title, []))
}

/** Verdicts that held for the whole hold for what is left of it: what was blanked was no change. */
export function verdictsFor(
  packed: OperationDocument,
  whole: OperationDocument,
): Tables['verdicts'] {
  return new Map(
    [...packed.tables.verdicts].map(([id, verdict]) => {
      const { isPlanChanged, areFactsChanged } = sinceVerdict(whole, verdict)
      const hasPlan = packed.tables.scenarios.has(verdict.scenarioId)
      return [
        id,
        {
          ...verdict,
          ...(hasPlan && !isPlanChanged
            ? { planHash: scenarioHash(packed, verdict.scenarioId) }
            : {}),
          ...(areFactsChanged ? {} : { factsHash: factsHash(packed) }),
        },
      ]
    }),
  )
}
