/** What a verb may touch of the world outside, so that it can be run in a test. */
export type Terminal = {
  readonly print: (text: string) => void
  readonly warn: (text: string) => void
  /** UTC ISO. */
  readonly now: () => string
  readonly newId: () => string
}

/** One thing the command line can do. */
export type Verb = {
  readonly name: string
  /** One line for the list of verbs. */
  readonly summary: string
  /** What `--help` prints. */
  readonly usage: string
  /**
   * Does it.
   *
   * @returns the exit code: 0 done, 2 refused with the reason on standard error.
   * @throws Refusal for what a person can put right.
   */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>
}

/** A reason not to go on, in one plain sentence; ends the command with code 2. */
export class Refusal extends Error {}
