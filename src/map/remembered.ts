/**
 * A function that remembers its last answers: equal arguments, member by member, give the same object.
 *
 * @param size how many answers are kept; as many as there are maps on one screen.
 */
export function remembered<A extends readonly unknown[], R>(
  make: (...args: A) => R,
  size = 4,
): (...args: A) => R {
  const kept: { readonly args: A; readonly answer: R }[] = []
  return (...args) => {
    const at = kept.findIndex(
      (entry) =>
        entry.args.length === args.length && entry.args.every((arg, i) => Object.is(arg, args[i])),
    )
    const found = at >= 0 ? kept.splice(at, 1)[0]! : { args, answer: make(...args) }
    kept.unshift(found)
    kept.length = Math.min(kept.length, size)
    return found.answer
  }
}

/** The same for a function of one object: answers are kept by its members. */
export function rememberedParts<P extends object, R>(
  make: (parts: P) => R,
  size = 4,
): (parts: P) => R {
  const kept: { readonly parts: P; readonly answer: R }[] = []
  return (parts) => {
    const at = kept.findIndex((entry) => isSameParts(entry.parts, parts))
    const found = at >= 0 ? kept.splice(at, 1)[0]! : { parts, answer: make(parts) }
    kept.unshift(found)
    kept.length = Math.min(kept.length, size)
    return found.answer
  }
}

function isSameParts<P extends object>(a: P, b: P): boolean {
  const keys = Object.keys(a) as (keyof P)[]
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]))
}
