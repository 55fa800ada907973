/**
 * A name that none of the others is, whatever their letters' size: itself, else with a number.
 *
 * @param numbered how the number is put to it.
 */
export function freeName(
  name: string,
  others: readonly string[],
  numbered = (number: number) => `${name} ${number}`,
): string {
  const taken = new Set(others.map((each) => each.toLowerCase()))
  let free = name
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = numbered(number)
  return free
}
