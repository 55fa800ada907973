/** A figure of a sentence, and what it stands for: who opens it sees the records behind it. */
export type SaidFigure = {
  readonly measureId: string
  readonly scenarioId: string
  /** Null: what the measure says of the scenario. Else what is other than in this one. */
  readonly againstId: string | null
  readonly value: number
  /** Of this county alone; −1: of no county. Left out: of all. */
  readonly areaIndex?: number
  /** The response minutes of this community, by its index. */
  readonly community?: number
  /** Whom the standard gains or loses against the other one; people of whose need too little is known. */
  readonly people?: 'gained' | 'lost' | 'insufficient'
}

/** Part of a sentence: words, or a figure as it is shown. */
export type Phrase = string | { readonly text: string; readonly figure: SaidFigure }

/** A plain sentence in which every figure can be opened. */
export type LinkedSentence = {
  /** What stands before it, such as a county. */
  readonly lead: string | null
  /** Where it lies; null: nowhere alone. */
  readonly areaIndex: number | null
  readonly phrases: readonly Phrase[]
}

/** A sentence that is about no one place. */
export function sentenceOf(...phrases: readonly Phrase[]): LinkedSentence {
  return { lead: null, areaIndex: null, phrases: joined(phrases) }
}

/** Parts, with something between them, "and" before the last where it is asked for. */
export function between(
  parts: readonly (readonly Phrase[])[],
  separator: string,
  last = separator,
): Phrase[] {
  return parts.flatMap((part, at) => {
    if (at === 0) return [...part]
    return [at === parts.length - 1 ? last : separator, ...part]
  })
}

/** As a person reads it. */
export function plainText({ lead, phrases }: LinkedSentence): string {
  const text = phrases.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.text)).join('')
  return lead === null ? text : `${lead} ${text}`
}

/** Words that follow each other as one phrase. */
export function joined(phrases: readonly Phrase[]): Phrase[] {
  const out: Phrase[] = []
  for (const phrase of phrases) {
    const last = out.at(-1)
    if (typeof phrase === 'string' && typeof last === 'string') out[out.length - 1] = last + phrase
    else if (phrase !== '') out.push(phrase)
  }
  return out
}
