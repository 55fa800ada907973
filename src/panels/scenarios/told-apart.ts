/** A name in two parts: the words that another name begins with too, and what tells it apart. */
export type ToldApart = { readonly shared: string; readonly own: string }

/**
 * Parts each name after the words that it shares with the beginning of another, so that where room is
 * short these give way and the rest stays. A name that another one merely goes on from stays whole.
 */
export function toldApart(name: string, others: readonly string[]): ToldApart {
  const longest = Math.max(0, ...others.map((other) => sharedWords(name, other)))
  return { shared: name.slice(0, longest), own: name.slice(longest) }
}

/** Length of the beginning that two names share, to the end of a word and the space after it. */
function sharedWords(name: string, other: string): number {
  if (name === other) return 0
  let same = 0
  while (same < name.length && name[same] === other[same]) same += 1
  const end = name.slice(0, same).lastIndexOf(' ') + 1
  return end < name.length ? end : 0
}
