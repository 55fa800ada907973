import {
  Component,
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'
import { MAP_PICTURES } from '#briefing/stage/last-good.ts'
import { pixelRatioOf, useWallLook } from '#briefing/wall-look.tsx'
import { RoomProvider } from '#ui/room.tsx'
import { SceneMap } from '../scene-map.tsx'
import { createMapPool, type LivingMap, type MapAsked, type MapPool } from './map-pool.ts'

const PoolContext = createContext<MapPool | null>(null)

/** Keeps the maps of slides alive while slides under it come and go. */
export function LivingMaps({ children }: { readonly children: ReactNode }) {
  const [pool] = useState(createMapPool)
  useEffect(() => () => pool.close(), [pool])
  return (
    <PoolContext value={pool}>
      {children}
      <Maps pool={pool} />
    </PoolContext>
  )
}

/**
 * A living map for as long as a slide stays.
 *
 * @returns where it shall stand, and the name of what it shows whole.
 * @throws Error outside of LivingMaps.
 */
export function useLivingMap(asked: MapAsked): {
  readonly place: RefObject<HTMLDivElement | null>
  readonly drawn: string | null
} {
  const pool = use(PoolContext)
  if (!pool) throw new Error('there are no living maps here')
  const place = useRef<HTMLDivElement>(null)
  const [key, setKey] = useState<number | null>(null)
  const latest = useRef(asked)
  latest.current = asked
  useLayoutEffect(() => {
    if (!place.current) return
    const taken = pool.take(place.current, latest.current)
    setKey(taken)
    return () => pool.release(taken)
  }, [pool])
  useLayoutEffect(() => {
    if (key !== null) pool.ask(key, asked)
  })
  const drawn = useStore(pool.store, (maps) => maps.find((map) => map.key === key)?.drawn ?? null)
  return { place, drawn }
}

function Maps({ pool }: { readonly pool: MapPool }) {
  const maps = useStore(pool.store)
  return maps.map((map) => (
    <Living key={map.key} asked={map.asked} mapKey={map.key} element={map.element} pool={pool} />
  ))
}

const PICTURE_EACH_MILLISECONDS = 60_000

function Living(props: {
  readonly pool: MapPool
  readonly mapKey: number
  readonly element: LivingMap['element']
  readonly asked: MapAsked
}) {
  const { pool, mapKey, element, asked } = props
  const { map, room, windowEpochMinutes, shows } = asked
  const { look } = useWallLook()
  const hears = useMemo(
    () => ({
      onDrawn: (what: string) => pool.tellDrawn(mapKey, what),
      onLost: () => pool.tellDrawn(mapKey, null),
      isPictureDue: (what: string) =>
        Date.now() - (MAP_PICTURES.of(what)?.atMs ?? 0) >= PICTURE_EACH_MILLISECONDS,
      onPicture: (what: string, picture: HTMLCanvasElement) =>
        MAP_PICTURES.keep(what, picture, Date.now()),
    }),
    [pool, mapKey],
  )
  const unattended = useMemo(() => ({ ...hears, shows }), [hears, shows])
  return createPortal(
    <RoomProvider value={room}>
      <MapBoundary shows={shows} onLost={hears.onLost}>
        <SceneMap
          scenarioId={map.scenarioId}
          againstScenarioId={map.againstScenarioId}
          shownIds={map.layers}
          camera={map.camera}
          windowEpochMinutes={windowEpochMinutes}
          theme={look.theme}
          pixelRatio={pixelRatioOf(look, devicePixelRatio)}
          unattended={unattended}
          scale={map.scale}
          label={map.label}
        />
      </MapBoundary>
    </RoomProvider>,
    element,
  )
}

const AGAIN_AFTER_MILLISECONDS = 4_000

type BoundaryProps = {
  readonly shows: string
  readonly children: ReactNode
  readonly onLost: () => void
}

/** A map that breaks is made anew after a while, or at once where it shall show something else. */
class MapBoundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
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

  override componentDidUpdate(before: BoundaryProps) {
    if (this.state.hasFailed && before.shows !== this.props.shows)
      this.setState({ hasFailed: false })
  }

  override componentWillUnmount() {
    clearTimeout(this.timer)
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children
  }
}
