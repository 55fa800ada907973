import { useEffect, useState } from 'react'

/** A day that settles when it is left or Enter is pressed; empty: none. */
export function DayField(props: {
  readonly label: string
  /** `2026-11-22`, or empty. */
  readonly day: string
  readonly onSettle: (day: string) => void
}) {
  const [day, setDay] = useState(props.day)
  useEffect(() => setDay(props.day), [props.day])
  const settle = () => {
    if (day !== props.day) props.onSettle(day)
  }
  return (
    <input
      className="field-input"
      type="date"
      aria-label={props.label}
      value={day}
      onChange={(event) => setDay(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
      }}
    />
  )
}
