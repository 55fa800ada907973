import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, ListBox, ListBoxItem, Popover, Select } from 'react-aria-components'

/** One of many, in a list that opens. */
export function Pick<T extends string>(props: {
  readonly label: string
  readonly choices: readonly {
    readonly id: T
    readonly name: string
    readonly mark?: ReactNode
    readonly note?: string
  }[]
  readonly value: T | null
  /** Shown when nothing is picked. */
  readonly none?: string
  /** On the button, where what is picked stands beside it already. */
  readonly buttonText?: string
  readonly onChange: (value: T) => void
}) {
  const picked = props.choices.find(({ id }) => id === props.value)
  return (
    <Select
      className="pick"
      aria-label={props.label}
      selectedKey={props.value}
      onSelectionChange={(key) => {
        if (key !== null) props.onChange(key as T)
      }}
    >
      <Button className="pick-button">
        {props.buttonText ? null : picked?.mark}
        <span>{props.buttonText ?? picked?.name ?? props.none ?? 'Choose'}</span>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="menu">
          {props.choices.map(({ id, name, mark, note }) => (
            <ListBoxItem key={id} id={id} textValue={name} className="menu-item">
              <span>
                {mark} {name}
              </span>
              {note ? <span className="menu-note">{note}</span> : null}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
