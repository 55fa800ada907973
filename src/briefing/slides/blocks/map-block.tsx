import type { ReactNode } from 'react'
import { operationOf } from '#core/document.ts'
import type { MapBlock } from '#core/records/page.ts'
import { wallLayers } from '#products/levels/wall-layers.ts'
import type { Camera } from '#state/screen-store.ts'
import { boxInCorner, cameraBesideLegend, legendCorner } from '../../facts/legend-corner.ts'
import { cameraInSlot, cameraOfExtent, type SlotSize } from '../../facts/slot-camera.ts'
import { ScaleAndNorth, sizeWithScale } from '../parts/map-furniture.tsx'
import type { BodyRoom, SlideFacts } from '../slide-facts.ts'
import type { SlideMap } from '../slide-map.ts'
import { panelRem } from '../wall-frame.ts'
import { CalloutsOver } from './callouts-over.tsx'
import { Legend, legendsWithLooks } from './legend.tsx'
import { legendSize, legendsThatFit } from './legends-that-fit.ts'

/** Smallest text of a desktop map: on the wall it becomes one rem. */
const DESK_TEXT_PIXELS = 11
const PADDING_REM = 0.8

type MapProps = {
  readonly block: MapBlock
  readonly headline: string
  readonly facts: SlideFacts
  readonly room: BodyRoom
  readonly hasPanel: boolean
  /** What the map lacks, in a sentence; null: nothing. */
  readonly missing: string | null
}

/** A live map with its legend where it hides least, and places named beside the land. */
export function LiveMap({ block, headline, facts, room, hasPanel, missing }: MapProps) {
  const { ground } = facts
  const { rootPixels } = room.frame
  const slot = slotOf(room, hasPanel)
  const legends = legendsThatFit(legendsWithLooks(block.legends), room.bodyHeightRem)
  const legend = sizeWithScale(legendSize(legends, rootPixels), rootPixels)
  const camera = cameraOf(block.map.camera, { facts, room, slot, legend })
  const map: SlideMap = {
    ...block.map,
    layers: wallLayers(block.map.layers, operationOf(facts.document)).shownIds,
    camera,
    slot,
    scale: rootPixels / DESK_TEXT_PIXELS,
    label: `Map: ${headline}`,
  }
  const corner = ground ? legendCorner(ground.grid, { camera, slot }, legend).corner : 'bottom-left'
  return (
    <MapFrame missing={missing}>
      {facts.renderMap(map)}
      {ground && block.callouts.length > 0 ? (
        <CalloutsOver
          callouts={block.callouts}
          ground={ground}
          camera={camera}
          slot={slot}
          legendBox={boxInCorner(corner, slot, legend)}
          frame={room.frame}
        />
      ) : null}
      <Legend legends={legends} corner={corner}>
        <ScaleAndNorth camera={camera} rootPixels={rootPixels} />
      </Legend>
    </MapFrame>
  )
}

/** A map as it was when its slide was frozen. */
export function FrozenMap(props: {
  readonly block: MapBlock
  readonly picture: string | null
  readonly room: BodyRoom
}) {
  const { block, picture, room } = props
  const legends = legendsThatFit(legendsWithLooks(block.legends), room.bodyHeightRem)
  return (
    <MapFrame missing={picture === null ? 'No picture of this map was kept.' : null}>
      {picture === null ? null : <img className="wall-map-picture" src={picture} alt="Map" />}
      <Legend legends={legends} corner="bottom-left" callouts={block.callouts} />
    </MapFrame>
  )
}

function MapFrame(props: { readonly missing: string | null; readonly children: ReactNode }) {
  return (
    <div className="wall-map">
      {props.children}
      {props.missing === null ? null : <p className="wall-map-missing">{props.missing}</p>}
    </div>
  )
}

function slotOf({ frame, bodyHeightRem }: BodyRoom, hasPanel: boolean): SlotSize {
  const panelPixels = hasPanel ? panelRem(frame) * frame.rootPixels : 0
  return {
    widthPixels: frame.widthPixels - panelPixels,
    heightPixels: bodyHeightRem * frame.rootPixels,
  }
}

function cameraOf(
  camera: Camera | null,
  within: {
    readonly facts: SlideFacts
    readonly room: BodyRoom
    readonly slot: SlotSize
    readonly legend: SlotSize
  },
): Camera {
  const { facts, room, slot, legend } = within
  if (camera) return cameraInSlot(camera, slot)
  const { extentDegrees } = operationOf(facts.document)
  const paddingPixels = PADDING_REM * room.frame.rootPixels
  const land = facts.ground?.grid
  return land
    ? cameraBesideLegend(extentDegrees, { ...slot, paddingPixels }, { land, legend })
    : cameraOfExtent(extentDegrees, slot, paddingPixels)
}
