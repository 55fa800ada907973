import { useEffect, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'

/** Letters that turn the words after them round, also outside the name. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

/** One line of text that settles on Enter or when it is left; Escape puts it back, and so does a refusal. */
export function NameField(props: {
  readonly label: string
  readonly value: string
  readonly isDisabled?: boolean
  /** Whether it may be left empty; otherwise an empty one is put back. */
  readonly isOptional?: boolean
  readonly placeholder?: string
  /** False: it was refused. */
  readonly onSettle: (value: string) => boolean
}) {
  const [text, setText] = useState(props.value)
  useEffect(() => setText(props.value), [props.value])
  const settle = () => {
    const next = text.replace(TURNING, '').trim()
    if (next === props.value) return
    const isMissing = next === '' && !props.isOptional
    if (isMissing || !props.onSettle(next)) setText(props.value)
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
        placeholder={props.placeholder ?? ''}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle()
          if (event.key === 'Escape') setText(props.value)
        }}
      />
    </TextField>
  )
}
