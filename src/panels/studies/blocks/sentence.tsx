import type { StudyBlock } from '#analysis/studies/study.ts'
import { StatusMark } from '#ui/widgets/marks.tsx'

type SentenceBlock = Extract<StudyBlock, { readonly type: 'sentence' }>

/** A plain sentence; with the sign of caution where a person should beware. */
export function Sentence({ tone, text }: SentenceBlock) {
  return (
    <p className="study-sentence" data-tone={tone}>
      {tone === 'watch' ? <StatusMark status="watch" word="beware" /> : null}
      {text}
    </p>
  )
}
