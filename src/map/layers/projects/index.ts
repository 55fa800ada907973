import { grouped, usdShown } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { LonLat } from '#core/place.ts'
import { PROJECT_KIND_NAMES } from '#core/record-names.ts'
import type { Project } from '#core/records/project.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import type { SwatchSpec } from '#ui/widgets/swatch.tsx'
import { blended, INKS, rgbOf } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { Facts, LayerType, Legend, ViewDegrees } from '../layer-type.ts'
import { type PointMarks, PointsLayer } from '../marks/points-layer.ts'
import { POINT_SHAPES, type PointShape } from '../marks/points-shaders.ts'

const RADIUS_TENTHS = 35

const STATUSES = ['active', 'planned', 'suspended', 'completed'] as const
const STATUS_LOOK: Readonly<
  Record<Project['status'], { readonly shape: PointShape; readonly label: string }>
> = {
  active: { shape: 'square', label: 'Active' },
  planned: { shape: 'hollowSquare', label: 'Planned: hollow' },
  suspended: { shape: 'halfSquare', label: 'Suspended: half filled' },
  completed: { shape: 'faintSquare', label: 'Completed' },
}
const SECTOR_NAMES: Readonly<Record<Project['sector'], string>> = {
  education: 'education',
  health: 'health',
  jobs: 'jobs',
  water: 'water',
  roads: 'roads',
  food: 'food',
  shelter: 'shelter',
  protection: 'protection',
  governance: 'governance',
  other: 'other',
}

/** Community projects as squares; the fill tells their status. Not dated: all are shown in every window. */
export const PROJECTS: LayerType = {
  id: 'projects',
  title: 'Community projects',
  group: 'Community projects',
  isVisibleAtFirst: (place) => place === 'situation',
  opacityShareAtFirst: 1,
  draw: ({ document, theme, scale }, opacityShare) => {
    const list = projectList(document.tables.projects)
    return list.length > 0 ? drawn(list, theme, scale, opacityShare) : []
  },
  legend: ({ document, theme }, view) =>
    legendOf(projectList(document.tables.projects), theme, view),
  facts: ({ document }, { index }) => {
    const project = projectList(document.tables.projects)[index]
    return project ? factsOf(project) : null
  },
  find: ({ document }, selection) => {
    if (selection.type !== 'row' || selection.table !== 'projects') return null
    const list = projectList(document.tables.projects)
    const index = list.findIndex(({ id }) => id === selection.id)
    const position = list[index]?.position
    return position ? { index, deckLayerId: 'projects', position } : null
  },
}

const projectList = remembered((projects: ReadonlyMap<string, Project>): readonly Project[] => [
  ...projects.values(),
])

const drawn = remembered(
  (list: readonly Project[], theme: Theme, ...[scale, opacityShare]: readonly [number, number]) => {
    const inks = INKS[theme]
    const ink = rgbOf(inks.project)
    return [
      new PointsLayer({
        id: 'projects',
        data: marksOf(list),
        pickable: true,
        firstPoint: 0,
        lastPoint: list.length,
        inks: [ink, ink],
        edgeInk: rgbOf(inks.halo),
        edgePixels: 1,
        opacityShare,
        scale,
      }),
    ]
  },
)

const marksOf = remembered((list: readonly Project[]): PointMarks => {
  const places = Float64Array.from(list.flatMap(({ position }) => position))
  const looks = Uint8Array.from(
    list.flatMap(({ status }) => [RADIUS_TENTHS, POINT_SHAPES[STATUS_LOOK[status].shape], 0, 0]),
  )
  return {
    length: list.length,
    attributes: { places: { value: places, size: 2 }, looks: { value: looks, size: 4 } },
  }
})

function legendOf(list: readonly Project[], theme: Theme, view: ViewDegrees | null): Legend | null {
  if (list.length === 0) return null
  const { project: color, ground } = INKS[theme]
  const swatchOf = (status: Project['status']): SwatchSpec =>
    status === 'active'
      ? { shape: 'square', color }
      : { shape: 'square', color: blended(color, ground, status === 'completed' ? 0.45 : 0.7) }
  return {
    swatch: { shape: 'square', color },
    counts: {
      inView: view ? list.filter(({ position }) => isInView(position, view)).length : null,
      all: list.length,
    },
    asOf: null,
    expectedEveryHours: null,
    ramp: null,
    lines: STATUSES.map((status) => ({
      label: STATUS_LOOK[status].label,
      swatch: swatchOf(status),
      count: list.filter((project) => project.status === status).length,
      peopleCount: null,
    })).filter(({ count }) => count > 0),
  }
}

function isInView([lon, lat]: LonLat, [west, south, east, north]: ViewDegrees): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}

function factsOf(project: Project): Facts {
  const { name, kind, sector, status, costUsd, beneficiaryCount, startsAt, endsAt, organisation } =
    project
  const day = (instantAt: string | null) =>
    instantAt === null ? 'open' : dateTimeGroup(instantAt).replace(/^(\d\d)\d{4}Z/, '$1')
  const grid = gridReference(project.position, 3)
  return {
    title: name,
    about: [PROJECT_KIND_NAMES[kind], isRough(project) ? 'its place is only roughly known' : grid]
      .filter(Boolean)
      .join(' · '),
    rows: [
      { label: 'Sector', value: SECTOR_NAMES[sector] },
      { label: 'Status', value: status },
      ...(organisation === null ? [] : [{ label: 'By', value: organisation }]),
      { label: 'Cost', value: costText(costUsd) },
      {
        label: 'For',
        value: beneficiaryCount === null ? 'not given' : `${grouped(beneficiaryCount)} people`,
      },
      { label: 'Runs', value: `${day(startsAt)} – ${day(endsAt)}` },
    ],
    warning: status === 'suspended' ? 'Suspended: find out why before it is promised again.' : null,
    selection: { type: 'row', table: 'projects', id: project.id },
  }
}

/** A grid reference of 100 m would promise too much. */
function isRough({ positionErrorMetres }: Project): boolean {
  return (positionErrorMetres ?? 0) > 1000
}

function costText(costUsd: number | null): string {
  if (costUsd === null) return 'not stated'
  const { value, unit } = usdShown(costUsd)
  return `${value} ${unit}`
}
