const LOCK_NAME = 'commonground-writer'

/** Whether this tab may write. Only one tab of a browser may, so that two never mix their steps. */
export type WriterLock = {
  isHeld(): boolean
  /** Whether it is held and really keeps others out. */
  isSure(): boolean
  /** Lets the next tab write. */
  release(): void
}

/**
 * Takes the lock if no other tab has it; else waits for it and says when it comes. Where the browser
 * has no locks (http without TLS) every tab writes, and the sequence numbers refuse the second.
 */
export async function takeWriterLock(onTaken: () => void): Promise<WriterLock> {
  let isHeld = false
  let release = () => {}
  const locks = globalThis.navigator?.locks
  const lock = {
    isHeld: () => isHeld,
    isSure: () => isHeld && locks !== undefined,
    release: () => release(),
  }
  const hold = () => {
    isHeld = true
    return new Promise<void>((resolve) => {
      release = () => {
        isHeld = false
        resolve()
      }
    })
  }
  if (!locks) {
    void hold()
    return lock
  }
  await new Promise<void>((decided) => {
    void locks.request(LOCK_NAME, { ifAvailable: true }, (granted) => {
      const held = granted ? hold() : undefined
      decided()
      return held
    })
  })
  if (isHeld) return lock
  const waiting = new AbortController()
  release = () => waiting.abort()
  locks
    .request(LOCK_NAME, { signal: waiting.signal }, () => {
      const held = hold()
      onTaken()
      return held
    })
    .catch(() => {})
  return lock
}
