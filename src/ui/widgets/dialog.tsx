import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button.tsx'

/** A sheet over everything; Escape and a press beside it close it. */
export function Dialog(props: {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly width?: 'normal' | 'wide'
  readonly foot?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={props.isOpen}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose()
      }}
    >
      <Modal className="dialog" data-width={props.width ?? 'normal'}>
        <AriaDialog className="dialog-inner">
          <Heading slot="title" className="dialog-part paper-title">
            {props.title}
          </Heading>
          <div className="dialog-part dialog-scroll">{props.children}</div>
          <div className="dialog-foot">
            {props.foot}
            <Button onPress={props.onClose}>Close</Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Asks once more before something that cannot be undone. */
export function Confirm(props: {
  readonly title: string
  readonly sentence: string
  readonly doIt: string
  readonly isOpen: boolean
  readonly onDo: () => void
  readonly onClose: () => void
}) {
  const act = () => {
    props.onDo()
    props.onClose()
  }
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      foot={<Button onPress={act}>{props.doIt}</Button>}
    >
      <p>{props.sentence}</p>
    </Dialog>
  )
}
