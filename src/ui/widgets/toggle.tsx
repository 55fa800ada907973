import type { ReactNode } from 'react'
import { Switch } from 'react-aria-components'

/** On or off, at once. */
export function Toggle(props: {
  readonly label: string
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly onChange: (isOn: boolean) => void
  /** Shown beside it; without it only the label is read out. */
  readonly children?: ReactNode
}) {
  return (
    <Switch
      className="switch"
      aria-label={props.label}
      isSelected={props.isOn}
      isDisabled={props.isDisabled ?? false}
      onChange={props.onChange}
    >
      {props.children}
      <span className="switch-track" />
    </Switch>
  )
}
