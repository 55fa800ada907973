/** Which group a member belongs to, where group g has the members `offsets[g]` to `offsets[g + 1]` − 1. */
export function groupOf(offsets: Uint32Array, member: number): number {
  let [low, high] = [0, offsets.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (offsets[middle]! <= member) low = middle
    else high = middle
  }
  return low
}
