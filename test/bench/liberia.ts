import { readFileSync } from 'node:fs'
import { newOperation } from '#core/new-operation.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { contentsAfter, importTables } from '#formats/import/import-tables.ts'
import { readTables } from '#formats/registry.ts'

/** Real data that does not come with the product; see its README. */
export const LIBERIA_FOLDER = '../shared/data/liberia'

const FILES = [
  'lisgis_Road_current.zip',
  'settlements.geojson.gz',
  'census-2008-by-county.csv',
  'geopko-v2-unmil.csv',
  'lbr_admbnda_adm1_ocha.zip',
]

/** An operation with the roads, settlements, census, deployments and counties of Liberia. */
export async function liberiaImported(): Promise<OperationContents> {
  const tables = FILES.flatMap((file) => {
    const read = readTables(file, new Uint8Array(readFileSync(`${LIBERIA_FOLDER}/${file}`)))
    return read.ok ? read.value.map((table) => ({ table, fileHash: null })) : []
  })
  const now = '2026-01-01T00:00:00Z'
  const document = newOperation({ id: 'liberia', name: 'Liberia', planningAt: now })
  const start = { document, columns: new Map() }
  return contentsAfter(start, await importTables(start, tables, { now, mayChoosePlanningAt: true }))
}
