import { useState } from 'react'
import { Button, Group, Input, NumberField } from 'react-aria-components'
import { type Bounds, kept } from './kept-number.ts'

/** As fine as a stored number is shown. */
const FORMAT = { maximumFractionDigits: 6 } as const

/**
 * A number with minus and plus. The step is for them and for the arrow keys; what is typed is kept as
 * it is, and where it cannot be, a word under the field says what it became.
 */
export function Stepper(
  props: Bounds & {
    readonly label: string
    readonly value: number
    readonly step?: number
    readonly onChange: (value: number) => void
  },
) {
  const [note, setNote] = useState('')
  const step = props.step ?? 1
  return (
    <NumberField
      className="stepper"
      aria-label={props.label}
      value={props.value}
      // Steps are counted from here: a least radius of 1 m must not make them 101, 201, …
      minValue={step * Math.floor(props.min / step)}
      {...(props.max === undefined ? {} : { maxValue: props.max })}
      step={step}
      commitBehavior="validate"
      formatOptions={FORMAT}
      onChange={(asked) => {
        if (!Number.isFinite(asked)) return
        const { value, why } = kept(asked, props)
        setNote(why)
        if (value !== props.value) props.onChange(value)
      }}
    >
      <Group className="stepper-group">
        <Button slot="decrement">−</Button>
        <Input />
        <Button slot="increment">+</Button>
      </Group>
      <span className="stepper-note" role="status">
        {note}
      </span>
    </NumberField>
  )
}
