import type { Layer } from '@deck.gl/core'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import type { SwatchSpec } from '#ui/widgets/swatch.tsx'
import { rememberedParts } from '../../remembered.ts'
import type { ChoiceLook, ChoiceMark, Scene } from '../../scene.ts'
import type { Painter } from '../../symbols/atlas.ts'
import { iconLayer } from '../../symbols/icon-layers.ts'
import type { LayerType } from '../layer-type.ts'
import { choiceInk, choicePainter } from './choice-painters.ts'

type Shape = Exclude<SwatchSpec['shape'], 'ramp' | 'sign'>

/** What stands in the legend, in this order; the surest lies on top. */
const LOOKS: Readonly<Record<ChoiceLook, { readonly label: string; readonly shape: Shape }>> = {
  always: { label: 'in every plan', shape: 'diamond' },
  sometimes: { label: 'in some plans', shape: 'halfDiamond' },
  never: { label: 'in none that is good enough', shape: 'cross' },
  posted: { label: 'posted', shape: 'dot' },
  stays: { label: 'stays', shape: 'dot' },
  goes: { label: 'goes', shape: 'minus' },
  comes: { label: 'comes', shape: 'plus' },
  loses: { label: 'drops out of reach', shape: 'down' },
  gains: { label: 'comes within reach', shape: 'up' },
  runnerUp: { label: 'runner-up of the open suggestion', shape: 'dashed' },
}

/** What weighing the plan says of places; nothing while no choice is open. */
export const PLAN_CHOICES: LayerType = {
  id: 'plan-choices',
  restsOn: LAYER_BASES['plan-choices'],
  title: 'Choices about the plan',
  group: 'Planning',
  isVisibleAtFirst: (place) => place === 'plan',
  opacityShareAtFirst: 1,
  draw: ({ choice, theme, scale }, opacityShare) => drawn({ choice, theme, scale, opacityShare }),
  legend: ({ choice, theme }) => {
    if (!choice || choice.length === 0) return null
    const there = looksOf(choice)
    const swatchOf = (look: ChoiceLook) => ({
      shape: LOOKS[look].shape,
      color: choiceInk(look, theme),
    })
    return {
      swatch: swatchOf(there[0]!),
      counts: { inView: null, all: choice.length },
      ramp: null,
      lines: there.map((look) => ({
        label: LOOKS[look].label,
        swatch: swatchOf(look),
        count: choice.filter((mark) => mark.look === look).length,
        peopleCount: null,
      })),
    }
  },
  facts: ({ choice }, { index }) => {
    const mark = ordered(choice ?? [])[index]
    if (!mark) return null
    const selection = { type: 'row', table: 'communities', id: mark.placeId } as const
    return {
      title: mark.name,
      about: LOOKS[mark.look].label,
      rows: mark.rows,
      warning: null,
      selection: mark.look === 'gains' || mark.look === 'loses' ? selection : null,
    }
  },
}

/** The looks that are there, in the order of the legend. */
function looksOf(marks: readonly ChoiceMark[]): ChoiceLook[] {
  const there = new Set(marks.map(({ look }) => look))
  return (Object.keys(LOOKS) as ChoiceLook[]).filter((look) => there.has(look))
}

const DEPTHS: Readonly<Partial<Record<ChoiceLook, number>>> = {
  never: 0,
  sometimes: 1,
  gains: 1,
  posted: 3,
}

/** What matters most last, so that it lies on top. */
function ordered(marks: readonly ChoiceMark[]): ChoiceMark[] {
  return [...marks].sort((a, b) => (DEPTHS[a.look] ?? 2) - (DEPTHS[b.look] ?? 2))
}

type Look = Pick<Scene, 'choice' | 'theme' | 'scale'> & { readonly opacityShare: number }

const drawn = rememberedParts(({ choice, theme, scale, opacityShare }: Look): readonly Layer[] => {
  if (!choice || choice.length === 0) return []
  const data = ordered(choice)
  const iconOf = ({ look, size }: ChoiceMark) => `${look} ${size}`
  const icons = new Map<string, Painter>()
  for (const mark of data) icons.set(iconOf(mark), choicePainter(mark, theme))
  return [
    iconLayer<ChoiceMark>({
      id: 'plan-choices',
      data,
      icons,
      iconOf,
      positionOf: ({ position }) => position,
      scale,
      opacityShare,
    }),
  ]
})
