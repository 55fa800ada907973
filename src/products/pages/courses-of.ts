/** Those that stand beside each other, in the order given; what a page is about is always among them, last of what is missing. */
export function coursesOf(
  comparedIds: readonly string[],
  sides: readonly (string | null)[],
): string[] {
  const missing = sides.filter((id) => id !== null && !comparedIds.includes(id)) as string[]
  return [...new Set([...missing.toReversed(), ...comparedIds])]
}
