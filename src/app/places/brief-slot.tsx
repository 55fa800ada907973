import { useEffect, useMemo } from 'react'
import { BriefPlace } from '#briefing/brief-place.tsx'
import {
  type BriefingDesk,
  BriefingProvider,
  type CoursesAsked,
  type Judged,
} from '#briefing/briefing-desk.tsx'
import { useWallLook, type WallLook, WallLookProvider } from '#briefing/wall-look.tsx'
import { deckOf } from '#core/decks-of.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { shownLayers } from '#map/layers/shown-layers.ts'
import { StatusLine } from '#panels/status/status-line.tsx'
import { type Room, useDocument, useRoom, useScreen } from '#ui/room.tsx'
import { PanelBoundary } from '#ui/widgets/states.tsx'
import { slideLegends } from './brief/slide-legends.ts'
import { SlideScene } from './brief/slide-scene.tsx'
import { withWall } from './brief/wall-link.ts'

/** The Brief place, with maps for its slides. */
export function BriefSlot() {
  return (
    <WallLookProvider>
      <Brief />
    </WallLookProvider>
  )
}

function Brief() {
  const room = useRoom()
  const { theme } = useWallLook().look
  const briefing = useMemo(() => briefingOf(room, theme), [room, theme])
  const isLeftOpen = useScreen((state) => state.isLeftOpen)
  const isRightOpen = useScreen((state) => state.isRightOpen)
  useWallLink()
  return (
    <BriefingProvider value={briefing}>
      <main
        className="room"
        data-left={isLeftOpen || undefined}
        data-right={isRightOpen || undefined}
      >
        <PanelBoundary name="The briefing">
          <BriefPlace />
        </PanelBoundary>
        <div className="status-row">
          <StatusLine scaleBar={null} />
        </div>
      </main>
    </BriefingProvider>
  )
}

/** One and the same function, for what was asked of it is kept; its code comes when it is asked for. */
async function judgeCourses(asked: CoursesAsked): Promise<Judged> {
  const { judgeCourses: judge } = await import('./brief/judge-courses.ts')
  return judge(asked, runJobInWorker)
}

function briefingOf({ screen }: Room, theme: WallLook['theme']): BriefingDesk {
  return {
    compare: (sides) => runJobInWorker('compare', sides),
    judgeCourses,
    renderMap: (map, room) => <SlideScene map={map} room={room} />,
    legendsOf: (map, room) => slideLegends(map, room, theme),
    layerChoices: LAYER_TYPES.map(({ id, title, group }) => ({ id, title, group })).reverse(),
    shownLayerIds: () => {
      const { layers, layerOrder } = screen.getState()
      return shownLayers(LAYER_TYPES, { layers, layerOrder }, 'situation').map(({ id }) => id)
    },
  }
}

/** The address says which slide is on the wall, so that a reload comes back to it. */
function useWallLink(): void {
  const wallSlide = useScreen((state) => state.wallSlide)
  const deckId = useScreen((state) => state.deckId)
  const document = useDocument((state) => state.document)
  const wallRole = useScreen((state) => state.wallRole)
  const wallSession = useScreen((state) => state.wallSession)
  const wall =
    wallSlide === null
      ? null
      : { wallSlide, deckId: deckOf(document, deckId).id, wallRole, wallSession }
  const search = withWall(location.search, wall)
  useEffect(() => {
    if (search !== location.search) history.replaceState(null, '', `${location.pathname}${search}`)
  }, [search])
}
