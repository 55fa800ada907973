import { ChevronDown, ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'

/** A heading in a row of headings; what stands under it is made once it is opened. */
export function More(props: { readonly title: string; readonly children: () => ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div className="zone-more" data-open={isOpen || undefined}>
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <Chevron size={11} />
        {props.title}
      </button>
      {isOpen ? props.children() : null}
    </div>
  )
}
