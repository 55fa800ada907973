import { Input, Label, TextField } from 'react-aria-components'

/** A passphrase being typed: shown as dots, kept by no form memory. */
export function SecretField(props: {
  readonly label: string
  readonly value: string
  readonly autoFocus?: boolean
  readonly onChange: (value: string) => void
  readonly onEnter: () => void
}) {
  return (
    <TextField
      className="field"
      type="password"
      autoComplete="off"
      autoFocus={props.autoFocus ?? false}
      value={props.value}
      onChange={props.onChange}
    >
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
