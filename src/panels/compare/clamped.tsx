import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'

/**
 * A text in as many lines as its style gives it; where that cuts it, a button that opens all of what
 * `whole` says, for who has no pointer to rest on it.
 */
export function Clamped(props: {
  readonly className: string
  readonly children: ReactNode
  /** What `whole` is, as the title of what opens. */
  readonly title: string
  readonly whole: ReactNode
  /** What is said of it by the pointer alone. */
  readonly hint: string
}) {
  const text = useRef<HTMLSpanElement>(null)
  const isCut = useIsCut(text)
  return (
    <span className="clamped">
      <span ref={text} className={props.className} title={isCut ? props.hint : undefined}>
        {props.children}
      </span>
      {isCut ? (
        <DialogTrigger>
          <Button className="button" data-look="text" aria-label={`${props.title}: more`}>
            more
          </Button>
          <Popover className="popover" placement="bottom end">
            <Dialog className="band-list" aria-label={props.title}>
              <p className="band-list-title">{props.title}</p>
              {props.whole}
            </Dialog>
          </Popover>
        </DialogTrigger>
      ) : null}
    </span>
  )
}

/** Whether an element holds more than it shows; looked at again when its size or what is in it changes. */
function useIsCut(ref: { readonly current: HTMLElement | null }): boolean {
  const [isCut, setCut] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const look = () => setCut(element.scrollHeight > element.clientHeight + 1)
    look()
    const sizes = new ResizeObserver(look)
    const words = new MutationObserver(look)
    sizes.observe(element)
    words.observe(element, { childList: true, characterData: true, subtree: true })
    return () => {
      sizes.disconnect()
      words.disconnect()
    }
  }, [ref])
  return isCut
}
