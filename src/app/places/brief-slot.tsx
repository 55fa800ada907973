import { useEffect, useMemo } from 'react'
import { BriefPlace } from '#briefing/brief-place.tsx'
import { type BriefingDesk, BriefingProvider } from '#briefing/briefing-desk.tsx'
import type { HandOutRun } from '#briefing/hand-out-desk.ts'
import { useWallLook, type WallLook, WallLookProvider } from '#briefing/wall-look.tsx'
import { deckOf } from '#core/decks-of.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import type { BasemapTiles } from '#map/basemap/tiles/basemap-tiles.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { shownLayers } from '#map/layers/shown-layers.ts'
import { StatusLine } from '#panels/status/status-line.tsx'
import type { Judged } from '#products/facts.ts'
import type { CoursesAsked } from '#state/desk/judge-courses.ts'
import { type Room, useDocument, useRoom, useScreen } from '#ui/room.tsx'
import { PanelBoundary } from '#ui/widgets/states.tsx'
import { useOwnBasemap } from '../basemap/use-basemap.ts'
import { LivingMaps } from './brief/living-maps.tsx'
import { slideLegends } from './brief/slide-legends.ts'
import { SlideScene } from './brief/slide-scene.tsx'
import { withWall } from './brief/wall-link.ts'

/** The Brief place, with maps for its slides. */
export function BriefSlot() {
  return (
    <WallLookProvider>
      <LivingMaps>
        <Brief />
      </LivingMaps>
    </WallLookProvider>
  )
}

function Brief() {
  const room = useRoom()
  const { theme } = useWallLook().look
  const { store } = useOwnBasemap()
  const briefing = useMemo(() => {
    const ground = { theme, tiles: () => store.getState().tiles }
    const desk = briefingOf(room, ground)
    return { ...desk, ...picturesOf(room, desk, ground) }
  }, [room, theme, store])
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

type Ground = { readonly theme: WallLook['theme']; readonly tiles: () => BasemapTiles | null }

/** One and the same function, for what was asked of it is kept; its code comes when it is asked for. */
async function judgeCourses(asked: CoursesAsked): Promise<Judged> {
  const { judgeCourses: judge } = await import('#state/desk/judge-courses.ts')
  return judge(asked, runJobInWorker)
}

function briefingOf(ofRoom: Room, { theme, tiles }: Ground): BriefingDesk {
  const { screen } = ofRoom
  const withTiles = (run: HandOutRun) => ({ ...run, tiles: tiles() })
  const desk: BriefingDesk = {
    makeProduct: async (asked, run) =>
      (await import('./brief/make-product.ts')).makeProduct(ofRoom, asked, run),
    handOut: async (asked, run) =>
      (await import('./brief/hand-out-product.ts')).handOutProduct(ofRoom, asked, withTiles(run)),
    printProduct: async (asked, run) =>
      (await import('./brief/hand-out-product.ts')).printProduct(ofRoom, asked, withTiles(run)),
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
  return {
    ...desk,
    writePack: async (asked, run) => {
      const { packOut } = await import('./brief/pack-out.ts')
      return packOut(ofRoom, asked, withTiles(run), theme)
    },
  }
}

/** Ways for a slide to leave as a picture; their code comes when it is asked for. */
function picturesOf(
  room: Room,
  desk: BriefingDesk,
  ground: Ground,
): Pick<BriefingDesk, 'frozenPicture' | 'slidePng'> {
  return {
    async frozenPicture(asked, ofRoom) {
      const { frozenPicture } = await import('./brief/page-pictures.ts')
      return frozenPicture(asked, ofRoom, { theme: ground.theme, tiles: ground.tiles() })
    },
    async slidePng(asked, run) {
      const { handOutPngs } = await import('../slide-png/hand-out-pngs.ts')
      return handOutPngs(asked, { room, desk, theme: ground.theme, tiles: ground.tiles() }, run)
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
