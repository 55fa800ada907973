import { useEffect } from 'react'
import type { MapViewProps } from '../map-props.ts'
import { fly } from '../port/camera.ts'
import type { MapPort } from '../port/map-port.ts'

const taken = new WeakSet<object>()

/** Takes each wish to move once, whichever map is there first. */
export function useFlight(port: MapPort | null, flight: MapViewProps['flight']): void {
  useEffect(() => {
    if (!port || !flight || taken.has(flight)) return
    taken.add(flight)
    fly(port.map, flight.centre, flight.zoom ?? port.map.getZoom())
  }, [port, flight])
}
