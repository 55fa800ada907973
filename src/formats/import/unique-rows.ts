import type { RawRecord } from '../raw-table.ts'
import { addText, addWhole, type Fingerprint, fingerprintMap, restart } from './fingerprint.ts'
import type { Ledger } from './ledger.ts'
import type { Sheet } from './sheet.ts'

/**
 * Lets through rows whose id no earlier row has; of the others, the same content is skipped and other
 * content refused, until somebody says which holds. Works over all pieces of a file; rows are told
 * apart by 64 bits each, so that nothing of them is kept.
 */
export function uniqueRows(
  sheet: Sheet,
  identity: readonly string[],
  ledger: Ledger,
): (record: RawRecord) => boolean {
  if (!sheet.has('id')) return () => true
  const { lineNoun } = sheet.table
  const ids = sheet.of('id')
  const parts = identity.map((field) => sheet.of(field))
  const byIdentity = fingerprintMap()
  const byContent = fingerprintMap()
  const print: Fingerprint = { high: 0, low: 0 }
  return (record) => {
    const id = ids.text(record)
    if (id === '') return true
    restart(print)
    for (const part of parts) addText(print, part.text(record))
    const earlier = byIdentity.findOrPut(print, record.line)
    addContent(print, record)
    const same = byContent.findOrPut(print, record.line)
    if (earlier < 0) return true
    if (same >= 0) {
      ledger.skip(record, 'duplicate-row', `it is the same as ${lineNoun} ${same}`)
    } else {
      const why = `"${id}" stands on ${lineNoun} ${earlier} with other content; say which of the two holds`
      ledger.refuse(record, 'duplicate-id', why)
    }
    return false
  }
}

function addContent(print: Fingerprint, { cells, geometry }: RawRecord): void {
  for (const cell of cells) {
    if (typeof cell === 'string') addText(print, cell)
    else if (cell === null) addWhole(print, 0)
    else addText(print, `${typeof cell} ${cell}`)
  }
  if (geometry) addText(print, JSON.stringify(geometry))
}
