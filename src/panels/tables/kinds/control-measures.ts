import { editControlMeasure } from '#core/commands/control-measures/edit-control-measure.ts'
import { decimal, listed } from '#core/figures.ts'
import { lineMetres } from '#core/geo/distance.ts'
import { CONTROL_MEASURE_KIND_NAMES } from '#core/record-names.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import { choiceColumn, nameColumn, yesNoColumn } from '../columns.ts'
import { recordRows } from '../record-rows.ts'
import { byCommand, type TableKind } from '../table-kind.ts'

function lengthKm({ geometry }: ControlMeasure): number {
  if (geometry.type === 'rings') return Number.NaN
  return lineMetres(geometry.line) / 1000
}

function kmText(km: number): string {
  return Number.isNaN(km) ? '' : decimal(km, 1)
}

function ringsText({ geometry }: ControlMeasure): string {
  if (geometry.type === 'line') return ''
  return listed(geometry.radiiMetres.map((metres) => decimal(metres / 1000, 1)))
}

/** Lines and rings of the COA on screen. */
export const CONTROL_MEASURES: TableKind = {
  id: 'controlMeasures',
  title: 'Control measures',
  noun: ['control measure', 'control measures'],
  ifNone: 'This COA has no control measures yet.',
  isCopied: true,
  from: ({ document: { tables }, scenarioId }) => [tables.controlMeasures, scenarioId],
  rowsOf: ({ document, scenarioId }) => {
    const all = [...document.tables.controlMeasures.values()]
    const own = all.filter((measure) => measure.scenarioId === scenarioId)
    return recordRows(document, 'controlMeasures', own, [
      nameColumn(({ id, name, isLocked }) =>
        isLocked
          ? null
          : {
              type: 'text',
              value: name,
              settle: byCommand(editControlMeasure, (next) => ({ id, fields: { name: next } })),
            },
      ),
      choiceColumn(
        { id: 'kind', title: 'Kind', widthPixels: 150 },
        CONTROL_MEASURE_KIND_NAMES,
        ({ kind }) => kind,
      ),
      {
        id: 'length',
        title: 'Length, km',
        widthPixels: 100,
        isFigure: true,
        number: lengthKm,
        text: (measure) => kmText(lengthKm(measure)),
      },
      { id: 'rings', title: 'Rings, km', widthPixels: 150, text: ringsText },
      yesNoColumn(
        { id: 'locked', title: 'Locked', yes: 'Locked' },
        ({ isLocked }) => isLocked,
        ({ id }) => byCommand(editControlMeasure, (isLocked) => ({ id, fields: { isLocked } })),
      ),
    ])
  },
}
