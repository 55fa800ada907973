import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'

/** A text in hand: nothing is kept of it until the form is. */
export function WrittenLine(props: {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  /** More than one: a box that lines are broken in. */
  readonly rows?: number
  /** What is wrong with it; null: nothing. */
  readonly fault?: string | null
  /** Where writing begins when the form opens. */
  readonly isFirst?: boolean
  readonly onChange: (value: string) => void
}) {
  const { rows = 1, fault = null, placeholder = '' } = props
  return (
    <TextField
      className="field"
      value={props.value}
      onChange={(text) => props.onChange(text.replace(/[\r\n]+/g, ' '))}
      maxLength={500}
      autoFocus={props.isFirst ?? false}
      isInvalid={fault !== null}
    >
      <Label className="field-label">{props.label}</Label>
      {rows > 1 ? (
        <TextArea className="field-input text-box" rows={rows} placeholder={placeholder} />
      ) : (
        <Input className="field-input" placeholder={placeholder} />
      )}
      {fault ? (
        <Text slot="description" className="verdict-fault">
          {fault}
        </Text>
      ) : null}
    </TextField>
  )
}
