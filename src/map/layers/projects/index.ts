import { grouped, usdShown } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { LonLat } from '#core/place.ts'
import { PROJECT_KIND_NAMES } from '#core/record-names.ts'
import { PROJECT_SECTORS, type Project } from '#core/records/project.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import type { SwatchSpec } from '#ui/widgets/swatch.tsx'
import { blended, INKS } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { Painter } from '../../symbols/atlas.ts'
import { iconLayer } from '../../symbols/icon-layers.ts'
import { PICTOGRAMS, type Pictogram } from '../../symbols/pictogram-paths.ts'
import { type SignLook, signPainter } from '../../symbols/sign-painters.ts'
import { signSwatch, stateLines } from '../../symbols/sign-swatches.ts'
import type { Facts, LayerType, Legend, ViewDegrees } from '../layer-type.ts'
import { type AccessAt, accessIn, accessRows } from '../restrictions/access-at.ts'
import { agedShare } from '../scene-age.ts'

const STATUSES = ['active', 'planned', 'suspended', 'completed'] as const
const STATUS_LOOK: Readonly<
  Record<Project['status'], Pick<SignLook, 'fill' | 'opacityShare'> & { readonly label: string }>
> = {
  active: { fill: 'full', label: 'Active' },
  planned: { fill: 'hollow', label: 'Planned: hollow' },
  suspended: { fill: 'half', label: 'Suspended: half filled' },
  completed: { fill: 'full', opacityShare: 0.45, label: 'Completed' },
}
const SECTOR_PICTOGRAMS: Readonly<Record<Project['sector'], Pictogram>> = {
  education: PICTOGRAMS.education,
  health: PICTOGRAMS.health,
  jobs: PICTOGRAMS.jobs,
  water: PICTOGRAMS.water,
  roads: PICTOGRAMS.roads,
  food: PICTOGRAMS.food,
  shelter: PICTOGRAMS.shelter,
  protection: PICTOGRAMS.protection,
  governance: PICTOGRAMS.administration,
  other: PICTOGRAMS.star,
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

/**
 * Community projects as pictograms of their sector on a square; the fill tells their status, a mark at
 * the corner the ground that they lie in. Not dated: all are shown in every window.
 */
export const PROJECTS: LayerType = {
  id: 'projects',
  restsOn: LAYER_BASES.projects,
  title: 'Community projects',
  group: 'Community projects',
  isVisibleAtFirst: (place) => place === 'situation',
  opacityShareAtFirst: 1,
  draw: (scene, opacityShare) => {
    const list = projectList(scene.document.tables.projects)
    const { theme, scale } = scene
    const share = agedShare(scene, PROJECTS.restsOn, opacityShare)
    return list.length > 0 ? drawn(list, accessIn(scene), theme, scale, share) : []
  },
  legend: (scene, view) =>
    legendOf(projectList(scene.document.tables.projects), accessIn(scene), scene.theme, view),
  facts: (scene, { index }) => {
    const project = projectList(scene.document.tables.projects)[index]
    return project ? factsOf(project, accessIn(scene)(project.position)) : null
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

type AccessOf = (position: LonLat) => AccessAt

const drawn = remembered(
  (
    list: readonly Project[],
    accessOf: AccessOf,
    theme: Theme,
    ...[scale, opacityShare]: readonly [number, number]
  ) => {
    const icons = new Map<string, Painter>()
    const names = new Map<Project, string>()
    for (const project of list) {
      const { sector, status, position } = project
      const { state } = accessOf(position)
      const name = `${sector} ${status} ${state}`
      names.set(project, name)
      const look = { ...signOf(project, theme), theme, state }
      if (!icons.has(name)) icons.set(name, signPainter(SECTOR_PICTOGRAMS[sector], look))
    }
    return [
      iconLayer({
        id: 'projects',
        data: list,
        icons,
        iconOf: (project) => names.get(project) ?? '',
        positionOf: ({ position }: Project) => position,
        growsWithZoom: true,
        scale,
        opacityShare,
      }),
    ]
  },
)

function signOf({ status }: Pick<Project, 'status'>, theme: Theme) {
  const { fill, opacityShare = 1 } = STATUS_LOOK[status]
  return { ink: INKS[theme].project, plate: 'square', fill, opacityShare } as const
}

function legendOf(
  list: readonly Project[],
  accessOf: AccessOf,
  ...[theme, view]: readonly [Theme, ViewDegrees | null]
): Legend | null {
  if (list.length === 0) return null
  const { project: color, ground } = INKS[theme]
  const swatchOf = (status: Project['status']): SwatchSpec => {
    const look = signOf({ status }, theme)
    const ink = status === 'completed' ? blended(color, ground, look.opacityShare) : color
    return signSwatch(PICTOGRAMS.star, { ...look, ink })
  }
  const line = (label: string, swatch: SwatchSpec, own: readonly Project[]) => ({
    label,
    swatch,
    count: own.length,
    peopleCount: null,
  })
  const active = signOf({ status: 'active' }, theme)
  return {
    swatch: signSwatch(PICTOGRAMS.star, active),
    counts: {
      inView: view ? list.filter(({ position }) => isInView(position, view)).length : null,
      all: list.length,
    },
    ramp: null,
    lines: [
      ...STATUSES.map((status) =>
        line(
          STATUS_LOOK[status].label,
          swatchOf(status),
          list.filter((project) => project.status === status),
        ),
      ),
      ...PROJECT_SECTORS.map((sector) =>
        line(
          SECTOR_NAMES[sector],
          signSwatch(SECTOR_PICTOGRAMS[sector], active),
          list.filter((project) => project.sector === sector),
        ),
      ),
      ...stateLines(
        list.map(({ position }) => accessOf(position).state),
        theme,
      ),
    ].filter(({ count }) => count > 0),
  }
}

function isInView([lon, lat]: LonLat, [west, south, east, north]: ViewDegrees): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}

function factsOf(project: Project, access: AccessAt): Facts {
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
      ...accessRows(access),
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
