import { STUDIES } from '#analysis/studies/registry.ts'
import { newSlide } from '#briefing/place/new-slide.ts'
import { addSlide } from '#core/commands/slides/add-slide.ts'
import { removeSlide } from '#core/commands/slides/remove-slide.ts'
import { deckOf, slidesOf } from '#core/decks-of.ts'
import { operationOf } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { shownLayers } from '#map/layers/shown-layers.ts'
import { STUDY_LAYERS } from '#map/layers/study/index.ts'
import { wallLayers } from '#products/levels/wall-layers.ts'
import { runCommand } from '#state/document-store.ts'
import type { ScreenState } from '#state/screen-store.ts'
import type { Room } from '#ui/room.tsx'

/**
 * Puts what the screen shows at the end of the deck that was open last, as the kind of slide that shows
 * it, and tells where it is, what is left out of it, and how to take it back.
 */
export function addView(room: Room): void {
  const shown = shownIds(room.screen.getState())
  const slide = slideOfView(room, shown)
  const why = slide
    ? runCommand(room.documents, addSlide, { slide })
    : 'There is no COA to show yet, so there is no view to add.'
  if (why !== null) room.tell(why)
  else if (slide) tellAdded(room, slide, shown)
}

type Made = Omit<Slide, 'orderKey'>

function slideOfView({ documents, screen, newId }: Room, shown: readonly string[]): Made | null {
  const state = screen.getState()
  const slide = newSlide({
    id: newId(),
    kind: kindOfView(state),
    document: documents.getState().document,
    screen: state,
    shownLayerIds: shown,
  })
  return slide && withNeedMet(slide, state)
}

function tellAdded(room: Room, slide: Made, shown: readonly string[]): void {
  const { documents } = room
  const { document, done } = documents.getState()
  const deck = deckOf(document, slide.deckId)
  const leftOut = leftOutOf(room, slide, shown)
  const sentences = [
    `Added to ${deck.name} as slide ${slidesOf(document, deck).length}.`,
    ...(leftOut.length > 0 ? [`Left out: ${leftOut.join('; ')}.`] : []),
  ]
  const step = done.at(-1)
  room.tell(sentences.join(' '), {
    name: 'Undo',
    act: () => {
      if (documents.getState().done.at(-1) === step) documents.getState().undo()
      else runCommand(documents, removeSlide, { id: slide.id })
    },
  })
}

/** A comparison while two are set side by side; beside more of them the decision; else the map. */
function kindOfView({ place, compareView }: ScreenState): Slide['kind'] {
  if (place !== 'compare') return 'map'
  return compareView === 'panes' ? 'decision' : 'comparison'
}

/** The layers of the map on screen, bottom first, without the maps of studies. */
function shownIds({ place, layers, layerOrder }: ScreenState): string[] {
  const from = place === 'brief' ? 'situation' : place
  const ofStudies = new Set(STUDY_LAYERS.map(({ id }) => id))
  return shownLayers(LAYER_TYPES, { layers, layerOrder }, from)
    .map(({ id }) => id)
    .filter((id) => !ofStudies.has(id))
}

/** A comparison of the need that is met shows it, where the usual one shows the time to help. */
function withNeedMet(slide: Made, state: ScreenState): Made {
  if (slide.kind !== 'comparison' || state.compareView !== 'needMet') return slide
  const layers = slide.layers.map((id) => (id === 'difference' ? 'difference-need' : id))
  return { ...slide, layers }
}

/** What the screen shows and the slide does not, in words. */
function leftOutOf(
  { documents, screen, results }: Room,
  slide: Pick<Slide, 'kind' | 'layers'>,
  shown: readonly string[],
): string[] {
  const { place, studyId } = screen.getState()
  const { plan, zoneProposal } = results.getState()
  if (slide.kind !== 'map') return []
  const study = STUDIES.find(({ id }) => id === studyId)
  const { note } = wallLayers(shown, operationOf(documents.getState().document))
  return [
    ...(place === 'situation' && study ? [`the study “${study.title}”, which no slide shows`] : []),
    ...(place === 'plan' && plan.value ? ['suggestions that are not accepted'] : []),
    ...(place === 'zones' && zoneProposal.value ? ['proposed zones that are not taken'] : []),
    ...(note === null
      ? []
      : note.split(' · ').map((part) => part.charAt(0).toLowerCase() + part.slice(1))),
  ]
}
