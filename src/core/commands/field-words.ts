/** Fields whose names do not say what people call them. */
const WORDS: Readonly<Record<string, string>> = {
  parentId: 'what it belongs to',
  months: 'months',
  severity: 'severity',
  kind: 'kind',
  outline: 'border',
  geometry: 'where it lies',
  position: 'where it lies',
  extentDegrees: 'extent',
  cutoffMinutes: 'limit of travel',
  keepUntil: 'kept until',
  expectedEveryHours: 'how often new data is expected',
  orderKey: 'order',
  headline: 'headline',
  body: 'text',
  typeId: 'type',
  elements: 'what can be posted',
  validFrom: 'start of validity',
  validTo: 'end of validity',
}

/** Endings that tell a unit, or that it is an id: nothing that people say. */
const ENDINGS = /(Id|At|Count|Share|Minutes|Metres|Kilometres|Hours|Days|Usd|Kmh|Tonnes|Units)$/

/** A field as people call it: `strengthCount` → "strength", `isLocked` → "locked". */
export function fieldWords(field: string): string {
  const known = WORDS[field]
  if (known) return known
  const bare = field
    .replace(/Ids$/, 's')
    .replace(ENDINGS, '')
    .replace(/^(is|has)(?=[A-Z])/, '')
  const spaced = bare.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return spaced === '' ? field : spaced
}
