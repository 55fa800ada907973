/** Why something could not be saved: the message is a sentence for the person. */
export class StorageFault extends Error {
  readonly code: 'full' | 'readOnly' | 'locked' | 'none' | 'outOfStep' | 'failed'

  constructor(code: StorageFault['code'], message: string) {
    super(message)
    this.name = 'StorageFault'
    this.code = code
  }
}

/** A fault from whatever the browser threw. */
export function faultFrom(error: unknown): StorageFault {
  if (error instanceof StorageFault) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'QuotaExceededError') {
    const message =
      'The browser has no room left for this page. Save the operation to a file, then delete operations that are not needed.'
    return new StorageFault('full', message)
  }
  if (name === 'ConstraintError') return outOfStep()
  const message =
    'The browser could not save. Work goes on; save the operation to a file to be sure of it.'
  return new StorageFault('failed', message)
}

/** Two writers: what is on the disk is not what this tab built on. */
export function outOfStep(): StorageFault {
  const message =
    'Another tab has saved this operation meanwhile. Save this one to a file, then open it again from the list.'
  return new StorageFault('outOfStep', message)
}

/** A purge that has not reached the second copy. */
export function stillInSecond(): StorageFault {
  const message =
    'What was deleted may still be in the second copy of this operation. The browser tries again by itself, also when the operation is next opened.'
  return new StorageFault('failed', message)
}

/** There is a passphrase, and it was not given yet. */
export function lockedFault(): StorageFault {
  const message = 'What this device keeps is locked. Give the passphrase to go on.'
  return new StorageFault('locked', message)
}

/** A place in which the wrapped key lies, or would lie, cannot be read now. */
export function silentKeyFault(): StorageFault {
  const message =
    'One of the places in which this browser keeps the key does not answer, so nothing was changed. Close the other tabs of this page, load it again and try once more. In a private window there may be no such place.'
  return new StorageFault('failed', message)
}

/** The passphrase was changed, but not everywhere. */
export function oldKeyFault(): StorageFault {
  const message =
    'The new passphrase opens this device from now on, but the key under the one before could not be taken off the disk everywhere. It is tried again whenever the passphrase is given; until then the one before may still open what is kept here. Load this page again and give the new one.'
  return new StorageFault('failed', message)
}
