import type { SlideMap } from '#briefing/slides/slide-map.ts'
import { LastPicture } from '#briefing/stage/last-drawn.tsx'
import { MomentMark, useMoment } from '#briefing/stage/moment.tsx'
import { useWallLook } from '#briefing/wall-look.tsx'
import type { Room } from '#ui/room.tsx'
import { useLivingMap } from './living-maps.tsx'

/**
 * The map of a slide, drawn from the stores of a room that may be held, and of its window what is played.
 * Until it is drawn, and while it cannot be, its last picture stands there.
 */
export function SlideScene({ map, room }: { readonly map: SlideMap; readonly room: Room }) {
  const { look } = useWallLook()
  const moment = useMoment()
  const { label: _, ...shown } = map
  const shows = JSON.stringify([shown, look.theme])
  const windowEpochMinutes = moment?.window ?? map.windowEpochMinutes
  const { place, drawn } = useLivingMap({ map, room, shows, windowEpochMinutes })
  return (
    <>
      <div className="slide-scene" data-map-picture={shows}>
        <div ref={place} className="slide-scene-map" />
        {drawn === shows ? null : <LastPicture key={shows} id={shows} />}
      </div>
      {moment ? <MomentMark {...moment} /> : null}
    </>
  )
}
