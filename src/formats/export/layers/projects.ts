import { column, pointAt } from '../export-table.ts'
import { type ExportLayer, ROW_ID, registerTables } from './layer.ts'

/** Community projects. */
export const projectsLayer: ExportLayer = {
  id: 'projects',
  title: 'Community projects',
  tablesOf: (source) =>
    registerTables(
      source,
      { id: 'projects', title: 'Community projects', sensitivity: 'low' },
      {
        styledBy: 'sector',
        columns: [
          ROW_ID,
          column('project', 'text'),
          column('sector', 'text'),
          column('project_type', 'text', { short: 'programme' }),
          column('status', 'text'),
          column('organisation', 'text', { short: 'org' }),
          column('position_error_m', 'number', { short: 'accuracy_m' }),
          column('cost_usd', 'number'),
          column('beneficiaries', 'number', { short: 'reached' }),
          column('start_date', 'date'),
          column('end_date', 'date'),
        ],
        rows: [...source.contents.document.tables.projects.values()].map((project) => ({
          cells: [
            project.id,
            project.name,
            project.sector,
            project.kind,
            project.status,
            project.organisation,
            project.positionErrorMetres,
            project.costUsd,
            project.beneficiaryCount,
            project.startsAt,
            project.endsAt,
          ],
          geometry: pointAt(project.position),
        })),
      },
    ),
}
