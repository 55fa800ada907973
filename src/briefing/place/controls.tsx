import { ChevronDown } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import {
  Button as AriaButton,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  NumberField,
  Popover,
  Select,
  SelectValue,
  TextArea,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components'

/** A button in the look of the papers. */
export function Button(props: {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly look?: 'plain' | 'filled' | 'text' | 'icon'
  readonly label?: string
  readonly isDisabled?: boolean
}) {
  return (
    <AriaButton
      className="button"
      data-look={props.look ?? 'plain'}
      onPress={props.onPress}
      isDisabled={props.isDisabled ?? false}
      {...(props.label ? { 'aria-label': props.label } : {})}
    >
      {props.children}
    </AriaButton>
  )
}

/** One of a few, all in sight. */
export function Segment<T extends string>(props: {
  readonly label: string
  readonly choices: readonly { readonly id: T; readonly name: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}) {
  return (
    <ToggleButtonGroup
      className="segment"
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={([key]) => {
        if (key !== undefined) props.onChange(key as T)
      }}
    >
      {props.choices.map(({ id, name }) => (
        <ToggleButton key={id} id={id} className="segment-choice">
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

/** One of many, in a list that opens. */
export function Pick(props: {
  readonly label: string
  readonly choices: readonly {
    readonly id: string
    readonly name: string
    readonly note: string
    readonly mark: ReactNode
  }[]
  readonly value: string | null
  readonly none: string
  readonly onChange: (id: string) => void
}) {
  const picked = props.choices.find(({ id }) => id === props.value)
  return (
    <Select
      className="pick"
      aria-label={props.label}
      selectedKey={props.value}
      onSelectionChange={(key) => {
        if (key !== null) props.onChange(String(key))
      }}
    >
      <AriaButton className="pick-button">
        {picked?.mark}
        <SelectValue>{picked?.name ?? props.none}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover">
        <ListBox className="menu">
          {props.choices.map(({ id, name, note, mark }) => (
            <ListBoxItem key={id} id={id} textValue={name} className="menu-item">
              <span>
                {mark} {name}
              </span>
              <span className="menu-note">{note}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}

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
        className="field-input brief-text"
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

/** A number with minus and plus; typing works too. */
export function Stepper(props: {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly onChange: (value: number) => void
}) {
  return (
    <NumberField
      className="stepper"
      aria-label={props.label}
      value={props.value}
      minValue={props.min}
      maxValue={props.max}
      step={props.step}
      onChange={(value) => {
        if (Number.isFinite(value) && value !== props.value) props.onChange(value)
      }}
    >
      <Group className="stepper-group">
        <AriaButton slot="decrement">−</AriaButton>
        <Input />
        <AriaButton slot="increment">+</AriaButton>
      </Group>
    </NumberField>
  )
}
