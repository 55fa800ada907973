import type { Layer } from '@deck.gl/core'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import type { Selection } from '#state/screen-store.ts'
import { INKS, rgbOf } from '../../palette.ts'
import { rememberedParts } from '../../remembered.ts'
import type { Scene, Theme } from '../../scene.ts'
import type { Painter } from '../../symbols/atlas.ts'
import { iconLayer, symbolLayers } from '../../symbols/icon-layers.ts'
import { type DiscTone, discPainter } from '../../symbols/mark-painters.ts'
import { symbolMaker } from '../../symbols/milsymbol.ts'
import { symbolPainter } from '../../symbols/symbol-painter.ts'
import type { LayerType, Legend } from '../layer-type.ts'
import { type Arrow, ArrowsLayer } from './arrows-layer.ts'
import { incumbentFacts, incumbentLayers } from './incumbent.ts'
import { moveFacts } from './move-facts.ts'
import { type Move, type MoveFacts, movesOf } from './move-list.ts'
import {
  ARROWS_AT_MOST,
  type Disc,
  discsOf,
  type Stop,
  stopsOf,
  type Trip,
  tripsOf,
  tripsToDraw,
} from './stops.ts'

/** What a COA moves and what a plan would: arrows, the symbol at the place, and its number in the list. */
export const MOVES: LayerType = {
  id: 'moves',
  restsOn: LAYER_BASES.moves,
  title: 'Postings and suggestions',
  group: 'Planning',
  isVisibleAtFirst: (place) => place === 'plan' || place === 'compare' || place === 'brief',
  opacityShareAtFirst: 1,
  draw: (scene, opacityShare) => {
    const { theme, scale, selection } = scene
    const marks = marksIn(scene)
    const selected = selectedAmong(marks.moves, selection)
    const isMakerThere = symbolMaker() !== null
    return [
      ...incumbentLayers(scene, opacityShare),
      ...moveLayers({ marks, selected, isMakerThere, theme, scale, opacityShare }),
    ]
  },
  legend: (scene) => legendOf(marksIn(scene), scene),
  facts: (scene, { index, deckLayerId }) => {
    const { moves, stops, trips, discs } = marksIn(scene)
    switch (deckLayerId) {
      case 'moves/incumbent':
        return incumbentFacts(scene, index)
      case 'moves/discs':
        return moveFacts(discs[index]?.moves ?? [])
      case 'moves/arrows':
        return moveFacts(
          tripsToDraw(trips, selectedAmong(moves, scene.selection))[index]?.moves ?? [],
        )
      default:
        return moveFacts(stops[index]?.moves ?? [])
    }
  },
  find: (scene, selection) => {
    const { moves, discs, stops } = marksIn(scene)
    const move = selectedAmong(moves, selection)
    if (!move) return null
    const disc = discs.findIndex((each) => each.moves.length === 1 && each.moves[0] === move)
    const [index, deckLayerId] =
      disc >= 0
        ? ([disc, 'moves/discs'] as const)
        : ([stops.findIndex((each) => each.moves.includes(move)), 'moves'] as const)
    return { index, deckLayerId, position: move.place.position }
  },
}

type Marks = {
  readonly moves: readonly Move[]
  readonly stops: readonly Stop[]
  readonly trips: readonly Trip[]
  readonly discs: readonly Disc[]
  /** Ids of bases: there the own frame has the middle. */
  readonly bases: MoveFacts['bases']
}

const marksOf = rememberedParts((facts: MoveFacts): Marks => {
  const moves = movesOf(facts)
  const stops = stopsOf(moves)
  return { moves, stops, trips: tripsOf(moves), discs: discsOf(stops), bases: facts.bases }
})

function marksIn({ document, scenarioId, plan }: Scene): Marks {
  const { operation, bases, communities, postings, resourceTypes } = document.tables
  return marksOf({ operation, bases, communities, postings, resourceTypes, scenarioId, plan })
}

function selectedAmong(moves: readonly Move[], selection: Selection | null): Move | null {
  if (!selection) return null
  return moves.find((move) => isSameSelection(move.selection, selection)) ?? null
}

function isSameSelection(a: Selection, b: Selection): boolean {
  if (a.type === 'suggestion') return b.type === 'suggestion' && a.index === b.index
  return a.type === 'row' && b.type === 'row' && a.table === b.table && a.id === b.id
}

type Look = { readonly theme: Theme; readonly scale: number; readonly opacityShare: number }

type Drawn = Look & {
  readonly marks: Marks
  readonly selected: Move | null
  readonly isMakerThere: boolean
}

const moveLayers = rememberedParts((drawn: Drawn): readonly Layer[] => {
  const { marks, theme, scale, opacityShare } = drawn
  if (marks.moves.length === 0) return []
  const seatOf = ({ id }: Move['place']) => (marks.bases.has(id) ? BESIDE_A_BASE : AT_THE_PLACE)
  const codes = new Set(marks.stops.map(({ sidc }) => sidc))
  const tone = (disc: Disc) => toneOf(disc, drawn.selected)
  const discs = new Map<string, Painter>()
  for (const disc of marks.discs)
    discs.set(`${tone(disc)} ${disc.text}`, discPainter(disc.text, tone(disc), theme))
  return [
    new ArrowsLayer({
      id: 'moves/arrows',
      data: tripsToDraw(marks.trips, drawn.selected).map((trip) => arrowOf(trip, drawn)),
      scale,
      opacity: opacityShare,
      pickable: true,
    }),
    ...symbolLayers<Stop>({
      id: 'moves',
      data: marks.stops,
      icons: new Map(
        [...codes].map((sidc) => [sidc, symbolPainter(sidc, { theme, tone: 'proposed' })]),
      ),
      iconOf: ({ sidc }) => sidc,
      positionOf: ({ place }) => place.position,
      offsetOf: ({ place }) => seatOf(place),
      scale,
      opacityShare,
    }),
    iconLayer<Disc>({
      id: 'moves/discs',
      data: marks.discs,
      icons: discs,
      iconOf: (disc) => `${tone(disc)} ${disc.text}`,
      positionOf: ({ place }) => place.position,
      offsetOf: ({ place, seat }) => {
        const side = marks.bases.has(place.id) ? -1 : 1
        const [right, down] = seatOf(place)
        return [right + side * (13 + 14 * seat), down - 11]
      },
      scale,
      opacityShare,
    }),
  ]
})

const AT_THE_PLACE = [0, 0] as const
/** Left of the frame of those who stand there: names are set to the right. */
const BESIDE_A_BASE = [-26, 0] as const

function toneOf({ moves }: Disc, selected: Move | null): DiscTone {
  if (selected && moves.includes(selected)) return 'selected'
  return moves.every(({ isAccepted }) => isAccepted) ? 'filled' : 'ring'
}

function arrowOf({ from, place, moves }: Trip, { selected, theme }: Drawn): Arrow {
  const isSelected = selected !== null && moves.includes(selected)
  const isOpen = !moves[0]?.isAccepted
  return {
    from: from.position,
    to: place.position,
    color: rgbOf(isSelected ? INKS[theme].accent : INKS[theme].proposedLine),
    widthPixels: isSelected ? 2.4 : isOpen ? 1.4 : 1.8,
    isDashed: isOpen,
  }
}

function legendOf({ moves, trips }: Marks, { theme, planIncumbent }: Scene): Legend | null {
  if (moves.length === 0 && !planIncumbent) return null
  const color = INKS[theme].proposedLine
  const tripCount = trips.length
  const acceptedCount = moves.filter(({ isAccepted }) => isAccepted).length
  const line = (label: string, shape: 'line' | 'dashed' | 'dot', count: number) => ({
    label,
    swatch: { shape, color } as const,
    count,
    peopleCount: null,
  })
  return {
    swatch: { shape: 'line', color },
    counts: { inView: null, all: moves.length },
    ramp: null,
    lines: [
      line('accepted', 'line', acceptedCount),
      line('open', 'dashed', moves.length - acceptedCount),
      ...(tripCount > ARROWS_AT_MOST
        ? [line(`arrows of the first ${ARROWS_AT_MOST} ways of`, 'line', tripCount)]
        : []),
      ...(planIncumbent
        ? [
            line(
              'best so far',
              'dot',
              planIncumbent.reduce((sum, { count }) => sum + count, 0),
            ),
          ]
        : []),
    ],
  }
}
