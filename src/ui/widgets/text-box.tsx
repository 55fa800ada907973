import { useEffect, useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'

/** Text that settles when it is left; Escape puts it back, and so does Enter settle where it is one line. */
export function TextBox(props: {
  readonly label: string
  readonly value: string
  readonly rows: number
  readonly maxLength: number
  readonly isOneLine: boolean
  readonly onSettle: (value: string) => void
}) {
  const [text, setText] = useState(props.value)
  useEffect(() => setText(props.value), [props.value])
  const settle = () => {
    const next = props.isOneLine ? text.replace(/\s+/g, ' ').trim() : text.trimEnd()
    if (next !== props.value) props.onSettle(next)
  }
  return (
    <TextField
      className="field"
      value={text}
      onChange={setText}
      onBlur={settle}
      maxLength={props.maxLength}
    >
      <Label className="field-label">{props.label}</Label>
      <TextArea
        className="field-input text-box"
        rows={props.rows}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText(props.value)
          if (event.key !== 'Enter' || !props.isOneLine) return
          event.preventDefault()
          settle()
        }}
      />
    </TextField>
  )
}
