import { type Columns, categoriesOf, labelAt, numbersOf } from '#core/columns/columns.ts'
import type { OperationDocument } from '#core/document.ts'
import { decimal, durationText, grouped } from '#core/figures.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { Dataset } from '#core/records/dataset.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { instantOf } from '#core/time/instant.ts'
import type { Facts } from '../layer-type.ts'

const TYPE_NAMES: Readonly<Record<string, string>> = {
  shortRange: 'Short-range patrol',
  longRange: 'Long-range patrol',
  night: 'Night patrol',
  joint: 'Joint patrol',
  market: 'Market walk',
  city: 'City patrol',
  air: 'Air patrol',
  escort: 'Escort',
}

/**
 * The facts of one patrol.
 *
 * @param patrolCount how many went along the stretch that was pointed at; null: not asked.
 */
export function patrolFacts(
  {
    document,
    dataset,
    columns,
  }: {
    readonly document: OperationDocument
    readonly dataset: Dataset
    readonly columns: Columns
  },
  row: number,
  patrolCount: number | null,
): Facts | null {
  if (columns.geometry.type !== 'lines' || row < 0 || row >= columns.rowCount) return null
  const started = numbersOf(columns, 'startedEpochMinutes')[row]!
  const ended = numbersOf(columns, 'endedEpochMinutes')[row]!
  const baseId = labelAt(categoriesOf(columns, 'baseId'), row)
  const type = labelAt(categoriesOf(columns, 'type'), row) ?? ''
  const base = document.tables.bases.get(baseId ?? '')?.name
  const isMany = patrolCount !== null && patrolCount > 1
  return {
    title: TYPE_NAMES[type] ?? 'Patrol',
    about: [isMany ? 'the latest along this stretch' : null, base ? `from ${base}` : null]
      .filter(Boolean)
      .join(' · '),
    rows: [
      { label: 'Left', value: whenText(started) },
      { label: 'Back', value: whenText(ended) },
      { label: 'Lasted', value: durationText(ended - started) },
      { label: 'Length', value: `${decimal(trackMetres(columns, row) / 1000, 0)} km` },
      ...(patrolCount === null ? [] : [{ label: 'This stretch', value: counted(patrolCount) }]),
      { label: 'Sensitivity', value: dataset.sensitivity },
    ],
    warning: null,
    selection: { type: 'observation', datasetId: dataset.id, row },
  }
}

function counted(patrolCount: number): string {
  return `${grouped(patrolCount)} ${patrolCount === 1 ? 'patrol' : 'patrols'} in the window`
}

function whenText(epochMinutes: number): string {
  return Number.isFinite(epochMinutes) ? dateTimeGroup(instantOf(epochMinutes)) : 'not dated'
}

/** Along its fixes: the road between them is longer. */
function trackMetres({ geometry }: Columns, row: number): number {
  if (geometry.type !== 'lines') return Number.NaN
  const { positions, offsets } = geometry
  let metres = 0
  for (let fix = offsets[row]!; fix < offsets[row + 1]! - 1; fix++) {
    const at = 2 * fix
    metres += metresBetweenDegrees(
      positions[at]!,
      positions[at + 1]!,
      positions[at + 2]!,
      positions[at + 3]!,
    )
  }
  return metres
}
