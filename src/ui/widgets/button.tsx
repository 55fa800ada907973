import type { ReactNode } from 'react'
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components'

type ButtonProps = {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly look?: 'plain' | 'filled' | 'text' | 'icon'
  /** What it does, where the children do not say so: icons. */
  readonly label?: string
  /** Shown on hover and focus; a key goes here too. */
  readonly hint?: string | null
  readonly isDisabled?: boolean
}

export function Button({ children, onPress, look, label, hint, isDisabled }: ButtonProps) {
  const button = (
    <AriaButton
      className="button"
      data-look={look ?? 'plain'}
      onPress={onPress}
      isDisabled={isDisabled ?? false}
      {...(label ? { 'aria-label': label } : {})}
    >
      {children}
    </AriaButton>
  )
  const text = hint ?? (look === 'icon' ? label : null)
  if (!text) return button
  return (
    <TooltipTrigger delay={500}>
      {button}
      <Tooltip className="tooltip" offset={6}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  )
}
