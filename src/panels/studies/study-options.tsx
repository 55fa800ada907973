import { choiceOf, numberOf } from '#analysis/studies/options.ts'
import type { Study, StudyAnswer, StudyOption } from '#analysis/studies/study.ts'
import { decimal } from '#core/figures.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Range } from '#ui/widgets/range.tsx'
import { PlaceChoice } from './place-choice.tsx'

/** What may be set for a study; the answer follows on release. */
export function StudyOptions({ study, offers = {} }: StudyOptionsProps) {
  const { screen } = useRoom()
  const choices = useScreen((state) => state.studyChoices[study.id]) ?? {}
  if (study.options.length === 0) return null
  const choose = (option: StudyOption, value: string | number) => {
    const { studyChoices } = screen.getState()
    const own = { ...studyChoices[study.id], [option.id]: value }
    screen.setState({ studyChoices: { ...studyChoices, [study.id]: own } })
  }
  return (
    <section className="section study-options">
      {study.options.map((option) => (
        <div key={option.id} className="study-option">
          <span>{option.name}</span>
          {option.type === 'number' ? (
            <NumberChoice
              option={option}
              value={numberOf(option, choices)}
              onChoose={(value) => choose(option, value)}
            />
          ) : option.type === 'place' ? (
            <PlaceChoice
              option={option}
              value={choiceOf(option, choices)}
              onChoose={(value) => choose(option, value)}
            />
          ) : (
            <Pick
              label={option.name}
              choices={
                option.type === 'choice'
                  ? option.choices
                  : [{ id: '', name: option.usualName }, ...(offers[option.id] ?? [])]
              }
              value={choiceOf(option, choices)}
              onChange={(value) => choose(option, value)}
            />
          )}
        </div>
      ))}
    </section>
  )
}

type StudyOptionsProps = {
  readonly study: Study
  /** What the last answer offers. */
  readonly offers: StudyAnswer['offers']
}

function NumberChoice(props: {
  readonly option: Extract<StudyOption, { readonly type: 'number' }>
  readonly value: number
  readonly onChoose: (value: number) => void
}) {
  const { option, value, onChoose } = props
  const { name, unit, min, max, step } = option
  return (
    <>
      <Range
        label={name}
        value={value}
        valueText={`${value} ${unit}`}
        min={min}
        max={max}
        step={step}
        onSettle={onChoose}
      />
      <span className="number">
        <Figure value={decimal(value, step < 1 ? 1 : 0)} unit={unit} />
      </span>
    </>
  )
}
