import { lazy, Suspense } from 'react'
import { Dialog } from '#ui/widgets/dialog.tsx'

const ShocksPanel = lazy(() =>
  import('./shocks-panel.tsx').then((it) => ({ default: it.ShocksPanel })),
)

/** The shocks of an operation in one sheet, whose code comes when it is opened. */
export function ShocksSheet(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Shocks" width="wide" isOpen={props.isOpen} onClose={props.onClose}>
      <Suspense fallback={<p className="empty">Opening …</p>}>
        <ShocksPanel />
      </Suspense>
    </Dialog>
  )
}
