import type { Layer } from '@deck.gl/core'
import type { Tables } from '#core/document.ts'
import { listed } from '#core/figures.ts'
import type { LonLat } from '#core/place.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { INKS } from '../../palette.ts'
import { rememberedParts } from '../../remembered.ts'
import type { Scene, Theme } from '../../scene.ts'
import type { Painter } from '../../symbols/atlas.ts'
import { iconLayer } from '../../symbols/icon-layers.ts'
import type { LayerType } from '../layer-type.ts'

/** A place about which a person decided, and what. */
type Decided = {
  readonly placeId: string
  readonly name: string
  readonly position: LonLat
  readonly look: 'held' | 'barred'
  readonly rows: readonly { readonly label: string; readonly value: string }[]
}

/** What a person decided of places in a COA: a padlock where something is held, a barred ring where it may not be. */
export const DECIDED: LayerType = {
  id: 'decided',
  restsOn: LAYER_BASES.decided,
  title: 'Held and barred places',
  group: 'Planning',
  isVisibleAtFirst: (place) => place === 'plan',
  opacityShareAtFirst: 1,
  draw: (scene, opacityShare) => {
    const { theme, scale } = scene
    return drawn({ marks: decidedIn(scene), theme, scale, opacityShare })
  },
  legend: (scene) => {
    const marks = decidedIn(scene)
    if (marks.length === 0) return null
    const color = INKS[scene.theme].ink
    const line = (look: Decided['look'], label: string, shape: 'padlock' | 'barred') => ({
      label,
      swatch: { shape, color } as const,
      count: marks.filter((mark) => mark.look === look).length,
      peopleCount: null,
    })
    return {
      swatch: { shape: 'padlock', color },
      counts: { inView: null, all: marks.length },
      ramp: null,
      lines: [line('held', 'held', 'padlock'), line('barred', 'barred', 'barred')].filter(
        ({ count }) => count > 0,
      ),
    }
  },
  facts: (scene, { index }) => {
    const mark = decidedIn(scene)[index]
    if (!mark) return null
    return {
      title: mark.name,
      about: mark.look === 'held' ? 'Held in this COA' : 'Barred in this COA',
      rows: mark.rows,
      warning: null,
      selection: null,
    }
  },
}

function decidedIn({ document, scenarioId }: Scene): readonly Decided[] {
  const { sites, postings, bases, communities, resourceTypes } = document.tables
  return decidedOf({ sites, postings, bases, communities, resourceTypes, scenarioId })
}

type Rows = Pick<Tables, 'sites' | 'postings' | 'bases' | 'communities' | 'resourceTypes'> & {
  readonly scenarioId: string
}

const decidedOf = rememberedParts((tables: Rows): readonly Decided[] => {
  const { sites, postings, bases, communities, resourceTypes, scenarioId } = tables
  const marks = new Map<string, Decided>()
  const nameOf = (typeId: string) => resourceTypes.get(typeId)?.name ?? typeId
  const add = (placeId: string, look: Decided['look'], label: string, value: string) => {
    const place = bases.get(placeId) ?? communities.get(placeId)
    if (!place) return
    const key = `${look} ${placeId}`
    const { name, position } = place
    const rows = [...(marks.get(key)?.rows ?? []), { label, value: value || 'no reason given' }]
    marks.set(key, { placeId, name, position, look, rows })
  }
  for (const { scenarioId: ofId, placeId, rule, typeIds, reason = '' } of sites.values()) {
    if (ofId !== scenarioId || rule === 'forced') continue
    const what = typeIds ? listed(typeIds.map(nameOf)) : 'Everything'
    add(placeId, rule === 'held' ? 'held' : 'barred', what, reason)
  }
  for (const { scenarioId: ofId, placeId, typeId, count, isHeld, reason } of postings.values()) {
    if (ofId === scenarioId && isHeld) add(placeId, 'held', `${count} ${nameOf(typeId)}`, reason)
  }
  return [...marks.values()]
})

type Look = {
  readonly marks: readonly Decided[]
  readonly theme: Theme
  readonly scale: number
  readonly opacityShare: number
}

const drawn = rememberedParts(({ marks, theme, scale, opacityShare }: Look): readonly Layer[] => {
  if (marks.length === 0) return []
  const icons = new Map<string, Painter>([
    ['held', padlockPainter(theme)],
    ['barred', barredPainter(theme)],
  ])
  return [
    iconLayer<Decided>({
      id: 'decided',
      data: marks,
      icons,
      iconOf: ({ look }) => look,
      positionOf: ({ position }) => position,
      offsetOf: () => BELOW_THE_FRAME,
      scale,
      opacityShare,
    }),
  ]
})

const BELOW_THE_FRAME = [-13, 10] as const

function plate(context: CanvasRenderingContext2D, theme: Theme): void {
  context.beginPath()
  context.arc(0, 0, 8, 0, 2 * Math.PI)
  context.fillStyle = INKS[theme].halo
  context.fill()
}

function padlockPainter(theme: Theme): Painter {
  return (context) => {
    const { ink } = INKS[theme]
    plate(context, theme)
    context.fillStyle = ink
    context.fillRect(-4.5, -1, 9, 6.5)
    context.beginPath()
    context.arc(0, -1.5, 2.8, Math.PI, 0)
    context.lineWidth = 1.6
    context.strokeStyle = ink
    context.stroke()
  }
}

function barredPainter(theme: Theme): Painter {
  return (context) => {
    plate(context, theme)
    context.beginPath()
    context.arc(0, 0, 5.5, 0, 2 * Math.PI)
    context.moveTo(-3.9, -3.9)
    context.lineTo(3.9, 3.9)
    context.lineWidth = 1.8
    context.strokeStyle = INKS[theme].ink
    context.stroke()
  }
}
