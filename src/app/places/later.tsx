import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, Suspense } from 'react'

const WARM_AFTER_MILLISECONDS = 1500
const waiting: (() => Promise<unknown>)[] = []

/**
 * A paper whose code the first page does not wait for. It comes when it is asked for, or after the
 * first page by itself, so that nobody waits for it in practice. It stands in an `Opening`.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  waiting.push(load)
  return lazy(async () => ({ default: await load() }))
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
