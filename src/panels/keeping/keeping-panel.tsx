import { useMemo, useState } from 'react'
import { expiriesAt, type Holding } from '#core/retention/holdings.ts'
import { useDocument, useRoom } from '#ui/room.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'
import { DatasetDates } from './dataset-dates.tsx'
import { ExpiredList } from './expired-list.tsx'
import { groupsOf } from './keeping-words.ts'
import { PurgeLog } from './purge-log.tsx'
import { RuleList } from './rule-list.tsx'
import './keeping.css'

/** How long what tells of people is kept, what is past that, and what was deleted for it. */
export function KeepingPanel(props: {
  /** Who stands in the log. */
  readonly by: string
  /** Why nothing can be deleted from here; null: it can. */
  readonly blocked: string | null
  readonly onDelete: (holdings: readonly Holding[]) => Promise<string | null>
}) {
  const { now } = useRoom()
  const document = useDocument((state) => state.document)
  const [isForNamedFew, setIsForNamedFew] = useState(false)
  const { expired, soon } = useMemo(() => {
    const found = expiriesAt(document, now())
    const titleOf = (id: string) => document.tables.datasets.get(id)?.title ?? ''
    const groups = (holdings: readonly Holding[]) =>
      groupsOf(
        holdings.filter(({ label }) => isForNamedFew || label !== 'severe'),
        titleOf,
      )
    return { expired: groups(found.expired), soon: groups(found.soon) }
  }, [document, now, isForNamedFew])
  return (
    <div className="keeping">
      <Toggle
        label="Show what is for the named few"
        isOn={isForNamedFew}
        onChange={setIsForNamedFew}
      >
        <span className="toggle-text">
          Show what is for the named few, such as protected cases; without it they are neither
          listed nor deleted here
        </span>
      </Toggle>
      <ExpiredList
        expired={expired}
        soon={soon}
        blocked={props.blocked}
        onDelete={props.onDelete}
      />
      <RuleList isForNamedFew={isForNamedFew} by={props.by} />
      <DatasetDates isForNamedFew={isForNamedFew} />
      <PurgeLog isForNamedFew={isForNamedFew} />
    </div>
  )
}
