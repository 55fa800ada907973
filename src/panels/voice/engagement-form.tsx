import { useState } from 'react'
import { addEngagement } from '#core/commands/engagements/add-engagement.ts'
import { editEngagement } from '#core/commands/engagements/edit-engagement.ts'
import { operationOf } from '#core/document.ts'
import type { Engagement } from '#core/records/engagement.ts'
import { runCommand } from '#state/document-store.ts'
import { useRoom } from '#ui/room.tsx'
import type { NamedPlace } from './place-names.ts'
import { VoiceField, VoicePick } from './voice-field.tsx'
import { countIn, dayInstant, dayOf, VoiceForm } from './voice-form.tsx'
import { ENGAGEMENT_STATUS_CHOICES, GROUP_CHOICES, TOPIC_CHOICES } from './voice-words.ts'

/** Writes down a meeting, or changes what was written. */
export function EngagementForm(props: {
  /** Null: a new one. */
  readonly row: Engagement | null
  readonly onClose: () => void
}) {
  const { row } = props
  const { documents, newId } = useRoom()
  const { document } = documents.getState()
  const [day, setDay] = useState(dayOf(row?.heldAt ?? operationOf(document).planningAt))
  const [withWhom, setWithWhom] = useState(row?.withWhom ?? 'localLeaders')
  const [participants, setParticipants] = useState(String(row?.participantCount ?? ''))
  const [women, setWomen] = useState(String(row?.womenCount ?? ''))
  const [topic, setTopic] = useState(row?.topic ?? 'security')
  const [status, setStatus] = useState(row?.status ?? 'held')
  const [followUp, setFollowUp] = useState(dayOf(row?.followUpAt ?? null))
  const [keepUntil, setKeepUntil] = useState(row?.keepUntil ?? '')
  const [summary, setSummary] = useState(row?.summary ?? '')
  const save = ({ communityId, areaId }: NamedPlace) => {
    const [participantCount, womenCount] = [countIn(participants), countIn(women)]
    const heldAt = dayInstant(day)
    if (heldAt === null) return 'Say on which day it was, or is to be.'
    if (Number.isNaN(participantCount) || Number.isNaN(womenCount)) {
      return 'Write people as a whole number, or leave them empty.'
    }
    const fields = {
      heldAt,
      communityId,
      areaId,
      withWhom,
      participantCount,
      womenCount,
      topic,
      status,
      followUpAt: dayInstant(followUp),
      summary: summary.trim(),
      keepUntil: keepUntil === '' ? undefined : keepUntil,
    }
    return row === null
      ? runCommand(documents, addEngagement, { row: { id: newId(), ...fields } })
      : runCommand(documents, editEngagement, { id: row.id, fields })
  }
  return (
    <VoiceForm
      title={row === null ? 'Add an engagement' : 'Engagement'}
      row={row}
      onSave={save}
      onClose={props.onClose}
    >
      <VoiceField label="Day" type="date" value={day} onChange={setDay} />
      <VoicePick
        label="With whom"
        choices={GROUP_CHOICES}
        value={withWhom}
        onChange={setWithWhom}
      />
      <VoicePick label="Topic" choices={TOPIC_CHOICES} value={topic} onChange={setTopic} />
      <VoiceField
        label="Participants"
        type="number"
        value={participants}
        onChange={setParticipants}
      />
      <VoiceField label="Of whom women" type="number" value={women} onChange={setWomen} />
      <VoicePick
        label="Status"
        choices={ENGAGEMENT_STATUS_CHOICES}
        value={status}
        onChange={setStatus}
      />
      <VoiceField label="Follow up on" type="date" value={followUp} onChange={setFollowUp} />
      <VoiceField label="Keep until" type="date" value={keepUntil} onChange={setKeepUntil} />
      <VoiceField label="Summary" value={summary} onChange={setSummary} />
    </VoiceForm>
  )
}
