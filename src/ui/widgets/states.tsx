import { Component, type ReactNode } from 'react'
import type { Work } from '#state/results-store.ts'
import { Button } from './button.tsx'

/** Nothing here: why, and what fills it. */
export function Empty(props: {
  readonly children: ReactNode
  readonly action?: { readonly name: string; readonly onPress: () => void }
}) {
  return (
    <div className="empty">
      <p>{props.children}</p>
      {props.action ? (
        <Button look="text" onPress={props.action.onPress}>
          {props.action.name}
        </Button>
      ) : null}
    </div>
  )
}

export function Progress({ what, share }: { readonly what: string; readonly share: number }) {
  return (
    <div className="progress" role="status">
      {what}
      <div className="progress-bar">
        <div style={{ width: `${Math.max(4, 100 * share)}%` }} />
      </div>
    </div>
  )
}

export function Failed({
  sentence,
  onRetry,
}: {
  readonly sentence: string
  readonly onRetry?: (() => void) | null
}) {
  return (
    <div className="failed" role="alert">
      <p>{sentence}</p>
      {onRetry ? (
        <Button look="text" onPress={onRetry}>
          Try again
        </Button>
      ) : null}
    </div>
  )
}

/** What a piece of work shows until it has a value: progress, the reason it failed, or why it waits. */
export function WorkState(props: {
  readonly work: Work<unknown> | undefined
  readonly what: string
  readonly idle: ReactNode
}) {
  const { work, what } = props
  if (work?.status === 'failed') {
    return <Failed sentence={work.error ?? `${what}: this could not be worked out.`} />
  }
  if (work?.status === 'running') return <Progress what={`${what} …`} share={work.progressShare} />
  return <div className="empty">{props.idle}</div>
}

type BoundaryState = { readonly fault: string | null }

/** Catches what breaks in one panel, so that the others stay. */
export class PanelBoundary extends Component<
  { readonly name: string; readonly children: ReactNode },
  BoundaryState
> {
  override state: BoundaryState = { fault: null }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { fault: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    if (this.state.fault === null) return this.props.children
    const sentence = `${this.props.name} stopped working (${this.state.fault}). Your operation is safe; the rest of the screen still works.`
    return (
      <div className="section">
        <Failed sentence={sentence} onRetry={() => this.setState({ fault: null })} />
      </div>
    )
  }
}
