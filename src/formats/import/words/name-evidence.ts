import type { RawTable } from '../../raw-table.ts'
import { folded } from '../cells/clean-text.ts'
import type { FieldSpec, Sheet } from '../sheet.ts'

/** The folder of a placemark: people who draw sort by what things are. */
export const FOLDER_FIELD: FieldSpec = { field: 'folder', aliases: ['folder'] }

const RESTRICTION =
  /(^|[^\p{L}])(check[ -]?points?|road[ -]?blocks?|barricades?|barrages?|barrieres?|mined|mine[ -]?fields?|land[ -]?mines?|mine risk|minad[oa]s?|uxos?|erw|ieds?|hazard(s|ous)?|danger(ous)?|explosives?|bridges?|pont|puente|ponte|closed|closures?|fermee?|cerrad[oa]|fechad[oa]|no[ -]?go|no[ -]?fly|flood(s|ed)?|impassable|escort)(?=$|[^\p{L}])/u
const SETTLEMENT =
  /(^|[^\p{L}])([a-z]*towns?|villages?|hamlets?|settlements?|communit(y|ies)|[a-z]*villes?|localit(y|ies|es?)|localidad(es)?|aldei?as?|pueblos?|poblados?|cidades?|ciudad(es)?|quartiers?|قريه|مدينه|بلده)(?=$|[^\p{L}])/u
/** So many records show what a file is about. */
const LOOKED_AT = 1000

/** Whether a name or a folder speaks of what keeps people from moving. */
export function isOfRestriction(text: string): boolean {
  return RESTRICTION.test(folded(text))
}

/** What the names and folders of a table speak of, each as a share of its records, 0 to 1. */
export type NameEvidence = { readonly restrictions: number; readonly settlements: number }

/** Looks at names and folders, and for settlements also at the name of the file. */
export function nameEvidence(sheet: Sheet): NameEvidence {
  const records = sheet.table.records.slice(0, LOOKED_AT)
  const texts = records.map((record) =>
    folded(`${sheet.text(record, 'name')}, ${sheet.text(record, 'folder')}`),
  )
  const share = (pattern: RegExp) =>
    texts.filter((text) => pattern.test(text)).length / Math.max(1, texts.length)
  const isNamedSo = SETTLEMENT.test(folded(stemOf(sheet.table)))
  return { restrictions: share(RESTRICTION), settlements: isNamedSo ? 1 : share(SETTLEMENT) }
}

function stemOf({ file }: RawTable): string {
  return file.replace(/\.[^.]*$/, '').replace(/[_\d]+/g, ' ')
}
