import type { LinkedSentence, Phrase, SaidFigure } from '#analysis/compare/words/phrase.ts'
import { useRoom } from '#ui/room.tsx'

/** A sentence whose figures open the records behind them; brackets stay with the figure between them. */
export function LinkedText({ phrases }: Pick<LinkedSentence, 'phrases'>) {
  return phrases.map((phrase, at) => {
    if (typeof phrase !== 'string') {
      const isInBrackets = endsOpen(phrases[at - 1]) && startsClosed(phrases[at + 1])
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: phrases are told apart by their place alone
        <span key={at} className="figure-in-text">
          {isInBrackets ? '(' : ''}
          <FigureLink text={phrase.text} figure={phrase.figure} />
          {isInBrackets ? ')' : ''}
        </span>
      )
    }
    const isOpening = endsOpen(phrase) && startsClosed(phrases[at + 2])
    const isClosing = startsClosed(phrase) && endsOpen(phrases[at - 2])
    return phrase.slice(isClosing ? 1 : 0, isOpening ? -1 : undefined)
  })
}

function endsOpen(phrase: Phrase | undefined): boolean {
  return typeof phrase === 'string' && phrase.endsWith('(')
}

function startsClosed(phrase: Phrase | undefined): boolean {
  return typeof phrase === 'string' && phrase.startsWith(')')
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
  return parts.map((part, at) => ({
    lead: null,
    areaIndex: null,
    phrases: at < parts.length - 1 ? [...capital(part), '.'] : capital(part),
  }))
}

function capital([first = '', ...rest]: readonly Phrase[]): Phrase[] {
  return typeof first === 'string'
    ? [first.slice(0, 1).toUpperCase() + first.slice(1), ...rest]
    : [first, ...rest]
}
