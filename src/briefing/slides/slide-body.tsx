import { Component, memo, type ReactNode } from 'react'
import { PageBody, type PageBodyProps } from './page-body.tsx'
import { Missing } from './parts/missing.tsx'

/** What stands between headline and footer: the page, or in one line why it is not there. */
export const SlideBody = memo(function SlideBody(props: PageBodyProps) {
  return (
    <BodyBoundary key={props.page.slideId}>
      <PageBody {...props} />
    </BodyBoundary>
  )
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
