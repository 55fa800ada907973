import { useEffect, useRef, useState } from 'react'
import { copyOf, type Kept, lastDrawnText, MAP_PICTURES, SLIDE_BODIES } from './last-good.ts'

const TICK_MILLISECONDS = 5_000
/** A map that comes within this was never away. */
const SAID_AFTER_MILLISECONDS = 2_000

/** The last picture of a map over the place where it will come back, with its age once that is needed. */
export function LastPicture({ id }: { readonly id: string }) {
  const [picture] = useState(() => MAP_PICTURES.of(id))
  const isSaid = useAfter(SAID_AFTER_MILLISECONDS)
  if (!picture) return isSaid ? <Age>The map is being drawn.</Age> : null
  return (
    <div className="stage-last" aria-hidden={!isSaid}>
      <Placed node={picture.value} />
      {isSaid ? <AgeOf kept={picture} /> : null}
    </div>
  )
}

/** A slide that cannot be drawn, as it was last drawn; null: it never was. */
export function LastBody({ slideId }: { readonly slideId: string }) {
  const [body] = useState(() => SLIDE_BODIES.of(slideId))
  if (!body) return null
  return (
    <div className="stage-last">
      <Placed node={withPictures(body.value)} />
      <AgeOf kept={body} />
    </div>
  )
}

function Placed({ node }: { readonly node: HTMLElement }) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: placed once, as it was
  useEffect(() => {
    const placed = node instanceof HTMLCanvasElement ? copyOf(node) : node
    box.current?.replaceChildren(placed)
  }, [])
  return <div ref={box} className="stage-last-node" />
}

/** A copied map is blank: its last picture is put in its place. */
function withPictures(body: HTMLElement): HTMLElement {
  const copy = body.cloneNode(true) as HTMLElement
  for (const place of copy.querySelectorAll<HTMLElement>('[data-map-picture]')) {
    const picture = MAP_PICTURES.of(place.dataset['mapPicture'] ?? '')
    place.replaceChildren(...(picture ? [copyOf(picture.value)] : []))
  }
  return copy
}

function AgeOf({ kept }: { readonly kept: Kept<unknown> }) {
  const [nowMs, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [])
  return <Age>{lastDrawnText(kept.atMs, nowMs)}</Age>
}

function Age({ children }: { readonly children: string }) {
  return (
    <p className="stage-age" role="status">
      {children}
    </p>
  )
}

function useAfter(milliseconds: number): boolean {
  const [isAfter, setAfter] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setAfter(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return isAfter
}
