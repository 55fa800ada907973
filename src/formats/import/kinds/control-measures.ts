import { measureFault } from '#core/commands/control-measures/control-measure-guard.ts'
import { CONTROL_MEASURE_KINDS, type ControlMeasure } from '#core/records/control-measure.ts'
import { shortened } from '../cells/clean-text.ts'
import type { ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { ANY_SHAPE, type Located, locate, POSITION_FIELDS } from '../locate.ts'
import type { Sheet } from '../sheet.ts'
import { exactly, idsFor, listIn } from './common.ts'
import { SCENARIO_FIELD, scenarioIn } from './scenario-of.ts'

/** Lines and range rings of a course of action that is there; rings are points with radii. */
export const controlMeasuresKind: ImportKind = {
  id: 'controlMeasures',
  title: 'control measures',
  fields: [
    ...POSITION_FIELDS,
    { field: 'id', aliases: ['measure_id'] },
    SCENARIO_FIELD,
    { field: 'measure', aliases: ['measure_name', 'measure'] },
    { field: 'measureKind', aliases: ['measure_kind', 'meas_kind'] },
    { field: 'radii', aliases: ['radii_m'] },
    { field: 'isLocked', aliases: ['is_locked'] },
  ],
  needs: ['measure', 'measureKind', 'scenario'],
  fit: (sheet) => (['measure', 'scenario', 'measureKind'].every(sheet.has) ? 0.97 : 0),
  read(sheet, ledger, context) {
    const idOf = idsFor(sheet, 'measure', context.document.tables.controlMeasures)
    const controlMeasures = locate(sheet, ledger, context, ANY_SHAPE).flatMap(
      (located): ControlMeasure[] => {
        const { record } = located
        const name = sheet.line(record, 'measure')
        const kindText = sheet.text(record, 'measureKind')
        const kind = exactly(CONTROL_MEASURE_KINDS, kindText)
        if (name === '' || !kind) {
          if (name === '') ledger.refuse(record, 'name-missing', 'it has no name')
          else ledger.refuse(record, 'kind-unknown', `"${shortened(kindText)}" is ${KINDS_KNOWN}`)
          return []
        }
        const geometry = geometryIn(sheet, located, ledger)
        const scenarioId = geometry && scenarioIn(sheet, record, ledger, context)
        if (!geometry || scenarioId === null) return []
        const isLocked = /^(yes|true)$/i.test(sheet.text(record, 'isLocked'))
        const row = { id: '', scenarioId, name, kind, geometry, isLocked }
        const fault = measureFault(context.document, row)
        if (fault) {
          ledger.refuse(record, 'geometry-type', fault)
          return []
        }
        return [{ ...row, id: idOf(record, name) }]
      },
    )
    return { acceptedCount: controlMeasures.length, rows: { controlMeasures }, batches: [] }
  },
}

const KINDS_KNOWN = `no kind of control measure; write one of ${CONTROL_MEASURE_KINDS.join(', ')}`

/** A line as it is drawn; a point is the centre of rings. Null: it is neither, and the ledger says so. */
function geometryIn(
  sheet: Sheet,
  { record, position }: Located,
  ledger: Ledger,
): ControlMeasure['geometry'] | null {
  const { geometry } = record
  if (geometry?.type === 'lines' && geometry.lines.length === 1) {
    return { type: 'line', line: geometry.lines[0]! }
  }
  if (geometry && (geometry.type !== 'points' || geometry.points.length !== 1)) {
    return ledger.refuse(record, 'geometry-type', 'a control measure is one line, or one point')
  }
  const radiiMetres = listIn(sheet.text(record, 'radii')).map(Number)
  if (radiiMetres.length === 0 || radiiMetres.some((metres) => !(metres > 0 && metres < 1e8))) {
    const why =
      'range rings need their radii in metres, such as "5000; 10000", in a column "radii_m"'
    return ledger.refuse(record, 'radii-unread', why)
  }
  return { type: 'rings', centre: position, radiiMetres }
}
