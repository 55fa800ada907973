import { Pause, Play } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { operationOf } from '#core/document.ts'
import { grouped } from '#core/figures.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { epochMinutesOf, instantOf } from '#core/time/instant.ts'
import { useDocument, useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Brush } from './brush.tsx'
import { Histogram } from './histogram.tsx'
import { countWithin, incidentBins, incidentSpan } from './incident-bins.ts'
import { stepWindow } from './play.ts'
import { binMinutes, binWord, PRESETS, presetOf, presetWindow, shownDomain } from './time-axis.ts'
import { useIncidents } from './use-incidents.ts'
import { useWidth } from './use-width.ts'
import './time.css'

const STEP_MILLISECONDS = 300

/** The strip under the map: incidents over time, and the window that every dated layer follows. */
export function TimeStrip({ playing }: { readonly playing: Playing }) {
  const { screen } = useRoom()
  const operation = useDocument((state) => operationOf(state.document))
  const window = useScreen((state) => state.windowEpochMinutes)
  const incidents = useIncidents()
  const { ref, width } = useWidth<HTMLDivElement>()
  const planning = epochMinutesOf(operation.planningAt)
  const span = useMemo(() => incidentSpan(incidents), [incidents])
  const domain = useStableDomain(window, span, planning)
  const bin = binMinutes(domain)
  const bins = useMemo(() => incidentBins(incidents, domain, bin), [incidents, domain, bin])
  const shownWindow = window ?? domain
  const counts = useMemo(
    () => countWithin(incidents, window ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]),
    [incidents, window],
  )
  usePlaying(playing.isPlaying, domain, bin)
  const setWindow = (next: readonly [number, number] | null) =>
    screen.setState({ windowEpochMinutes: next })
  return (
    <section className="time" aria-label="Time">
      <div className="time-head">
        <Button
          look="icon"
          label={playing.isPlaying ? 'Pause (K)' : 'Play (K)'}
          isDisabled={!window}
          onPress={playing.toggle}
        >
          {playing.isPlaying ? <Pause size={14} /> : <Play size={14} />}
        </Button>
        <span className="mono">
          {window
            ? `${dateTimeGroup(instantOf(window[0]))} – ${dateTimeGroup(instantOf(window[1] - 1))}`
            : `All to ${dateTimeGroup(operation.planningAt)}`}
        </span>
        <span className="light time-what">
          Incidents: <b>{grouped(counts.reportedCount)}</b> reported,{' '}
          <b>{grouped(counts.foundCount)}</b> found · a bar is {binWord(bin)}
        </span>
        <Segment
          label="Time window"
          choices={PRESETS}
          value={presetOf(window, planning)}
          onChange={(id) => {
            const preset = PRESETS.find((choice) => choice.id === id)
            if (preset) setWindow(presetWindow(preset.minutes, planning))
          }}
        />
      </div>
      <div className="time-chart" ref={ref}>
        {span === null ? (
          <p className="light">
            No incidents yet. Import some, and this strip shows when they happened.
          </p>
        ) : width > 0 ? (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a chart
          <svg width={width} height={58} role="group" aria-label="Incidents over time">
            <Histogram bins={bins} domain={domain} window={shownWindow} width={width} />
            <Brush
              domain={domain}
              window={shownWindow}
              width={width}
              stepMinutes={bin}
              onChange={setWindow}
            />
          </svg>
        ) : null}
      </div>
    </section>
  )
}

export type Playing = { readonly isPlaying: boolean; readonly toggle: () => void }

/** The domain stays while the window moves inside it, so that the bars keep still under the hand. */
function useStableDomain(
  window: readonly [number, number] | null,
  span: readonly [number, number] | null,
  planning: number,
): readonly [number, number] {
  const [kept, setKept] = useState<{
    readonly length: number | null
    readonly span: typeof span
    readonly domain: readonly [number, number]
  } | null>(null)
  const length = window ? window[1] - window[0] : null
  const isInside =
    window !== null && kept !== null && window[0] >= kept.domain[0] && window[1] <= kept.domain[1]
  const isPreset = presetOf(window, planning) !== null
  if (kept && kept.span === span && (kept.length === length || (isInside && !isPreset)))
    return kept.domain
  const domain = shownDomain(window, span, planning)
  setKept({ length, span, domain })
  return domain
}

function usePlaying(isPlaying: boolean, domain: readonly [number, number], bin: number): void {
  const { screen } = useRoom()
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => stepWindow(screen, domain, bin), STEP_MILLISECONDS)
    return () => clearInterval(timer)
  }, [isPlaying, domain, bin, screen])
}
