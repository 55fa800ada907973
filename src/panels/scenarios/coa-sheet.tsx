import { lazy, Suspense } from 'react'
import { Dialog } from '#ui/widgets/dialog.tsx'

const CoaList = lazy(() => import('./coa-list.tsx').then((it) => ({ default: it.CoaList })))

/** All courses of action in one sheet, whose code comes when it is opened. */
export function CoaSheet(props: {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Which is open in it at first; null or left out: the one on screen. */
  readonly scenarioId?: string | null
}) {
  return (
    <Dialog title="Courses of action" width="wide" isOpen={props.isOpen} onClose={props.onClose}>
      <Suspense fallback={<p className="empty">Opening …</p>}>
        <CoaList startId={props.scenarioId ?? null} onClose={props.onClose} />
      </Suspense>
    </Dialog>
  )
}
