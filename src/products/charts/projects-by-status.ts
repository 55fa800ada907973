import { listed } from '#core/figures.ts'
import { PROJECT_SECTOR_NAMES, PROJECT_STATUS_NAMES } from '#core/record-names.ts'
import { PROJECT_SECTORS, type Project } from '#core/records/project.ts'
import type { Chart } from './chart.ts'
import { SERIES_TONES } from './tones.ts'

const STATUSES = Object.keys(PROJECT_STATUS_NAMES) as Project['status'][]

/** Community projects by what they are about and how they stand. */
export const PROJECTS_BY_STATUS: Chart = {
  id: 'projectsByStatus',
  title: 'Projects by status',
  datasetKinds: [],
  widestLevel: 'public',
  needs: 'facts',
  fault: ({ tables }) =>
    tables.projects.size === 0 ? 'No community projects are on record.' : null,
  draw({ document }) {
    const projects = [...document.tables.projects.values()]
    const countOf = (sector: Project['sector'], status?: Project['status']) =>
      projects.filter(
        (each) => each.sector === sector && (status === undefined || each.status === status),
      ).length
    const sectors = PROJECT_SECTORS.filter((sector) => countOf(sector) > 0)
    sectors.sort((a, b) => countOf(b) - countOf(a))
    return {
      type: 'chart',
      form: 'stackedBars',
      title: 'Community projects',
      unit: 'projects',
      categories: sectors.map((sector) => PROJECT_SECTOR_NAMES[sector]),
      series: STATUSES.map((status, index) => ({
        name: PROJECT_STATUS_NAMES[status],
        tone: SERIES_TONES[index] ?? 'unknown',
        values: sectors.map((sector) => countOf(sector, status)),
      })),
      mark: null,
      note: null,
    }
  },
  headline({ series }) {
    const parts = series.flatMap(({ name, values }) => {
      const count = values.reduce<number>((all, one) => all + (one ?? 0), 0)
      return count === 0 ? [] : [`${count} ${name.toLowerCase()}`]
    })
    return `Community projects: ${listed(parts)}`
  },
}
