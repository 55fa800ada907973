import { memo } from 'react'
import type { Slide } from '#core/records/slide.ts'
import { BodyBoundary } from '../stage/body-boundary.tsx'
import { Missing } from './parts/missing.tsx'
import { kindOf } from './registry.ts'
import type { SlideFacts } from './slide-kind.ts'

type BodyProps = { readonly slide: Slide; readonly facts: SlideFacts }

/** What stands between headline and footer: the slide, or in one line why it is not there. */
export const SlideBody = memo(function SlideBody({ slide, facts }: BodyProps) {
  const kind = kindOf(slide)
  const fault = kind.fault(slide, facts.document)
  if (fault !== null) return <Missing>{fault}</Missing>
  return (
    <BodyBoundary key={slide.id} slideId={slide.id}>
      {kind.draw(slide, facts)}
    </BodyBoundary>
  )
})
