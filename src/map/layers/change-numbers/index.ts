import type { Layer } from '@deck.gl/core'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { rememberedParts } from '../../remembered.ts'
import type { ChangeMark } from '../../scene.ts'
import { iconLayer } from '../../symbols/icon-layers.ts'
import { changePainter } from '../../symbols/mark-painters.ts'
import type { LayerType } from '../layer-type.ts'

/** Where the numbered sentences of a comparison lie: on both themes a light disc in a dark ring. */
export const CHANGE_NUMBERS: LayerType = {
  id: 'change-numbers',
  restsOn: LAYER_BASES['change-numbers'],
  title: 'What changes, as numbered in its list',
  group: 'Planning',
  isVisibleAtFirst: (place) => place === 'compare',
  opacityShareAtFirst: 1,
  draw: ({ changes, scale }, opacityShare) =>
    changes && changes.length > 0 ? drawn({ changes, scale, opacityShare }) : [],
  legend: ({ changes }) => {
    if (!changes || changes.length === 0) return null
    return {
      swatch: { shape: 'ring', color: 'var(--ink)' },
      counts: { inView: null, all: changes.length },
      ramp: null,
      lines: [],
    }
  },
  facts: ({ changes }, { index }) => {
    const mark = changes?.[index]
    if (!mark) return null
    return {
      title: `${mark.number} ${mark.name}`,
      about: mark.text,
      rows: [],
      warning: null,
      selection: { type: 'row', table: 'areas', id: mark.areaId },
    }
  },
}

type Drawn = {
  readonly changes: readonly ChangeMark[]
  readonly scale: number
  readonly opacityShare: number
}

const drawn = rememberedParts(({ changes, scale, opacityShare }: Drawn): readonly Layer[] => [
  iconLayer<ChangeMark>({
    id: 'change-numbers',
    data: changes,
    icons: new Map(changes.map(({ number }) => [String(number), changePainter(String(number))])),
    iconOf: ({ number }) => String(number),
    positionOf: ({ position }) => position,
    scale,
    opacityShare,
  }),
])
