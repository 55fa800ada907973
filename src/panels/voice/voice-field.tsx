import { useId } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { Pick } from '#ui/widgets/pick.tsx'

/** A line, a day or a count with its label. */
export function VoiceField(props: {
  readonly label: string
  readonly type?: 'text' | 'date' | 'number'
  readonly value: string
  /** Offered while typing. */
  readonly suggestions?: readonly string[]
  readonly onChange: (value: string) => void
}) {
  const listId = useId()
  const { suggestions = [] } = props
  return (
    <TextField
      className="field"
      type={props.type ?? 'text'}
      value={props.value}
      onChange={props.onChange}
      maxLength={500}
    >
      <Label className="field-label">{props.label}</Label>
      <Input
        className="field-input"
        min={0}
        {...(suggestions.length > 0 ? { list: listId } : {})}
      />
      {suggestions.length > 0 ? (
        <datalist id={listId}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      ) : null}
    </TextField>
  )
}

/** One of a short list with its label above. */
export function VoicePick<T extends string>(props: {
  readonly label: string
  readonly choices: readonly { readonly id: T; readonly name: string }[]
  readonly value: T | null
  readonly none?: string
  readonly onChange: (value: T) => void
}) {
  return (
    <div className="field">
      <span className="field-label" aria-hidden>
        {props.label}
      </span>
      <Pick {...props} />
    </div>
  )
}
