import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'

const WARM_AFTER_MILLISECONDS = 1500
const waiting: (() => Promise<unknown>)[] = []

type Paper<P> = { come: ComponentType<P> | null; readonly awaited: ComponentType<P> }

/**
 * A paper whose code the first page does not wait for. It comes when it is asked for, or after the
 * first page by itself, so that nobody waits for it in practice. Once its code is there it opens at
 * once, where a lazy component shows first what stands in for it. It stands in an `Opening`.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => ReactNode {
  const fetched = async () => {
    paper.come = await load()
    return { default: paper.come }
  }
  const awaited = lazy(fetched) as unknown as ComponentType<P>
  const paper: Paper<P> = { come: null, awaited }
  waiting.push(fetched)
  return (props) => <Held paper={paper as Paper<object>} given={props} />
}

/** The one or the other from its opening on: another component in its place would begin anew. */
function Held({ paper, given }: { readonly paper: Paper<object>; readonly given: object }) {
  const [Opened] = useState(() => paper.come ?? paper.awaited)
  return <Opened {...given} />
}

/** What is said until a paper has come. */
export function Opening({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<p className="empty">Opening …</p>}>{children}</Suspense>
}

/** Fetches what the first page did not wait for; to be called when it stands. */
export function warmLater(): () => void {
  const timer = setTimeout(async () => {
    // What cannot be had now says so when it is asked for.
    for (const load of waiting) await load().catch(() => {})
  }, WARM_AFTER_MILLISECONDS)
  return () => clearTimeout(timer)
}
