import { Fragment, type ReactNode, useState } from 'react'
import type { LayerView } from '#state/screen-store.ts'
import { useRoom } from '#ui/room.tsx'
import { useNow } from '#ui/use-now.ts'
import { Paper } from '#ui/widgets/paper.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'
import { type LayerEntry, movedBefore } from './layer-entry.ts'
import { LayerRow } from './layer-row.tsx'
import './layers.css'

/** Every layer, top first: the list is the legend and the order in which they are drawn. */
export function LayersPanel(props: {
  readonly layers: readonly LayerEntry[]
  /** Keeps views that a person chose, by layer id; left out: on this screen. */
  readonly onViews?: (views: Readonly<Record<string, LayerView>>) => void
  /** Over the list: the zones, in Zones. */
  readonly children?: ReactNode
  readonly head?: ReactNode
  /** Under the list: what lies under every layer. */
  readonly basemap?: ReactNode
}) {
  const [isOnlyInView, setOnlyInView] = useState(false)
  const shown = isOnlyInView
    ? props.layers.filter(({ isVisible, counts }) => isVisible && counts?.inView !== 0)
    : props.layers
  return (
    <Paper
      side="left"
      title="Layers"
      action={props.head}
      foot={
        <Toggle label="Only what is in view" isOn={isOnlyInView} onChange={setOnlyInView}>
          <span className="toggle-text">Only what is in view</span>
        </Toggle>
      }
    >
      {props.children}
      {shown.length === 0 ? (
        <div className="section">
          <Empty>
            {props.layers.length === 0
              ? 'There is nothing to draw yet. Import data, or open the built-in theatre.'
              : 'No layer has anything in this part of the map. Zoom out, or list all layers.'}
          </Empty>
        </div>
      ) : (
        <LayerList
          layers={shown}
          all={props.layers}
          {...(props.onViews ? { onViews: props.onViews } : {})}
        />
      )}
      {props.basemap}
    </Paper>
  )
}

function LayerList(props: {
  readonly layers: readonly LayerEntry[]
  readonly all: readonly LayerEntry[]
  readonly onViews?: (views: Readonly<Record<string, LayerView>>) => void
}) {
  const { screen } = useRoom()
  const keep =
    props.onViews ??
    ((views) => screen.setState(({ layers }) => ({ layers: { ...layers, ...views } })))
  const nowAt = useNow()
  const [openId, setOpenId] = useState<string | null>(null)
  const order = props.all.map(({ id }) => id)
  const setView = (id: string, part: { isVisible?: boolean; opacityShare?: number }) => {
    const now = props.all.find((layer) => layer.id === id)
    const view = {
      isVisible: now?.isVisible ?? true,
      opacityShare: now?.opacityShare ?? 1,
      ...part,
    }
    keep({ [id]: view })
  }
  const setAlone = (id: string) => {
    const views = props.all.map(
      (layer) =>
        [layer.id, { isVisible: layer.id === id, opacityShare: layer.opacityShare }] as const,
    )
    keep(Object.fromEntries(views))
  }
  const move = (id: string, beforeId: string | null) =>
    screen.setState({ layerOrder: movedBefore(order, id, beforeId) })
  return (
    <>
      <div className="layer-heads" aria-hidden>
        <span className="number">in view</span>
        <span className="number">opac.</span>
        <span className="number">as of</span>
      </div>
      <ul className="layers">
        {props.layers.map((layer, i) => {
          const at = order.indexOf(layer.id)
          const above = order[at - 1]
          return (
            <Fragment key={layer.id}>
              {props.layers[i - 1]?.group === layer.group ? null : (
                <li className="layer-group">{layer.group}</li>
              )}
              <LayerRow
                layer={layer}
                nowAt={nowAt}
                isOpen={openId === layer.id}
                onOpen={() => setOpenId(openId === layer.id ? null : layer.id)}
                onVisible={(isVisible, isAlone) =>
                  isAlone ? setAlone(layer.id) : setView(layer.id, { isVisible })
                }
                onOpacity={(opacityShare) => setView(layer.id, { opacityShare })}
                onUp={above === undefined ? null : () => move(layer.id, above)}
                onDown={at >= order.length - 1 ? null : () => move(layer.id, order[at + 2] ?? null)}
              />
            </Fragment>
          )
        })}
      </ul>
    </>
  )
}
