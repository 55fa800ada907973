import { Pencil } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { operationOf } from '#core/document.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { ageText } from '#core/time/freshness.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { pictureNowAt } from '#core/time/picture-now.ts'
import { useDocument, useRoom } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Clamped } from '../clamped.tsx'
import './verdict.css'

const SoughtDialog = lazy(async () => ({
  default: (await import('./sought-dialog.tsx')).SoughtDialog,
}))

/** What the commander is asked to decide, and by when; written here. */
export function DecisionSought() {
  const operation = useDocument((state) => operationOf(state.document))
  const { decisionSought } = operation
  const { now } = useRoom()
  const [isOpen, setIsOpen] = useState(false)
  const open = () => setIsOpen(true)
  return (
    <section className="sought" aria-label="Decision sought">
      <p className="band-label">
        <span>Decision sought</span>
        {decisionSought ? (
          <Button look="icon" label="Change the decision sought" onPress={open}>
            <Pencil size={13} />
          </Button>
        ) : null}
      </p>
      {decisionSought ? (
        <>
          <Clamped
            className="sought-text"
            title="Decision sought"
            whole={<p>{decisionSought.text}</p>}
            hint={decisionSought.text}
          >
            {decisionSought.text}
          </Clamped>
          <DecideBy byAt={decisionSought.byAt} nowAt={pictureNowAt(operation, now())} />
        </>
      ) : (
        <>
          <p className="band-note">What shall the commander decide, and by when?</p>
          <Button onPress={open}>Write it…</Button>
        </>
      )}
      {isOpen ? (
        <Suspense fallback={null}>
          <SoughtDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </section>
  )
}

function DecideBy(props: { readonly byAt: string | null; readonly nowAt: string }) {
  const { byAt, nowAt } = props
  if (byAt === null) return <p className="band-note">No time is set.</p>
  const isLate = epochMinutesOf(byAt) < epochMinutesOf(nowAt)
  return (
    <p className="band-note" title={`Counted from ${dateTimeGroup(nowAt)}`}>
      Decide by <b className="mono">{dateTimeGroup(byAt)}</b>,{' '}
      {isLate ? (
        <>
          <StatusMark status="bad" word="late" /> {ageText(byAt, nowAt)} ago
        </>
      ) : (
        `in ${ageText(nowAt, byAt)}`
      )}
    </p>
  )
}
