import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

/** One of a few, all in sight. */
export function Segment<T extends string>(props: {
  readonly label: string
  readonly choices: readonly { readonly id: T; readonly name: string }[]
  /** Null: none of them holds now. */
  readonly value: T | null
  readonly onChange: (value: T) => void
}) {
  return (
    <ToggleButtonGroup
      className="segment"
      aria-label={props.label}
      selectionMode="single"
      selectedKeys={props.value === null ? [] : [props.value]}
      onSelectionChange={(keys) => {
        const [key] = keys
        const pressed = key ?? props.value
        if (pressed !== undefined && pressed !== null) props.onChange(pressed as T)
      }}
    >
      {props.choices.map(({ id, name }) => (
        <ToggleButton key={id} id={id} className="segment-choice">
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
