import { Button, Group, Input, NumberField } from 'react-aria-components'

/** A number with minus and plus, in steps; typing works too. */
export function Stepper(props: {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max?: number
  readonly step?: number
  readonly onChange: (value: number) => void
}) {
  return (
    <NumberField
      className="stepper"
      aria-label={props.label}
      value={props.value}
      minValue={props.min}
      {...(props.max === undefined ? {} : { maxValue: props.max })}
      step={props.step ?? 1}
      onChange={(value) => {
        if (Number.isFinite(value) && value !== props.value) props.onChange(value)
      }}
    >
      <Group className="stepper-group">
        <Button slot="decrement">−</Button>
        <Input />
        <Button slot="increment">+</Button>
      </Group>
    </NumberField>
  )
}
