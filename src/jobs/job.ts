/** What a running job can say and ask. */
export type JobContext<Interim = never> = {
  progress(share: number): void
  /** An answer so far; cloned like every other. */
  interim(value: Interim): void
  /** Lets messages through, then says whether the person wants it to end now with what it has. */
  isStopped(): Promise<boolean>
}

/** A plain function of cloneable data: it runs the same in a worker, in a test and in Node. */
export type Job<Input, Output, Interim = never> = (
  input: Input,
  context: JobContext<Interim>,
) => Output | Promise<Output>

/** A job whose types are not looked at: only the catalogue's own are. */
export type AnyJob = (input: never, context: JobContext<never>) => unknown
