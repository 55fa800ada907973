import type { Layer } from '@deck.gl/core'
import { STUDIES } from '#analysis/studies/registry.ts'
import type { StudyPath } from '#analysis/studies/study.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { INKS, PATH_INKS, rgbOf } from '../../palette.ts'
import { rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { Painter } from '../../symbols/atlas.ts'
import { iconLayer } from '../../symbols/icon-layers.ts'
import { discPainter } from '../../symbols/mark-painters.ts'
import type { LayerType } from '../layer-type.ts'
import { TracksLayer, trackStretches } from '../marks/tracks-layer.ts'

const WIDTH_TENTHS = 28
const STOPS_ID = 'study-paths/stops'

/** Ways that the study on screen proposes, a colour each, with their stops in order; or what it ranks, by number. */
export const STUDY_PATHS: LayerType = {
  id: 'study-paths',
  restsOn: LAYER_BASES['study-paths'],
  title: 'Routes',
  group: 'Planning',
  isVisibleAtFirst: (place) => place === 'situation',
  opacityShareAtFirst: 1,
  draw: ({ study, theme, scale }, opacityShare) =>
    study
      ? pathLayers({
          paths: study.paths,
          isRanked: rankedTitle(study.id) !== undefined,
          theme,
          scale,
          opacityShare,
        })
      : [],
  legend: ({ study, theme }) => {
    if (!study || study.paths.length === 0) return null
    const title = rankedTitle(study.id)
    const isRanked = title !== undefined
    const lines = study.paths.map(({ name, stops }, i) => ({
      label: name,
      swatch: { shape: 'line', color: inkOf(theme, isRanked ? 0 : i) } as const,
      count: isRanked ? null : stops.length,
      peopleCount: null,
    }))
    return {
      ...(isRanked ? { title } : {}),
      swatch: lines[0]!.swatch,
      counts: { inView: null, all: study.paths.length },
      ramp: null,
      lines,
    }
  },
  facts: ({ study }, { index, deckLayerId }) => {
    const stop = deckLayerId === STOPS_ID && marksOn(study?.paths ?? [])[index]
    if (!stop) return null
    return {
      title: stop.place.name,
      about: stop.text,
      rows: [],
      warning: STUDIES.find(({ id }) => id === study?.id)?.label
        ? 'Stays with planners: on no slide, in no export.'
        : null,
      selection: null,
    }
  },
}

/** Undefined: the study ranks nothing. */
function rankedTitle(studyId: string): string | undefined {
  return STUDIES.find(({ id }) => id === studyId)?.rankedPathsTitle
}

type Look = {
  readonly paths: readonly StudyPath[]
  readonly isRanked: boolean
  readonly theme: Theme
  readonly scale: number
  readonly opacityShare: number
}

type Mark = StudyPath['stops'][number] & { readonly pathIndex: number }

function marksOn(paths: readonly StudyPath[]): readonly Mark[] {
  return paths.flatMap(({ stops }, pathIndex) => stops.map((stop) => ({ ...stop, pathIndex })))
}

function inkOf(theme: Theme, pathIndex: number): string {
  const inks = PATH_INKS[theme]
  return inks[pathIndex % inks.length]!
}

const pathLayers = rememberedParts(
  ({ paths, isRanked, theme, scale, opacityShare }: Look): readonly Layer[] => {
    if (paths.length === 0) return []
    const marks = marksOn(paths)
    const ink = (at: number) => inkOf(theme, isRanked ? 0 : at)
    const icons = new Map(
      marks.map(({ label, pathIndex }): [string, Painter] => [
        label,
        discPainter(label, 'filled', theme, ink(pathIndex)),
      ]),
    )
    const tracks = paths.map(({ positions }, i) => {
      const ends = stretchEnds(positions)
      const chosen = Uint32Array.from({ length: ends.length / 4 }, (_, stretch) => stretch)
      return new TracksLayer({
        id: `study-paths/${i}`,
        data: trackStretches(ends, chosen, new Uint8Array(chosen.length).fill(WIDTH_TENTHS)),
        pickable: false,
        ink: rgbOf(ink(i)),
        edgeInk: rgbOf(INKS[theme].halo),
        edgePixels: 1,
        opacityShare,
        scale,
      })
    })
    const discs = iconLayer<Mark>({
      id: STOPS_ID,
      data: marks,
      icons,
      iconOf: ({ label }) => label,
      positionOf: ({ place }) => place.position,
      scale,
      opacityShare,
    })
    return [...tracks, discs]
  },
)

/** Both ends of each stretch between corners. */
function stretchEnds(positions: Float64Array): Float64Array {
  const count = Math.max(0, positions.length / 2 - 1)
  const ends = new Float64Array(4 * count)
  for (let i = 0; i < count; i++) ends.set(positions.subarray(2 * i, 2 * i + 4), 4 * i)
  return ends
}
