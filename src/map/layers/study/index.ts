import { STUDIES } from '#analysis/studies/registry.ts'
import type { Study, StudySurface } from '#analysis/studies/study.ts'
import { basisOfStudy } from '#products/ages/layer-bases.ts'
import { STUDY_COLORS } from '../../palette.ts'
import { cellSurface } from '../cells/cell-surface.ts'
import type { LayerType } from '../layer-type.ts'

/** One layer type a study with a map; only that of the study on screen has anything to draw. */
export const STUDY_LAYERS: readonly LayerType[] = STUDIES.flatMap((study) =>
  study.surface ? [studyLayer(study, study.surface)] : [],
)

function studyLayer({ id, title }: Study, surface: StudySurface): LayerType {
  return cellSurface({
    id: `study-${id}`,
    title,
    restsOn: basisOfStudy(id),
    seenIn: ['situation'],
    isPossible: ({ study }) => study?.id === id,
    valuesOf: ({ study }) => (study?.id === id ? study.values : null),
    breaks: surface.breaks,
    breakLabels: null,
    classNames: surface.classNames,
    classesOf: ({ study }) => (study?.id === id ? study.classes : undefined),
    colors: STUDY_COLORS[surface.palette],
    swatch: (colors) => ({
      shape: 'hex',
      color: colors[surface.palette === 'remoteness' ? 0 : surface.classNames.length - 1] ?? '',
    }),
    nan: { fill: 'unknown', label: surface.unknownName },
    rowsOf: ({ study }, cell) => {
      const value = study?.values[cell] ?? Number.NaN
      const text = Number.isNaN(value) ? surface.unknownName : surface.valueText(value)
      return [{ label: title, value: text }]
    },
  })
}
