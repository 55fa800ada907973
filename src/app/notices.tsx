import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { counted } from '#core/figures.ts'
import type { Issue } from '#core/issue.ts'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import type { Autosave } from './autosave.ts'

const SECONDS = 8

/** What the room tells the person now: a sentence that goes by itself, and issues that stay. */
export type NoticeState = {
  readonly sentence: string | null
  readonly tell: (sentence: string) => void
  readonly dismiss: () => void
  readonly issueCount: number
  readonly dismissIssues: () => void
}

/** Notices of one open operation; its opening issues stand until they are put away. */
export function useNotices(issues: readonly Issue[]): NoticeState {
  const [sentence, setSentence] = useState<string | null>(null)
  const [isPutAway, setPutAway] = useState(false)
  const tell = useCallback((text: string) => setSentence(text), [])
  const dismiss = useCallback(() => setSentence(null), [])
  useEffect(() => {
    if (sentence === null) return
    const timer = setTimeout(dismiss, SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [sentence, dismiss])
  const issueCount = isPutAway ? 0 : issues.length
  return { sentence, tell, dismiss, issueCount, dismissIssues: () => setPutAway(true) }
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
          <Button look="text" onPress={notices.dismiss}>
            Put away
          </Button>
        </p>
      )}
    </div>
  )
}
