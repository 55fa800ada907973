import { Component, memo, type ReactNode } from 'react'
import type { Slide } from '#core/records/slide.ts'
import { Missing } from './parts/missing.tsx'
import { kindOf } from './registry.ts'
import type { SlideFacts } from './slide-kind.ts'

type BodyProps = { readonly slide: Slide; readonly facts: SlideFacts }

/** What stands between headline and footer: the slide, or in one line why it is not there. */
export const SlideBody = memo(function SlideBody({ slide, facts }: BodyProps) {
  const kind = kindOf(slide)
  const fault = kind.fault(slide, facts.document)
  if (fault !== null) return <Missing>{fault}</Missing>
  return <BodyBoundary key={slide.id}>{kind.draw(slide, facts)}</BodyBoundary>
})

/** What breaks in one slide leaves its marking and the other slides alone. */
class BodyBoundary extends Component<
  { readonly children: ReactNode },
  { readonly hasFailed: boolean }
> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return <Missing>This slide cannot be drawn just now. The others can.</Missing>
  }
}
