import { useStore } from 'zustand'
import type { Holding } from '#core/retention/holdings.ts'
import { KeepingPanel } from '#panels/keeping/keeping-panel.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { authorOf, type Session } from '../opening/session.ts'
import { deleteForGood } from '../retention.ts'

/** How long things are kept, and the word that deletes them for good. */
export function KeepingDialog(props: { readonly session: Session; readonly onClose: () => void }) {
  const { session } = props
  const isReadOnly = useStore(session.autosave.store, ({ status }) => status === 'readOnly')
  const by = authorOf()
  return (
    <Dialog title="Keeping and deleting" width="wide" isOpen onClose={props.onClose}>
      <KeepingPanel
        by={by}
        blocked={
          isReadOnly
            ? 'Commonground is open in another tab, which does the saving. Delete there, or close it.'
            : null
        }
        onDelete={(chosen: readonly Holding[]) =>
          deleteForGood(session, chosen, { by, isAutomatic: false })
        }
      />
    </Dialog>
  )
}
