import type { MapMouseEvent } from 'maplibre-gl'
import { useEffect } from 'react'
import type { MapViewProps } from '../map-props.ts'
import { cameraOf, viewOf } from '../port/camera.ts'
import type { MapPort } from '../port/map-port.ts'
import type { Following } from '../port/sync.ts'
import { useLatest } from './use-latest.ts'

/** Tells where the map came to rest, and at most once a frame where the pointer is. */
export function useView(port: MapPort | null, props: MapViewProps): void {
  const latest = useLatest(props)
  useEffect(() => {
    if (!port) return
    const { map } = port
    let frame = 0
    const rested = (event?: Following) => {
      if (!event?.isFollowing) latest.current.actions.onView?.(cameraOf(map), viewOf(map))
    }
    const pointed = ({ lngLat }: MapMouseEvent) => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() =>
        latest.current.actions.onPointer?.([lngLat.lng, lngLat.lat]),
      )
    }
    const left = () => {
      cancelAnimationFrame(frame)
      latest.current.actions.onPointer?.(null)
    }
    rested()
    map.on('moveend', rested)
    map.on('resize', rested)
    map.on('mousemove', pointed)
    map.on('mouseout', left)
    return () => {
      cancelAnimationFrame(frame)
      map.off('moveend', rested)
      map.off('resize', rested)
      map.off('mousemove', pointed)
      map.off('mouseout', left)
    }
  }, [port, latest])
}
