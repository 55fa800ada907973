/** Something a file leaves open that a person can settle. */
export type Question = {
  /** Answers are given under it: "date-order". */
  readonly id: string
  /** Says what is open, with examples. */
  readonly sentence: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  /** The option that holds now, answered or usual; null: the rows it is about wait for the answer. */
  readonly chosen: string | null
}

/** Option by question. */
export type Answers = ReadonlyMap<string, string>

/** The answer to a question, if it is one of its options. */
export function answerTo(
  { id, options }: Omit<Question, 'chosen'>,
  answers: Answers,
): string | null {
  const answer = answers.get(id)
  return options.some((option) => option.id === answer) ? (answer ?? null) : null
}
