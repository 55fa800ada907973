import type { SlideMap } from '#briefing/slides/slide-map.ts'
import { MomentMark, useMoment } from '#briefing/stage/moment.tsx'
import { pixelRatioOf, useWallLook } from '#briefing/wall-look.tsx'
import { type Room, RoomProvider } from '#ui/room.tsx'
import { SceneMap } from '../scene-map.tsx'

/** The map of a slide, drawn from the stores of a room that may be held, and of its window what is played. */
export function SlideScene({ map, room }: { readonly map: SlideMap; readonly room: Room }) {
  const { look } = useWallLook()
  const moment = useMoment()
  return (
    <RoomProvider value={room}>
      <SceneMap
        scenarioId={map.scenarioId}
        againstScenarioId={map.againstScenarioId}
        shownIds={map.layers}
        camera={map.camera}
        windowEpochMinutes={moment?.window ?? map.windowEpochMinutes}
        theme={look.theme}
        pixelRatio={pixelRatioOf(look, devicePixelRatio)}
        scale={map.scale}
        label={map.label}
      />
      {moment ? <MomentMark {...moment} /> : null}
    </RoomProvider>
  )
}
