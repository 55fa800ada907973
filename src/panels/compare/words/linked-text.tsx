import type { LinkedSentence, Phrase, SaidFigure } from '#analysis/compare/words/phrase.ts'
import { useRoom } from '#ui/room.tsx'

/** A sentence whose figures open the records behind them. */
export function LinkedText({ phrases }: Pick<LinkedSentence, 'phrases'>) {
  return phrases.map((phrase, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the phrases of a sentence are told apart by their place alone
    <PhraseView key={at} phrase={phrase} />
  ))
}

function PhraseView({ phrase }: { readonly phrase: Phrase }) {
  return typeof phrase === 'string' ? (
    phrase
  ) : (
    <FigureLink text={phrase.text} figure={phrase.figure} />
  )
}

function FigureLink({ text, figure }: { readonly text: string; readonly figure: SaidFigure }) {
  const { screen } = useRoom()
  const { value: _, ...figureBehind } = figure
  return (
    <button
      type="button"
      className="figure-link"
      title="Opens the records behind it"
      onClick={() => screen.setState({ figureBehind })}
    >
      {text}
    </button>
  )
}

/** The parts of a sentence that stand between semicolons, each as one of its own. */
export function partsOf({ phrases }: LinkedSentence): LinkedSentence[] {
  const parts: Phrase[][] = [[]]
  for (const phrase of phrases) {
    if (typeof phrase !== 'string') {
      parts.at(-1)?.push(phrase)
      continue
    }
    const [first = '', ...rest] = phrase.split('; ')
    if (first) parts.at(-1)?.push(first)
    for (const words of rest) parts.push(words ? [words] : [])
  }
  return parts.map((part) => ({ lead: null, areaIndex: null, phrases: part }))
}
