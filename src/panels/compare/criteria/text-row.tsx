/** One line of text in a form that is saved as a whole. */
export function TextRow(props: {
  readonly label: string
  readonly value: string
  readonly unit?: string
  readonly placeholder?: string
  readonly onChange: (value: string) => void
}) {
  return (
    <label className="field">
      <span className="field-label">
        {props.label}
        {props.unit ? `, ${props.unit}` : ''}
      </span>
      <input
        className="field-input"
        value={props.value}
        placeholder={props.placeholder ?? ''}
        maxLength={200}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  )
}
