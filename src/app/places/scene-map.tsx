import { useMemo } from 'react'
import { operationOf } from '#core/document.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import type { MapActions, MapViewProps } from '#map/map-props.ts'
import { MapView } from '#map/map-view.tsx'
import type { Theme } from '#map/scene.ts'
import type { WallLayerId } from '#products/levels/wall-layers.ts'
import type { Camera } from '#state/screen-store.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { useBasemap } from '../basemap/use-basemap.ts'
import { sceneOfParts } from './scenes.ts'
import { useStatesSince } from './use-states-since.ts'

const NO_ACTIONS: MapActions = {}

/** A map inside a slide: shows what the slide says, and nobody moves it. */
export function SceneMap(props: {
  readonly scenarioId: string
  readonly againstScenarioId: string | null
  /** Ids of layer types, bottom first, each at its own opacity. */
  readonly shownIds: readonly WallLayerId[]
  /** Null: the whole theatre. */
  readonly camera: Camera | null
  readonly windowEpochMinutes: readonly [number, number] | null
  readonly theme: Theme
  /** Root size over the desktop's: marks and names grow with the text. */
  readonly scale: number
  readonly label: string
  /** Pixels of the drawing to a pixel of the page. */
  readonly pixelRatio?: number
  readonly unattended?: MapViewProps['unattended']
}) {
  const { scenarioId, againstScenarioId, shownIds, windowEpochMinutes, theme, scale } = props
  const document = useDocument((state) => state.document)
  const columns = useDocument((state) => state.columns)
  const ground = useResults((state) => state.ground.value)
  const situations = useResults((state) => state.situations)
  const operation = operationOf(document)
  const nowAt = useStatesSince()
  const { basemap, tiles } = useBasemap(operation)
  const shown = useMemo(
    () =>
      shownIds.flatMap((id) => {
        const type = LAYER_TYPES.find((each) => each.id === id)
        return type ? [{ id, opacityShare: type.opacityShareAtFirst }] : []
      }),
    [shownIds],
  )
  const scene = sceneOfParts({
    document,
    columns,
    ground,
    situation: situations[scenarioId]?.value ?? null,
    scenarioId,
    nowAt,
    reachMinutes: null,
    againstScenarioId,
    againstSituation: situations[againstScenarioId ?? '']?.value ?? null,
    ranks: null,
    study: null,
    plan: null,
    planIncumbent: null,
    choice: null,
    windowEpochMinutes,
    theme,
    scale,
    selection: null,
    zonePreview: null,
    zoneProposal: null,
    brush: null,
    draftRestriction: null,
  })
  const { camera } = props
  return (
    <MapView
      scene={scene}
      shown={shown}
      basemap={basemap}
      tiles={tiles}
      camera={camera ?? operation.extentDegrees}
      flight={null}
      tool="pan"
      isInteractive={false}
      actions={NO_ACTIONS}
      label={props.label}
      {...(props.unattended ? { unattended: props.unattended } : {})}
      {...(props.pixelRatio === undefined ? {} : { pixelRatio: props.pixelRatio })}
    />
  )
}
