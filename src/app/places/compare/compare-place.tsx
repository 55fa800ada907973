import type { ReactNode } from 'react'
import { CompareBand } from '#panels/compare/compare-band.tsx'
import { ComparePanel } from '#panels/compare/compare-panel.tsx'
import { useComparedScenarios } from '#panels/scenarios/use-compared.ts'
import { StatusLine } from '#panels/status/status-line.tsx'
import { useScreen } from '#ui/room.tsx'
import { PanelBoundary } from '#ui/widgets/states.tsx'
import { ScaleSlot } from '../map-slots.tsx'
import { StaleBanner } from '../stale-banner.tsx'
import { CompareMapSlot } from './compare-slot.tsx'
import { FootSlot } from './foot-slot.tsx'
import { PanesLeft } from './panes-left.tsx'

/** Courses of action beside each other: one map over the measures, or a map of each over one clock. */
export function ComparePlace(props: {
  /** The list of layers, beside panes. */
  readonly layers: ReactNode
  /** The time strip, under panes: one clock for all. */
  readonly time: ReactNode
}) {
  const compared = useComparedScenarios()
  const isPanes = useScreen((state) => state.compareView === 'panes') && compared.length > 1
  return (
    <main className="compare-place" data-panes={isPanes || undefined}>
      <div className="band" hidden={isPanes}>
        <CompareBand />
      </div>
      {isPanes ? (
        <aside className="compare-left" aria-label="Layers and crosshair">
          <PanelBoundary name="The left paper">
            <PanesLeft scenarios={compared} layers={props.layers} />
          </PanelBoundary>
        </aside>
      ) : null}
      <div className="compare-map">
        <PanelBoundary name="The comparing map">
          <CompareMapSlot />
        </PanelBoundary>
      </div>
      <div className="compare-work" hidden={isPanes}>
        <PanelBoundary name="The comparison">
          <ComparePanel />
        </PanelBoundary>
        <FootSlot />
      </div>
      {isPanes ? (
        <div className="compare-time">
          <PanelBoundary name="The time strip">{props.time}</PanelBoundary>
        </div>
      ) : null}
      <div className="status-row">
        <StatusLine scaleBar={<ScaleSlot />} banner={<StaleBanner />} />
      </div>
    </main>
  )
}
