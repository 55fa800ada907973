import { type RefObject, useEffect, useRef, useState } from 'react'
import type { MapViewProps } from '../map-props.ts'
import { cameraOf } from '../port/camera.ts'
import { type MapPort, openMapPort } from '../port/map-port.ts'
import { joinSync } from '../port/sync.ts'
import { useLatest } from './use-latest.ts'

export type PortState = {
  /** Null until the map can be drawn on. */
  readonly port: MapPort | null
  /** Why there is no map, in a sentence. */
  readonly fault: string | null
  /** Makes the map anew, where it was. */
  readonly restart: () => void
}

const NO_WEBGL =
  'The map cannot be drawn here: this browser has WebGL 2 switched off. Lists, tables and plans still work.'
const LOST =
  'The graphics card took the map’s drawing surface away. Nothing of your work is lost; start the map again.'
const RESTARTS_BY_ITSELF = 2
/** Where nobody could press a button it waits a little longer each time, and never gives up. */
const WAITS_MILLISECONDS = [0, 250, 500, 1000, 2000] as const
/** A map that stood so long was well: the waits begin anew. */
const WELL_AFTER_MILLISECONDS = 60_000

/** Makes the map in an element, makes it anew when its drawing surface is lost, and takes it down. */
export function usePort(container: RefObject<HTMLElement | null>, props: MapViewProps): PortState {
  const [port, setPort] = useState<MapPort | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [generation, setGeneration] = useState(0)
  const latest = useLatest(props)
  const camera = useRef(props.camera)
  const lossCount = useRef(0)
  const { isInteractive, syncName, pixelRatio } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation is a new map
  useEffect(() => {
    if (!container.current) return
    let leave: (() => void) | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const openedAt = performance.now()
    const isUnattended = latest.current.unattended !== undefined
    const tell = (sentence: string) => latest.current.actions.onTell?.(sentence)
    const again = () => setGeneration((before) => before + 1)
    const persist = () => {
      if (performance.now() - openedAt > WELL_AFTER_MILLISECONDS) lossCount.current = 0
      const wait = WAITS_MILLISECONDS[Math.min(lossCount.current, WAITS_MILLISECONDS.length - 1)]
      lossCount.current += 1
      latest.current.unattended?.onLost()
      clearTimeout(timer)
      timer = setTimeout(again, wait)
    }
    try {
      const open = openMapPort(
        {
          container: container.current,
          camera: camera.current,
          isInteractive,
          label: latest.current.label,
          ...(pixelRatio === undefined ? {} : { pixelRatio }),
        },
        {
          onReady: (made) => {
            if (syncName) leave = joinSync(syncName, made.map)
            made.map.on('moveend', () => {
              camera.current = cameraOf(made.map)
            })
            setPort(made)
          },
          onLost: () => {
            if (isUnattended) return persist()
            lossCount.current += 1
            if (lossCount.current > RESTARTS_BY_ITSELF) return setFault(LOST)
            tell('The map lost its drawing surface and was started again.')
            setTimeout(again)
          },
          onDeckError: (error) => tell(`Part of the map could not be drawn (${error.message}).`),
        },
      )
      setFault(null)
      return () => {
        clearTimeout(timer)
        leave?.()
        setPort(null)
        open.close()
      }
    } catch {
      if (!isUnattended) {
        setFault(NO_WEBGL)
        return undefined
      }
      persist()
      return () => clearTimeout(timer)
    }
  }, [generation, isInteractive, syncName, pixelRatio])
  const restart = () => {
    lossCount.current = 0
    setGeneration((before) => before + 1)
  }
  return { port, fault, restart }
}
