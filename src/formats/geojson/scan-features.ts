const [QUOTE, BACKSLASH] = [0x22, 0x5c]
const [OPEN, CLOSE, SQUARE_OPEN, SQUARE_CLOSE] = [0x7b, 0x7d, 0x5b, 0x5d]

/** How far a piece of bytes holds whole features. */
export type Scanned = {
  /** Behind the last whole one. */
  readonly end: number
  /** Whether the list of features ended; then `end` is where. */
  readonly isClosed: boolean
}

/** Finds where features end without parsing them. */
export type FeatureScan = {
  /** @param bytes what was left of the earlier piece, and the next. */
  readonly next: (bytes: Uint8Array) => Scanned
}

/** @param isList whether the features stand in a list, whose end is looked for. Linear, no copies. */
export function featureScan(isList: boolean): FeatureScan {
  let depth = 0
  let isInText = false
  let isEscaped = false
  let scanned = 0
  return {
    next: (bytes) => {
      let end = 0
      for (let i = scanned; i < bytes.length; i++) {
        const byte = bytes[i]!
        if (isInText) {
          if (isEscaped) isEscaped = false
          else if (byte === BACKSLASH) isEscaped = true
          else if (byte === QUOTE) isInText = false
        } else if (byte === QUOTE) isInText = true
        else if (byte === OPEN || byte === SQUARE_OPEN) depth++
        else if (byte === CLOSE) {
          if (--depth === 0) end = i + 1
        } else if (byte === SQUARE_CLOSE) {
          if (isList && depth === 0) return { end: i, isClosed: true }
          depth--
        }
      }
      scanned = bytes.length - end
      return { end, isClosed: false }
    },
  }
}
