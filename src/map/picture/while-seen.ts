/** What a person is told while a picture waits. */
export const OUT_OF_SIGHT =
  'Waiting: a browser draws maps only in a window that is seen. Bring this one to the front.'

const LOOK_MILLISECONDS = 1000

/**
 * A signal that aborts once its page has been seen for so long: in a window that is hidden no map is
 * drawn, and time does not count. Tells at once, and whenever it changes, whether it is hidden.
 */
export function seenFor(
  milliseconds: number,
  onHidden: (isHidden: boolean) => void = () => {},
): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController()
  const isHidden = () => document.visibilityState === 'hidden'
  const changed = () => onHidden(isHidden())
  let left = milliseconds
  const timer = setInterval(() => {
    if (isHidden()) return
    left -= LOOK_MILLISECONDS
    if (left <= 0) controller.abort()
  }, LOOK_MILLISECONDS)
  document.addEventListener('visibilitychange', changed)
  if (isHidden()) changed()
  return {
    signal: controller.signal,
    end() {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', changed)
    },
  }
}
