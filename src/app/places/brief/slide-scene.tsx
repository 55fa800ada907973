import type { SlideMap } from '#briefing/slides/slide-map.ts'
import { type Room, RoomProvider } from '#ui/room.tsx'
import { SceneMap } from '../scene-map.tsx'

/** The map of a slide, drawn from the stores of a room that may be held. */
export function SlideScene({ map, room }: { readonly map: SlideMap; readonly room: Room }) {
  return (
    <RoomProvider value={room}>
      <SceneMap
        scenarioId={map.scenarioId}
        againstScenarioId={map.againstScenarioId}
        shownIds={map.layers}
        camera={map.camera}
        windowEpochMinutes={map.windowEpochMinutes}
        theme="dark"
        scale={map.scale}
        label={map.label}
      />
    </RoomProvider>
  )
}
