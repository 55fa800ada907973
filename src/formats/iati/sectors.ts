/**
 * Our sectors by the beginning of a purpose code of the OECD DAC (vocabularies 1 and 2); the longest
 * beginning counts.
 *
 * @source OECD DAC and CRS code lists, "Purpose codes".
 */
const DAC_SECTORS: Readonly<Record<string, string>> = {
  11: 'education',
  12: 'health',
  13: 'health',
  14: 'water',
  151: 'governance',
  15170: 'protection',
  15180: 'protection',
  152: 'governance',
  15250: 'protection',
  15261: 'protection',
  16: 'other',
  16010: 'protection',
  16020: 'jobs',
  16030: 'shelter',
  16040: 'shelter',
  21: 'roads',
  22: 'other',
  23: 'other',
  24: 'jobs',
  25: 'jobs',
  31: 'jobs',
  32: 'jobs',
  33: 'jobs',
  41: 'other',
  43: 'other',
  43071: 'food',
  43072: 'food',
  43073: 'food',
  52: 'food',
  72: 'other',
  72011: 'health',
  72012: 'education',
  72040: 'food',
  73: 'other',
  74: 'other',
  93: 'protection',
}

/** The same for the humanitarian clusters (vocabulary 10). */
const CLUSTERS: Readonly<Record<string, string>> = {
  1: 'shelter',
  2: 'other',
  3: 'jobs',
  4: 'education',
  5: 'other',
  6: 'food',
  7: 'health',
  8: 'other',
  9: 'food',
  10: 'protection',
  11: 'shelter',
  12: 'water',
}

/** Our word for a sector code; empty where the vocabulary or the code is not known. */
export function sectorOf(code: string, vocabulary: string): string {
  if (vocabulary === '10') return CLUSTERS[code] ?? ''
  if (!['', '1', '2', 'DAC', 'DAC-3'].includes(vocabulary)) return ''
  for (let length = code.length; length >= 2; length--) {
    const found = DAC_SECTORS[code.slice(0, length)]
    if (found) return found
  }
  return ''
}
