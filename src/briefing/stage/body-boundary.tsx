import { Component, type ReactNode, useEffect, useRef } from 'react'
import { Missing } from '../slides/parts/missing.tsx'
import { LastBody } from './last-drawn.tsx'
import { SLIDE_BODIES } from './last-good.ts'

const AGAIN_AFTER_MILLISECONDS = 10_000
/** Once what it shows has come; then each minute. */
const KEPT_AFTER_MILLISECONDS = 3_000
const KEPT_EVERY_MILLISECONDS = 60_000

type BoundaryProps = { readonly slideId: string; readonly children: ReactNode }

/**
 * What breaks in one slide leaves its marking and the other slides alone. Until it can be drawn again,
 * which is tried every ten seconds, it stands as it was last drawn, with its age.
 */
export class BodyBoundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }
  private timer: ReturnType<typeof setTimeout> | undefined

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.setState({ hasFailed: false }), AGAIN_AFTER_MILLISECONDS)
  }

  override componentWillUnmount() {
    clearTimeout(this.timer)
  }

  override render() {
    const { slideId, children } = this.props
    if (!this.state.hasFailed) return <KeptBody slideId={slideId}>{children}</KeptBody>
    if (SLIDE_BODIES.of(slideId)) return <LastBody slideId={slideId} />
    return <Missing>This slide cannot be drawn just now. The others can.</Missing>
  }
}

/** Keeps how a slide looks while it is well. */
function KeptBody({ slideId, children }: BoundaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const keep = () => {
      if (box.current) SLIDE_BODIES.keep(slideId, pictureOf(box.current), Date.now())
    }
    const first = setTimeout(keep, KEPT_AFTER_MILLISECONDS)
    const timer = setInterval(keep, KEPT_EVERY_MILLISECONDS)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [slideId])
  return (
    <div ref={box} className="stage-body">
      {children}
    </div>
  )
}

/** Without what stands in its maps, whose pictures are kept by themselves. */
function pictureOf(body: HTMLElement): HTMLElement {
  const copy = body.cloneNode(true) as HTMLElement
  for (const map of copy.querySelectorAll('[data-map-picture]')) map.replaceChildren()
  return copy
}
