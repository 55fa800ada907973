import { useState } from 'react'
import { protectedPlace } from '#core/protected-place.ts'
import type { Grievance } from '#core/records/grievance.ts'
import { useDocument } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { GrievanceForm } from './grievance-form.tsx'
import { placeLabel } from './place-names.ts'
import { GRIEVANCE_STATUS_CHOICES } from './voice-words.ts'
import './voice.css'

/**
 * Protected cases by their county, for the named few to take up again. Nothing is shown before a person
 * says to be one of them, and then neither topic nor summary until a case is opened; closing it forgets
 * that word.
 */
export function ProtectedCases(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Protected cases" isOpen={props.isOpen} onClose={props.onClose}>
      <Gate />
    </Dialog>
  )
}

function Gate() {
  const [isOneOfThem, setIsOneOfThem] = useState(false)
  if (isOneOfThem) return <Cases />
  return (
    <div className="protected-gate">
      <p>
        Cases of sexual violence and of children are for the few who are named to handle them. Look
        only if you are one of them and nobody else sees this screen.
      </p>
      <Button onPress={() => setIsOneOfThem(true)}>I am one of the named few</Button>
    </div>
  )
}

function Cases() {
  const document = useDocument((state) => state.document)
  const [open, setOpen] = useState<Grievance | null>(null)
  const cases = [...document.tables.grievances.values()]
    .filter(({ isProtectedCase }) => isProtectedCase)
    .map((row) => ({
      row,
      county: placeLabel(document, protectedPlace(document, row)) || 'County not known',
    }))
    .sort(
      (a, b) =>
        a.county.localeCompare(b.county, 'en') || (a.row.raisedAt < b.row.raisedAt ? 1 : -1),
    )
  if (cases.length === 0) return <p>None is on record.</p>
  return (
    <>
      <ul className="voice-rows">
        {cases.map(({ row, county }) => (
          <li key={row.id} className="voice-row">
            <button type="button" className="study-place" onClick={() => setOpen(row)}>
              {county}
              <span className="voice-where">raised {row.raisedAt.slice(0, 10)}</span>
            </button>
            <span>{GRIEVANCE_STATUS_CHOICES.find(({ id }) => id === row.status)?.name}</span>
          </li>
        ))}
      </ul>
      {open === null ? null : <GrievanceForm row={open} onClose={() => setOpen(null)} />}
    </>
  )
}
