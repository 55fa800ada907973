import { TriangleAlert } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import type { MapPort } from '../port/map-port.ts'
import type { Held } from '../view/picking.ts'

const GAP_PIXELS = 18
const EDGE_PIXELS = 8
/** Characters from which a value is a text of its own, under its label. */
const LONG_VALUE = 60

/** The facts of one thing, beside it; it follows the map and keeps off its edges. */
export function FactsCard(props: {
  readonly port: MapPort
  readonly held: Held
  readonly isKept: boolean
  readonly onClose: () => void
}) {
  const { port, held, isKept } = props
  const card = useRef<HTMLDivElement>(null)
  const { title, about, rows, warning } = held.facts
  useLayoutEffect(() => {
    const place = () => {
      if (card.current) putBeside(card.current, port, held)
    }
    place()
    port.map.on('move', place)
    port.map.on('resize', place)
    return () => {
      port.map.off('move', place)
      port.map.off('resize', place)
    }
  }, [port, held])
  return (
    <div
      ref={card}
      className="thing"
      data-kept={isKept || undefined}
      role={isKept ? 'status' : 'tooltip'}
    >
      <p className="thing-title">{title}</p>
      {about ? <p className="thing-about">{about}</p> : null}
      <dl>
        {rows.map(({ label, value }) => (
          <div key={label} data-long={value.length > LONG_VALUE || undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {warning ? (
        <p className="thing-warning">
          <TriangleAlert size={14} aria-label="Beware" />
          <span>{warning}</span>
        </p>
      ) : null}
      {isKept ? (
        <button type="button" className="thing-close" onClick={props.onClose} title="Close (Esc)">
          <span aria-hidden>×</span>
          <span className="unseen">Close</span>
        </button>
      ) : null}
    </div>
  )
}

/** To the right of the thing, or to its left where there is no room. */
function putBeside(card: HTMLElement, { map }: MapPort, { picked }: Held): void {
  const [lon, lat] = picked.position
  const { x, y } = map.project([lon, lat])
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const { offsetWidth, offsetHeight } = card
  const isRoomRight = x + GAP_PIXELS + offsetWidth + EDGE_PIXELS <= width
  const left = isRoomRight ? x + GAP_PIXELS : x - GAP_PIXELS - offsetWidth
  const top = Math.min(y - 28, height - offsetHeight - EDGE_PIXELS)
  const isAway = x < -20 || y < -20 || x > width + 20 || y > height + 20
  card.style.visibility = isAway ? 'hidden' : 'visible'
  card.style.transform = `translate(${Math.round(Math.max(EDGE_PIXELS, left))}px, ${Math.round(Math.max(EDGE_PIXELS, top))}px)`
}
