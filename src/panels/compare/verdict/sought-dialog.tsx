import { useState } from 'react'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { operationOf } from '#core/document.ts'
import { dateTimeGroup, instantOfDateTimeGroup } from '#core/time/dtg.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { WrittenLine } from './written-line.tsx'

/** Asks what is to be decided, and by when, as a date-time group. */
export function SoughtDialog({ onClose }: { readonly onClose: () => void }) {
  const { decisionSought, planningAt } = useDocument((state) => operationOf(state.document))
  const run = useRun()
  const [text, setText] = useState(decisionSought?.text ?? '')
  const [by, setBy] = useState(decisionSought?.byAt ? dateTimeGroup(decisionSought.byAt) : '')
  const byAt = by.trim() === '' ? null : instantOfDateTimeGroup(by)
  const isUnread = by.trim() !== '' && byAt === null
  const save = () => {
    const sought = text.trim() === '' ? undefined : { text: text.trim(), byAt }
    if (run(editOperation, { fields: { decisionSought: sought } })) onClose()
  }
  return (
    <Dialog
      title="Decision sought"
      isOpen
      onClose={onClose}
      foot={
        <Button look="filled" isDisabled={isUnread} onPress={save}>
          Save
        </Button>
      }
    >
      <div className="verdict-form">
        <WrittenLine
          label="What is asked, in one sentence"
          value={text}
          placeholder="Approve COA 2 for execution from 250600Z NOV 26"
          onChange={setText}
        />
        <WrittenLine
          label="Decide by, as a date-time group; empty: no time"
          value={by}
          placeholder={dateTimeGroup(planningAt)}
          fault={isUnread ? `Write it as ${dateTimeGroup(planningAt)}.` : null}
          onChange={setBy}
        />
      </div>
    </Dialog>
  )
}
