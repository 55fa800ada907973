import { ChevronDown, Ellipsis } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

/** What else can be done, behind three dots or behind a word. */
export function MenuButton<T extends string>(props: {
  readonly label: string
  /** On the button; left out: three dots. */
  readonly text?: string
  readonly isDisabled?: boolean
  readonly actions: readonly {
    readonly id: T
    readonly name: string
    /** Its key, or a word more. */
    readonly note?: string
    readonly isDisabled?: boolean
  }[]
  readonly onAction: (id: T) => void
}) {
  return (
    <MenuTrigger>
      <Button
        className="button"
        data-look={props.text ? 'plain' : 'icon'}
        aria-label={props.text ? `${props.text}: ${props.label}` : props.label}
        isDisabled={props.isDisabled ?? false}
      >
        {props.text}
        {props.text ? <ChevronDown size={13} aria-hidden /> : <Ellipsis size={15} aria-hidden />}
      </Button>
      <Popover className="popover">
        <Menu className="menu" onAction={(key) => props.onAction(key as T)}>
          {props.actions.map(({ id, name, note, isDisabled }) => (
            <MenuItem
              key={id}
              id={id}
              className="menu-item"
              textValue={name}
              isDisabled={isDisabled ?? false}
            >
              <span>{name}</span>
              {note ? <kbd>{note}</kbd> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
