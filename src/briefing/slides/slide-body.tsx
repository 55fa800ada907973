import { memo } from 'react'
import { BodyBoundary } from '../stage/body-boundary.tsx'
import { PageBody, type PageBodyProps } from './page-body.tsx'

/** What stands between headline and footer: the page, or in one line why it is not there. */
export const SlideBody = memo(function SlideBody(props: PageBodyProps) {
  return (
    <BodyBoundary key={props.page.slideId} slideId={props.page.slideId}>
      <PageBody {...props} />
    </BodyBoundary>
  )
})
