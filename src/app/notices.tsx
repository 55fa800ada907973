import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { counted } from '#core/figures.ts'
import type { Issue } from '#core/issue.ts'
import type { Room, ToldAction } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import type { Autosave } from './autosave.ts'

const SECONDS = 8

/** What the room tells the person now: a sentence that goes by itself, and issues that stay. */
export type NoticeState = {
  readonly sentence: string | null
  /** What can be done about the sentence; null: nothing. */
  readonly action: ToldAction | null
  readonly tell: Room['tell']
  readonly dismiss: () => void
  readonly issueCount: number
  readonly dismissIssues: () => void
}

type Told = { readonly sentence: string; readonly action: ToldAction | null }

/** Notices of one open operation; its opening issues stand until they are put away. */
export function useNotices(issues: readonly Issue[]): NoticeState {
  const [told, setTold] = useState<Told | null>(null)
  const [isPutAway, setPutAway] = useState(false)
  const tell = useCallback<Room['tell']>(
    (sentence, action) => setTold({ sentence, action: action ?? null }),
    [],
  )
  const dismiss = useCallback(() => setTold(null), [])
  useEffect(() => {
    if (told === null) return
    const timer = setTimeout(dismiss, SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [told, dismiss])
  const issueCount = isPutAway ? 0 : issues.length
  const { sentence, action } = told ?? { sentence: null, action: null }
  return { sentence, action, tell, dismiss, issueCount, dismissIssues: () => setPutAway(true) }
}

/** Chips over the foot of the map; failures to save come first and stay. */
export function Notices(props: {
  readonly notices: NoticeState
  readonly autosave: Autosave
  readonly onIssues: () => void
  readonly onSaveToFile: () => void
}) {
  const { notices } = props
  const saving = useStore(props.autosave.store)
  return (
    <div className="notices" role="status">
      {saving.status === 'failed' || saving.status === 'readOnly' ? (
        <p className="notice">
          <StatusMark status={saving.status === 'failed' ? 'bad' : 'watch'} word="not saved" />
          <span>{saving.message ?? 'Work is not being saved. Save the operation to a file.'}</span>
          <Button look="text" onPress={props.onSaveToFile}>
            Save to a file
          </Button>
        </p>
      ) : null}
      {notices.issueCount > 0 ? (
        <p className="notice">
          <StatusMark status="watch" word="to know" />
          <span>{counted(notices.issueCount, 'thing')} to know about this operation.</span>
          <Button look="text" onPress={props.onIssues}>
            Show
          </Button>
          <Button look="text" onPress={notices.dismissIssues}>
            Put away
          </Button>
        </p>
      ) : null}
      {notices.sentence === null ? null : (
        <p className="notice">
          <span>{notices.sentence}</span>
          {notices.action ? (
            <Button
              look="text"
              onPress={() => {
                notices.action?.act()
                notices.dismiss()
              }}
            >
              {notices.action.name}
            </Button>
          ) : null}
          <Button look="text" onPress={notices.dismiss}>
            Put away
          </Button>
        </p>
      )}
    </div>
  )
}
