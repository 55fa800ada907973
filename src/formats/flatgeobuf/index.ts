import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js'
import { issue, ok, type Result, refuse } from '#core/issue.ts'
import { type CoordinateSystem, systemOfName, systemOfText } from '../geometry/coordinate-system.ts'
import { readGeometry } from '../geometry/read-geometry.ts'
import type { RawTable, ReadAnswers, SourceFile } from '../raw-table.ts'
import { cellOf, type PlacedRow, tableOfPlaces } from '../rows/table-of-places.ts'
import { isSoundFlatgeobuf } from './is-sound.ts'

type Crs = {
  readonly org: string | null
  readonly code: number
  readonly wkt: string | null
} | null

/** Features of a FlatGeobuf, reprojected to degrees where its header names another system. */
export async function readFlatgeobuf(
  { name: file, bytes }: SourceFile,
  answers: ReadAnswers,
): Promise<Result<readonly RawTable[]>> {
  const damaged = () => {
    const message = `${file} is no whole FlatGeobuf file; ask for it again.`
    return refuse<never>(issue('error', 'fgb-damaged', message, { file }))
  }
  if (!isSoundFlatgeobuf(bytes)) return damaged()
  let crs: Crs = null
  const features: { readonly geometry: unknown; readonly properties: unknown }[] = []
  try {
    const found = deserialize(bytes, {
      headerMetaFn: (header) => {
        crs = header.crs
      },
    })
    for await (const feature of found) features.push(feature)
  } catch {
    return damaged()
  }
  if (features.length === 0) {
    return refuse(issue('error', 'no-rows', `${file} holds no feature.`, { file }))
  }
  const system = systemOf(crs, answers)
  if (system === 'unknown') {
    const message = `${file} is in a coordinate system that is not known here; export it in WGS 84.`
    return refuse(issue('error', 'crs-unknown', message, { file }))
  }
  const rows = features.map(({ geometry, properties }): PlacedRow => {
    const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
    const fields = Object.entries((properties ?? {}) as object).map(
      ([key, value]) => [key, cellOf(value)] as const,
    )
    return { fields: new Map(fields), place: readGeometry(type, coordinates, system) }
  })
  const about = { file, format: 'FlatGeobuf', lineNoun: 'feature', issues: [] } as const
  const table = tableOfPlaces(about, rows)
  return table.ok ? ok([table.value], table.issues) : table
}

function systemOf(crs: Crs, answers: ReadAnswers): CoordinateSystem {
  if (answers.crs !== null) return systemOfName(answers.crs)
  if (!crs || (crs.code === 0 && !crs.wkt)) return null
  const named = systemOfName(`${crs.org ?? 'EPSG'}:${crs.code}`)
  return named === 'unknown' && crs.wkt ? systemOfText(crs.wkt) : named
}
