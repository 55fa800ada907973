import { type OperationDocument, TABLE_NAMES } from '#core/document.ts'

/** Words that are chosen from a list, ids, instants and colours: a mark would make them something else. */
const KEPT =
  /(^|\.)(id|.*Id|.*Ids|.*At|asOf|.*Hash|kind|class|status|effect\..*|geometry\..*|level|season|needMean|echelon|role|sector|topic|withWhom|raisedBy|via|sensitivity|measure|measureId|orderKey|type|unit|mode|rule|keepUntil|validFrom|validTo|windowFrom|windowTo|tables|sidc|placeCode|demand|shocks?|by)(\.\d+)*$/

/** A document each text of which says, between marks, where it stands: "§projects.name§ School". */
export function marked(document: OperationDocument): OperationDocument {
  const tables = Object.fromEntries(
    TABLE_NAMES.map((name) => [
      name,
      new Map([...document.tables[name]].map(([id, row]) => [id, markedIn(row, name)])),
    ]),
  )
  return { ...document, tables: tables as unknown as OperationDocument['tables'] }
}

function markedIn(value: unknown, path: string): unknown {
  if (typeof value === 'string') return KEPT.test(path) ? value : `${value} §${path}§`
  if (Array.isArray(value)) return value.map((one, index) => markedIn(one, `${path}.${index}`))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, markedIn(one, `${path}.${key}`)]),
  )
}

/** Every mark in whatever is given, once, without positions in lists. */
export function marksIn(value: unknown): string[] {
  const found = new Set<string>()
  const look = (one: unknown): void => {
    if (typeof one === 'string') {
      for (const [, mark] of one.matchAll(/§([^§]+)§/g)) found.add(mark!.replace(/\.\d+/g, ''))
    } else if (one instanceof Map) for (const row of one.values()) look(row)
    else if (one !== null && typeof one === 'object') Object.values(one).forEach(look)
  }
  look(value)
  return [...found].sort()
}
