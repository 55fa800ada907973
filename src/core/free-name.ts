/** A name that none of the others is, whatever their letters' size: itself, else with a number. */
export function freeName(name: string, others: readonly string[]): string {
  const taken = new Set(others.map((each) => each.toLowerCase()))
  let free = name
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} ${number}`
  return free
}
