import { useEffect, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'

/** One line of text that settles on Enter or when it is left; Escape puts it back. */
export function NameField(props: {
  readonly label: string
  readonly value: string
  readonly isDisabled?: boolean
  readonly onSettle: (value: string) => void
}) {
  const [text, setText] = useState(props.value)
  useEffect(() => setText(props.value), [props.value])
  const settle = () => {
    const next = text.trim()
    if (next === '') setText(props.value)
    else if (next !== props.value) props.onSettle(next)
  }
  return (
    <TextField
      className="field"
      value={text}
      onChange={setText}
      onBlur={settle}
      isDisabled={props.isDisabled ?? false}
      maxLength={120}
    >
      <Label className="field-label">{props.label}</Label>
      <Input
        className="field-input"
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle()
          if (event.key === 'Escape') setText(props.value)
        }}
      />
    </TextField>
  )
}
