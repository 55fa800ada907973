/** What a running job can say and ask. */
export type JobContext<Interim = never> = {
  progress(share: number): void
  /** An answer so far; cloned like every other. */
  interim(value: Interim): void
  /** Lets messages through, then says whether the person wants it to end now with what it has. */
  isStopped(): Promise<boolean>
}

/** A plain function of cloneable data; only the catalogue looks at what it takes and answers. */
export type AnyJob = (input: never, context: JobContext<never>) => unknown
