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
