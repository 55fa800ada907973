import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { MONTH_NAMES, MONTHS_IN_FULL, monthsThrough } from '#core/time/month-names.ts'
import { Button } from '#ui/widgets/button.tsx'

/** Months of the year by their first and their last, over the year end too: two presses, one change. */
export function MonthsField(props: {
  /** 1–12; null: all year. */
  readonly months: readonly number[] | null
  readonly onChange: (months: readonly number[] | null) => void
}) {
  const { months, onChange } = props
  const [first, setFirst] = useState<number | null>(null)
  const lit = first === null ? (months ?? []) : [first]
  const press = (month: number) => {
    setFirst(first === null ? month : null)
    if (first !== null) onChange(monthsThrough(first, month))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws its legend in its border
    <div
      className="field access-wide"
      role="group"
      aria-label="Months of the year"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && first !== null) {
          event.stopPropagation()
          setFirst(null)
        }
      }}
    >
      <span className="field-label access-months-head">
        <span>Months of the year{months === null && first === null ? ': all' : ''}</span>
        <Button
          look="text"
          isDisabled={months === null && first === null}
          onPress={() => {
            setFirst(null)
            if (months !== null) onChange(null)
          }}
        >
          All year
        </Button>
      </span>
      <div className="segment access-months">
        {MONTH_NAMES.map((name, i) => (
          <ToggleButton
            key={name}
            className="segment-choice"
            aria-label={MONTHS_IN_FULL[i] ?? name}
            isSelected={lit.includes(i + 1)}
            onChange={() => press(i + 1)}
          >
            {name}
          </ToggleButton>
        ))}
      </div>
      <span className="access-note" role="status">
        {first === null
          ? 'Press the first month, then the last.'
          : `From ${MONTHS_IN_FULL[first - 1]}: now press the last month, or the same one again. Esc leaves it as it was.`}
      </span>
    </div>
  )
}
