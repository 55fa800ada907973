import type { Question } from '#formats/import/question.ts'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Pick } from '#ui/widgets/pick.tsx'

/** What a file leaves open; what waits for an answer is marked. */
export function Questions(props: {
  readonly file: string
  readonly questions: readonly Question[]
  readonly onAnswer: (question: string, option: string) => void
}) {
  return props.questions.map(({ id, sentence, options, chosen }) => (
    <div key={id} className="question">
      <p>
        <StatusMark
          status={chosen === null ? 'watch' : 'unknown'}
          word={chosen === null ? 'to be answered' : 'answered'}
        />{' '}
        {sentence.replace(`${props.file}: `, '')}
      </p>
      <Pick
        label={sentence}
        choices={options.map((option) => ({ id: option.id, name: option.label }))}
        value={chosen}
        none="Choose an answer"
        onChange={(option) => props.onAnswer(id, option)}
      />
    </div>
  ))
}
