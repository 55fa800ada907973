import { Ellipsis } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

/** What else can be done, behind three dots. */
export function MenuButton<T extends string>(props: {
  readonly label: string
  readonly actions: readonly {
    readonly id: T
    readonly name: string
    readonly isDisabled?: boolean
  }[]
  readonly onAction: (id: T) => void
}) {
  return (
    <MenuTrigger>
      <Button className="button" data-look="icon" aria-label={props.label}>
        <Ellipsis size={15} aria-hidden />
      </Button>
      <Popover className="popover">
        <Menu className="menu" onAction={(key) => props.onAction(key as T)}>
          {props.actions.map(({ id, name, isDisabled }) => (
            <MenuItem key={id} id={id} className="menu-item" isDisabled={isDisabled ?? false}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
