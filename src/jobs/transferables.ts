/**
 * The buffers of all typed arrays within plain data, each once, for handing over instead of copying.
 * What is handed over is empty on the side that gave it away.
 */
export function transferablesIn(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  const seen = new Set<unknown>()
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return
    seen.add(part)
    if (ArrayBuffer.isView(part)) {
      if (part.buffer instanceof ArrayBuffer) found.add(part.buffer)
    } else if (part instanceof Map) for (const member of part.values()) visit(member)
    else if (Array.isArray(part)) {
      if (typeof part[0] === 'object') for (const member of part) visit(member)
    } else for (const member of Object.values(part)) visit(member)
  }
  visit(value)
  return [...found]
}
