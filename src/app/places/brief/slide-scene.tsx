import { Component, type ReactNode, useCallback, useMemo, useState } from 'react'
import type { SlideMap } from '#briefing/slides/slide-map.ts'
import { LastPicture } from '#briefing/stage/last-drawn.tsx'
import { MAP_PICTURES } from '#briefing/stage/last-good.ts'
import { MomentMark, useMoment } from '#briefing/stage/moment.tsx'
import { pixelRatioOf, useWallLook } from '#briefing/wall-look.tsx'
import { type Room, RoomProvider } from '#ui/room.tsx'
import { SceneMap } from '../scene-map.tsx'

/**
 * The map of a slide, drawn from the stores of a room that may be held, and of its window what is played.
 * While it cannot be drawn its last picture stands there.
 */
export function SlideScene({ map, room }: { readonly map: SlideMap; readonly room: Room }) {
  const { look } = useWallLook()
  const moment = useMoment()
  const { label: _, ...shown } = map
  const id = JSON.stringify([shown, look.theme])
  const [drawnId, setDrawnId] = useState<string | null>(null)
  const onPicture = useCallback(
    (picture: HTMLCanvasElement) => {
      MAP_PICTURES.keep(id, picture, Date.now())
      setDrawnId(id)
    },
    [id],
  )
  const onLost = useCallback(() => setDrawnId(null), [])
  const unattended = useMemo(() => ({ onPicture, onLost }), [onPicture, onLost])
  return (
    <RoomProvider value={room}>
      <div className="slide-scene" data-map-picture={id}>
        <MapBoundary key={id} onLost={onLost}>
          <SceneMap
            scenarioId={map.scenarioId}
            againstScenarioId={map.againstScenarioId}
            shownIds={map.layers}
            camera={map.camera}
            windowEpochMinutes={moment?.window ?? map.windowEpochMinutes}
            theme={look.theme}
            pixelRatio={pixelRatioOf(look, devicePixelRatio)}
            unattended={unattended}
            scale={map.scale}
            label={map.label}
          />
        </MapBoundary>
        {drawnId === id ? null : <LastPicture key={id} id={id} />}
      </div>
      {moment ? <MomentMark {...moment} /> : null}
    </RoomProvider>
  )
}

const AGAIN_AFTER_MILLISECONDS = 4_000

/** A map that breaks is made anew after a while. */
class MapBoundary extends Component<
  { readonly children: ReactNode; readonly onLost: () => void },
  { readonly hasFailed: boolean }
> {
  override state = { hasFailed: false }
  private timer: ReturnType<typeof setTimeout> | undefined

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch() {
    this.props.onLost()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.setState({ hasFailed: false }), AGAIN_AFTER_MILLISECONDS)
  }

  override componentWillUnmount() {
    clearTimeout(this.timer)
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children
  }
}
