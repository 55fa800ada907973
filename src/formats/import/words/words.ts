/** What a field is called by others: HXL patterns by blanks, words by semicolons. */
export type Words = {
  /** HXL patterns, the best first; "-x" must not be there. */
  readonly tags?: string
  readonly en?: string
  readonly fr?: string
  readonly es?: string
  readonly pt?: string
  readonly ar?: string
}
