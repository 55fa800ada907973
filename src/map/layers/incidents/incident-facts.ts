import {
  type Columns,
  categoriesOf,
  labelAt,
  numbersOf,
  textAt,
  textColumnOf,
} from '#core/columns/columns.ts'
import { decimal, grouped } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { Dataset } from '#core/records/dataset.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { instantOf } from '#core/time/instant.ts'
import type { Facts } from '../layer-type.ts'
import { type Detection, detectionAt, severityClass } from './incident-marks.ts'

const TOLD: Readonly<Record<Detection, string>> = {
  reported: 'reported by people',
  discovered: 'found by a patrol',
  remote: 'from media or remote sources',
}
const SEVERITY = ['minor', 'serious', 'grave'] as const
/** From here on a place says little about where it happened: a hexagon is about 7 km wide. */
const FAR_METRES = 5000

/** The facts of one incident. */
export function incidentFacts(dataset: Dataset, columns: Columns, row: number): Facts | null {
  if (columns.geometry.type !== 'points' || row < 0 || row >= columns.rowCount) return null
  const { positions } = columns.geometry
  const place = [positions[2 * row]!, positions[2 * row + 1]!] as const
  const category = words(labelAt(categoriesOf(columns, 'category'), row) ?? 'incident')
  const title = textAt(textColumnOf(columns, 'title'), row)
  const errorMetres = numbersOf(columns, 'positionErrorMetres')[row]!
  const source = labelAt(categoriesOf(columns, 'source'), row)
  return {
    title: title || category,
    about: [category, gridReference(place, 3)].filter(Boolean).join(' · '),
    rows: [
      { label: 'When', value: whenText(numbersOf(columns, 'occurredEpochMinutes')[row]!) },
      { label: 'Known', value: TOLD[detectionAt(columns, row)] },
      { label: 'Severity', value: severityText(numbersOf(columns, 'severityShare')[row]!) },
      {
        label: 'People affected',
        value: countText(numbersOf(columns, 'affectedPeopleCount')[row]!),
      },
      { label: 'Place', value: placeText(errorMetres) },
      { label: 'Confidence', value: shareText(numbersOf(columns, 'confidenceShare')[row]!) },
      { label: 'Source', value: words(source ?? 'not given') },
      { label: 'Sensitivity', value: dataset.sensitivity },
    ],
    warning:
      errorMetres >= FAR_METRES ? `The ring stands for anywhere ${placeText(errorMetres)}.` : null,
    selection: { type: 'observation', datasetId: dataset.id, row },
  }
}

function whenText(epochMinutes: number): string {
  return Number.isFinite(epochMinutes) ? dateTimeGroup(instantOf(epochMinutes)) : 'not dated'
}

function severityText(share: number): string {
  return Number.isFinite(share)
    ? `${SEVERITY[severityClass(share)]} (${decimal(10 * share)} of 10)`
    : 'not given'
}

function countText(count: number): string {
  return Number.isFinite(count) ? grouped(count) : 'not given'
}

function shareText(share: number): string {
  return Number.isFinite(share) ? `${decimal(100 * share, 0)} %` : 'not given'
}

function placeText(errorMetres: number): string {
  if (!Number.isFinite(errorMetres)) return 'not known how exact'
  if (errorMetres === 0) return 'surveyed'
  return errorMetres >= 1000
    ? `within ${decimal(errorMetres / 1000, errorMetres % 1000 === 0 ? 0 : 1)} km`
    : `within ${grouped(errorMetres)} m`
}

/** `landDispute` → `Land dispute`. */
function words(label: string): string {
  const spaced = label.replace(
    /([a-z])([A-Z])/g,
    (_, a: string, b: string) => `${a} ${b.toLowerCase()}`,
  )
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
