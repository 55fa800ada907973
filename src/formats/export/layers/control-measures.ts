import type { ControlMeasure } from '#core/records/control-measure.ts'
import type { RawGeometry } from '../../raw-table.ts'
import { column, pointAt } from '../export-table.ts'
import { type ExportLayer, ROW_ID, registerTables } from './layer.ts'

/** Boundaries, phase lines, arrows and range rings of one course of action; rings leave as points with radii. */
export const controlMeasuresLayer: ExportLayer = {
  id: 'controlMeasures',
  title: 'Control measures',
  isDecided: true,
  tablesOf: (source) =>
    registerTables(
      source,
      { id: 'controlMeasures', title: 'Control measures', sensitivity: 'high' },
      {
        styledBy: 'measure_kind',
        columns: [
          ROW_ID,
          column('coa', 'text'),
          column('measure_name', 'text', { short: 'measure' }),
          column('measure_kind', 'text', { short: 'meas_kind' }),
          column('radii_m', 'text'),
          column('is_locked', 'text'),
        ],
        rows: [...source.contents.document.tables.controlMeasures.values()]
          .filter(({ scenarioId }) => scenarioId === source.scenarioId)
          .map((measure) => ({
            cells: [
              measure.id,
              measure.scenarioId,
              measure.name,
              measure.kind,
              measure.geometry.type === 'rings' ? measure.geometry.radiiMetres.join('; ') : null,
              measure.isLocked ? 'yes' : 'no',
            ],
            geometry: geometryOf(measure),
          })),
      },
    ),
}

function geometryOf({ geometry }: ControlMeasure): RawGeometry {
  if (geometry.type === 'rings') return pointAt(geometry.centre)
  return { type: 'lines', lines: [geometry.line] }
}
