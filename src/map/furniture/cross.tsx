import { useLayoutEffect, useRef } from 'react'
import type { MapCross } from '../map-props.ts'
import type { MapPort } from '../port/map-port.ts'

/** A crosshair at a position, through the whole map, with a few words beside it. */
export function Cross({ port, cross }: { readonly port: MapPort; readonly cross: MapCross }) {
  const mark = useRef<HTMLDivElement>(null)
  const [lon, lat] = cross.position
  useLayoutEffect(() => {
    const place = () => {
      const { x, y } = port.map.project([lon, lat])
      mark.current?.style.setProperty('--cross-x', `${Math.round(x)}px`)
      mark.current?.style.setProperty('--cross-y', `${Math.round(y)}px`)
    }
    place()
    port.map.on('move', place)
    return () => {
      port.map.off('move', place)
    }
  }, [port, lon, lat])
  return (
    <div ref={mark} className="cross" data-own={cross.isOwn || undefined} aria-hidden>
      <span className="cross-across" />
      <span className="cross-down" />
      <span className="cross-ring" />
      {cross.text ? (
        <span className="cross-text">
          {cross.text}
          {cross.note ? <span className="cross-note">{cross.note}</span> : null}
        </span>
      ) : null}
    </div>
  )
}
