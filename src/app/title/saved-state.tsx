import { useStore } from 'zustand'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { StatusMark } from '#ui/widgets/marks.tsx'
import type { Autosave, SaveState } from '../autosave.ts'

/** Whether what is on the screen is on the disk. */
export function SavedState({ autosave }: { readonly autosave: Autosave }) {
  const state = useStore(autosave.store)
  return (
    <span className="saved" role="status" title={state.message ?? undefined}>
      {state.status === 'failed' ? <StatusMark status="bad" word="not saved" /> : null}
      {state.status === 'readOnly' ? <StatusMark status="watch" word="not saving" /> : null}{' '}
      {savedText(state)}
    </span>
  )
}

function savedText({ status, savedAt }: SaveState): string {
  if (status === 'saving') return 'Saving …'
  if (status === 'failed') return 'Not saved'
  if (status === 'readOnly') return 'Open in another tab'
  return savedAt === null ? 'Saved' : `Saved ${dateTimeGroup(savedAt).slice(2, 7)}`
}
