import type { Ground } from '#analysis/ground.ts'
import type { Grid } from '#core/geo/grid.ts'
import type { Freshness } from '#core/time/freshness.ts'
import type { LayerBasis } from '#products/ages/layer-bases.ts'
import type { Place } from '#state/screen-store.ts'
import type { SwatchSpec } from '#ui/widgets/swatch.tsx'
import { agedRamp, INKS, rgbOf } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Scene, Theme } from '../../scene.ts'
import type { LayerType, Legend } from '../layer-type.ts'
import { ageIn, ageWarning } from '../scene-age.ts'
import { cellFacts, type FactRow } from './cell-facts.ts'
import { cellClasses, cellFills, type NanFill } from './cell-fills.ts'
import { cellGeometry } from './cell-geometry.ts'
import { cellsInView, cellTally } from './cell-tally.ts'
import { CellsLayer } from './cells-layer.ts'

/** A value per cell, and how it is classed, coloured and told. */
export type CellSurface = {
  readonly id: string
  readonly title: string
  /** Where it is seen until a person chooses. */
  readonly seenIn: readonly Place[]
  /** Whether a scene may have it at all. */
  readonly isPossible: (scene: Scene) => boolean
  /** A value per cell; the same array while it is the same surface. Null: not worked out yet. */
  readonly valuesOf: (scene: Scene) => Float64Array | null
  /** Between the classes, ascending. */
  readonly breaks: readonly number[]
  /** What takes the place of `breaks` and `classNames` in a scene; the same object while it is the same. */
  readonly classesOf?: (scene: Scene) => Classes | undefined
  /** Of the ramp, ends included; null: its classes are named one by one. */
  readonly breakLabels: readonly string[] | null
  /** Lowest class first, where there is no ramp. */
  readonly classNames?: readonly string[]
  /** Lowest class first. */
  readonly colors: Readonly<Record<Theme, readonly string[]>>
  readonly swatch: (colors: readonly string[]) => SwatchSpec
  readonly nan: { readonly fill: NanFill; readonly label: string }
  /** What it ages with. */
  readonly restsOn: LayerBasis
  readonly rowsOf: (scene: Scene, cell: number) => readonly FactRow[]
  readonly warningOf?: (scene: Scene, cell: number) => string | null
  /** Lines of the legend after those of the classes. */
  readonly linesOf?: (
    scene: Scene & { readonly ground: Ground },
    colors: readonly string[],
  ) => Legend['lines']
}

type Classes = { readonly breaks: readonly number[]; readonly classNames: readonly string[] }

/** Old data is drawn with less colour, on the map and in its legend alike. */
const shownColors = remembered(
  (colors: readonly string[], freshness: Freshness): readonly string[] =>
    agedRamp(colors, freshness),
  24,
)

/** A layer type that draws a surface over the grid. */
export function cellSurface(surface: CellSurface): LayerType {
  const { id, title, nan, restsOn } = surface
  const colorsOf = (scene: Scene) =>
    shownColors(surface.colors[scene.theme], ageIn(scene, restsOn).freshness)
  const drawn = remembered((parts: Parts, ...[theme, scale, opacityShare, isStale]: Look) => {
    const geometry = cellGeometry(parts.grid)
    const { places, marks, indices } = geometry
    const classes = cellClasses(parts.values, parts.breaks)
    const fills = cellFills(geometry, classes, parts.colors, nan.fill)
    const inks = INKS[theme]
    return [
      new CellsLayer({
        id,
        data: { length: geometry.cellCount, attributes: { places, marks, indices, fills } },
        pickable: true,
        edgeInk: rgbOf(inks.edge),
        edgeShare: EDGE_SHARES[theme],
        unknownInk: rgbOf(inks.unknown),
        unknownGround: rgbOf(inks.unknownGround),
        closedInk: rgbOf(inks.closed),
        isStale,
        opacityShare,
        scale,
      }),
    ]
  })
  return {
    id,
    title,
    group: 'Need and coverage',
    restsOn,
    isVisibleAtFirst: (place) => surface.seenIn.includes(place),
    opacityShareAtFirst: 0.92,
    draw: (scene, opacityShare) => {
      const values = surface.valuesOf(scene)
      if (!scene.ground || values?.length !== scene.ground.grid.cells.length) return []
      const { breaks } = surface.classesOf?.(scene) ?? surface
      const parts = partsOf(scene.ground.grid, values, colorsOf(scene), breaks)
      const isStale = ageIn(scene, restsOn).freshness === 'stale'
      return drawn(parts, scene.theme, scene.scale, opacityShare, isStale)
    },
    legend: (scene, view) =>
      surface.isPossible(scene)
        ? legendOf(surface, scene, { view, colors: colorsOf(scene) })
        : null,
    facts: (scene, { index }) => {
      const { ground } = scene
      if (!ground || index < 0 || index >= ground.grid.cells.length) return null
      if (!surface.valuesOf(scene)) return null
      const warning = surface.warningOf?.(scene, index) ?? ageWarning(scene, restsOn)
      return cellFacts({ ...scene, ground }, index, { rows: surface.rowsOf(scene, index), warning })
    },
    find: ({ ground }, selection) => {
      if (selection.type !== 'cell' || !ground?.grid.cells[selection.cell]) return null
      const { lonDegrees, latDegrees } = ground.grid
      const index = selection.cell
      return { index, deckLayerId: id, position: [lonDegrees[index]!, latDegrees[index]!] }
    },
  }
}

/** Borders of cells are lighter than dark classes and would lie over them as a net. */
const EDGE_SHARES: Readonly<Record<Theme, number>> = { light: 0.55, dark: 0.22 }

type Parts = {
  readonly grid: Grid
  readonly values: Float64Array
  readonly colors: readonly string[]
  readonly breaks: readonly number[]
}
type Look = readonly [theme: Theme, scale: number, opacityShare: number, isStale: boolean]

const partsOf = remembered(
  (
    grid: Grid,
    values: Float64Array,
    colors: readonly string[],
    breaks: readonly number[],
  ): Parts => ({ grid, values, colors, breaks }),
  32,
)

/** Classes that some cell is in, highest first; each by its name. */
function classLines(
  classNames: readonly string[],
  colors: readonly string[],
  { counts, peopleCounts }: ReturnType<typeof cellTally>,
): Legend['lines'] {
  return classNames
    .map((label, at) => ({
      label,
      swatch: { shape: 'hex', color: colors[at] ?? '' } as const,
      count: counts[at] ?? 0,
      peopleCount: peopleCounts[at] ?? 0,
    }))
    .filter(({ count }) => count > 0)
    .reverse()
}

function legendOf(
  surface: CellSurface,
  scene: Scene,
  {
    view,
    colors,
  }: { readonly view: Parameters<LayerType['legend']>[1]; readonly colors: readonly string[] },
): Legend {
  const { ground } = scene
  const values = surface.valuesOf(scene)
  const inks = INKS[scene.theme]
  const nanSwatch: SwatchSpec =
    surface.nan.fill === 'unknown'
      ? { shape: 'hatch', color: inks.unknown }
      : { shape: 'backHatch', color: inks.closed }
  const nanLine = { label: surface.nan.label, swatch: nanSwatch, count: null, peopleCount: null }
  const frame = { swatch: surface.swatch(colors) }
  const ramp = surface.breakLabels && {
    colors,
    breaks: surface.breakLabels,
    counts: null,
    peopleCounts: null,
  }
  if (!ground || !values) return { ...frame, counts: null, ramp, lines: [nanLine] }
  const { breaks, classNames = [] } = surface.classesOf?.(scene) ?? surface
  const classes = cellClasses(values, breaks)
  const tally = cellTally(classes, ground.peopleCount, colors.length)
  return {
    ...frame,
    counts: { inView: view ? cellsInView(ground.grid, view) : null, all: values.length },
    ramp: ramp && { ...ramp, counts: tally.counts, peopleCounts: tally.peopleCounts },
    lines: [
      ...classLines(classNames, colors, tally),
      { ...nanLine, count: tally.nanCount, peopleCount: tally.nanPeopleCount },
      ...(surface.linesOf?.({ ...scene, ground }, colors) ?? []),
    ],
  }
}
