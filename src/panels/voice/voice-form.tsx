import { type ReactNode, useMemo, useState } from 'react'
import { useDocument } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import {
  type NamedPlace,
  namedPlaces,
  placeLabel,
  placeNamed,
  placeSuggester,
} from './place-names.ts'
import { VoiceField } from './voice-field.tsx'

/** A day of a date field as an instant; null where it is empty. */
export function dayInstant(day: string): string | null {
  return day === '' ? null : `${day}T00:00:00Z`
}

/** The day of an instant, as a date field has it. */
export function dayOf(instantAt: string | null): string {
  return instantAt?.slice(0, 10) ?? ''
}

/** A count that was typed; null where nothing was; NaN where it is none. */
export function countIn(text: string): number | null {
  if (text.trim() === '') return null
  const count = Number(text)
  return Number.isSafeInteger(count) && count >= 0 ? count : Number.NaN
}

/** The sheet on which one engagement or grievance is written down: where, the rest, and what is wrong. */
export function VoiceForm(props: {
  readonly title: string
  /** Where it was so far, and stays unless another name is written; null: a new row. */
  readonly row: { readonly communityId: string | null; readonly areaId: string | null } | null
  readonly children: ReactNode
  /** Keeps what was written; gives back why it cannot, else null. */
  readonly onSave: (place: NamedPlace) => string | null
  readonly onClose: () => void
}) {
  const document = useDocument((state) => state.document)
  const places = useMemo(() => namedPlaces(document), [document])
  const suggestionsOf = useMemo(() => placeSuggester(places), [places])
  const before = props.row && placeLabel(document, props.row)
  const [place, setPlace] = useState(before ?? '')
  const [fault, setFault] = useState<string | null>(null)
  const save = () => {
    const found =
      props.row && before && place === before
        ? { label: before, communityId: props.row.communityId, areaId: props.row.areaId }
        : placeNamed(places, place)
    const why = 'why' in found ? found.why : props.onSave(found)
    setFault(why)
    if (why === null) props.onClose()
  }
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      foot={
        <Button look="filled" onPress={save}>
          Save
        </Button>
      }
    >
      <div className="voice-form">
        <VoiceField
          label="Community or county"
          value={place}
          suggestions={suggestionsOf(place).map(({ label }) => label)}
          onChange={setPlace}
        />
        {props.children}
        <p className="voice-note">
          Write what was said, never who said it: no names, numbers or addresses.
        </p>
        {fault === null ? null : (
          <p className="failed" role="alert">
            {fault}
          </p>
        )}
      </div>
    </Dialog>
  )
}
