import { Input, Label, TextField } from 'react-aria-components'

/** A short reason being typed; Enter is the button beside it. */
export function ReasonField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter: () => void
}) {
  return (
    <TextField className="field" value={props.value} onChange={props.onChange} maxLength={200}>
      <Label className="field-label">{props.label}</Label>
      <Input
        className="field-input"
        onKeyDown={(event) => {
          if (event.key === 'Enter') props.onEnter()
        }}
      />
    </TextField>
  )
}
