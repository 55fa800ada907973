import { choiceOf, numberOf } from '#analysis/studies/options.ts'
import type { Study, StudyOption } from '#analysis/studies/study.ts'
import { decimal } from '#core/figures.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Range } from '#ui/widgets/range.tsx'

/** What may be set for a study; the answer follows on release. */
export function StudyOptions({ study }: { readonly study: Study }) {
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
          {option.type === 'choice' ? (
            <Pick
              label={option.name}
              choices={option.choices}
              value={choiceOf(option, choices)}
              onChange={(value) => choose(option, value)}
            />
          ) : (
            <>
              <Range
                label={option.name}
                value={numberOf(option, choices)}
                valueText={`${numberOf(option, choices)} ${option.unit}`}
                min={option.min}
                max={option.max}
                step={option.step}
                onSettle={(value) => choose(option, value)}
              />
              <span className="number">
                <Figure
                  value={decimal(numberOf(option, choices), option.step < 1 ? 1 : 0)}
                  unit={option.unit}
                />
              </span>
            </>
          )}
        </div>
      ))}
    </section>
  )
}
