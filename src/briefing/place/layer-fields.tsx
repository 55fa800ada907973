import { Switch } from 'react-aria-components'
import type { Operation } from '#core/records/operation.ts'
import type { Slide } from '#core/records/slide.ts'
import { everOnWall, wallLayers } from '#products/levels/wall-layers.ts'
import { pageKindOf } from '#products/pages/registry.ts'
import { useBriefing } from '../briefing-desk.tsx'

/** Which layers a slide shows; those that no wall shows say so. */
export function LayerFields(props: {
  readonly slide: Slide
  readonly operation: Operation
  readonly onSet: (fields: Partial<Omit<Slide, 'id'>>) => void
}) {
  const { slide, operation, onSet } = props
  const briefing = useBriefing()
  const possible = everOnWall(briefing.layerChoices.map(({ id }) => id))
  const layerChoices = briefing.layerChoices.filter(({ id }) => possible.includes(id))
  const kind = pageKindOf(slide)
  const { shownIds }: { readonly shownIds: readonly string[] } = wallLayers(
    layerChoices.map(({ id }) => id),
    operation,
  )
  const set = (id: string, isOn: boolean) => {
    const wanted = new Set(slide.layers)
    if (isOn) wanted.add(id)
    else wanted.delete(id)
    const known = layerChoices.filter((choice) => wanted.has(choice.id)).map((choice) => choice.id)
    onSet({ layers: known })
  }
  return (
    <section className="section" aria-label="Layers">
      <div className="section-head">
        <h3 className="section-title">Layers</h3>
        <span className="section-aside">top first</span>
      </div>
      {[...layerChoices].reverse().map(({ id, title }) => (
        <Switch
          key={id}
          className="switch brief-layer"
          isSelected={slide.layers.includes(id) && !kind.leavesOut.includes(id)}
          isDisabled={kind.leavesOut.includes(id)}
          onChange={(isOn) => set(id, isOn)}
        >
          <span>
            {title}
            <span className="light">
              {kind.leavesOut.includes(id)
                ? `, not in a ${kind.title.toLowerCase()}`
                : shownIds.includes(id)
                  ? ''
                  : ', not on a wall'}
            </span>
          </span>
          <span className="switch-track" />
        </Switch>
      ))}
    </section>
  )
}
