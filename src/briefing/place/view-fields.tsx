import type { Slide } from '#core/records/slide.ts'
import { everOnWall } from '#products/levels/wall-layers.ts'
import { windowText } from '#products/words/window-text.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { useBriefing } from '../briefing-desk.tsx'
import { viewOnScreen } from './new-slide.ts'

/** Where the map of a slide looks, and from when to when its dated layers show. */
export function ViewFields(props: {
  readonly slide: Slide
  readonly onSet: (fields: Partial<Omit<Slide, 'id'>>) => void
}) {
  const { slide, onSet } = props
  const { screen } = useRoom()
  const { shownLayerIds } = useBriefing()
  const hasView = useScreen((state) => state.camera !== null)
  return (
    <section className="section brief-field" aria-label="View">
      <h3 className="section-title">View</h3>
      <div className="wall-field">
        <span>{slide.camera ? 'A part of the theatre' : 'The whole theatre'}</span>
        {slide.camera ? (
          <Button look="text" onPress={() => onSet({ camera: null })}>
            Show the whole theatre
          </Button>
        ) : null}
      </div>
      <div className="wall-field">
        <span>{windowText(slide) ?? 'All dates'}</span>
        {slide.windowFrom !== null || slide.windowTo !== null ? (
          <Button look="text" onPress={() => onSet({ windowFrom: null, windowTo: null })}>
            Show all dates
          </Button>
        ) : null}
      </div>
      <Button
        isDisabled={!hasView}
        onPress={() =>
          onSet({
            ...viewOnScreen(screen.getState()),
            ...(slide.kind === 'map' ? { layers: everOnWall(shownLayerIds()) } : {}),
          })
        }
      >
        Take view, window and layers from Situation
      </Button>
    </section>
  )
}
