import { CompareBand } from '#panels/compare/compare-band.tsx'
import { ComparePanel } from '#panels/compare/compare-panel.tsx'
import { StatusLine } from '#panels/status/status-line.tsx'
import { PanelBoundary } from '#ui/widgets/states.tsx'
import { ScaleSlot } from '../map-slots.tsx'
import { CompareMapSlot } from './compare-slot.tsx'

/** Courses of action beside each other: the map of their difference over the measures. */
export function ComparePlace() {
  return (
    <main className="compare-place">
      <div className="band">
        <CompareBand />
      </div>
      <div className="compare-map">
        <PanelBoundary name="The comparing map">
          <CompareMapSlot />
        </PanelBoundary>
      </div>
      <div className="compare-work">
        <PanelBoundary name="The comparison">
          <ComparePanel />
        </PanelBoundary>
      </div>
      <div className="status-row">
        <StatusLine scaleBar={<ScaleSlot />} />
      </div>
    </main>
  )
}
