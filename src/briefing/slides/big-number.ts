/** One figure that a room remembers, with what it is compared with. */
export type BigNumber = {
  readonly id: string
  readonly value: string
  /** Half as large beside the value; empty if it has none. */
  readonly unit: string
  readonly label: string
  /** "now 34 %" */
  readonly comparison: string
  /** A mark before the comparison where a benchmark is missed. */
  readonly status: 'watch' | null
}
