import { useMemo } from 'react'
import type { Scenario } from '#core/records/scenario.ts'
import { nameUnder, shortNameUnder } from '#core/shocks-of.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { MapView } from '#map/map-view.tsx'
import type { ChangeMark } from '#map/scene.ts'
import { useTwo } from '#panels/compare/words/use-two.ts'
import { ChangedNotices } from '#panels/scenarios/changed-notice.tsx'
import { AgainstPick, ComparedChoice } from '#panels/scenarios/compared-choice.tsx'
import { useComparedScenarios, useSides } from '#panels/scenarios/use-compared.ts'
import { useDocument, useRoom, useScreen } from '#ui/room.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { comparedScene } from '../scenes.ts'
import { useShown } from '../use-shown.ts'
import { useStores } from '../use-stores.ts'
import { changeMarksOf } from './change-marks.ts'
import { comparedLayers, DIFFERENCE_IDS, RESPONSE_ID } from './compared-layers.ts'
import { Panes } from './panes.tsx'
import { SurfaceLegend } from './surface-legend.tsx'
import { Swipe } from './swipe.tsx'
import { useComparedMap } from './use-compared-map.ts'
import { useHeldKey } from './use-held-key.ts'
import { useWarmSurfaces } from './use-warm-surfaces.ts'
import './compare-map.css'

const VIEWS = [
  { id: 'difference', name: 'Time' },
  { id: 'needMet', name: 'Need met' },
  { id: 'panes', name: 'Panes' },
  { id: 'swipe', name: 'Swipe' },
] as const

const TITLES = {
  difference: 'Change in time to help',
  needMet: 'Change in need met',
  panes: 'Time to help',
  swipe: 'Time to help',
} as const

/** The comparing map: one map of differences, two under a divider, or all sides beside each other. */
export function CompareMapSlot() {
  const { screen } = useRoom()
  const view = useScreen((state) => state.compareView)
  const compared = useComparedScenarios()
  const { before, after } = useSides()
  const sides = before && after && before.id !== after.id ? { before, after } : null
  return (
    <>
      <div className="compare-heads">
        <ComparedChoice />
        <div className="compare-map-head">
          <div className="compare-who">
            <b className={view !== 'panes' && areNamesLong(sides) ? 'visually-hidden' : undefined}>
              {TITLES[view]}
            </b>{' '}
            <WhoIsCompared view={view} sides={sides} />
          </div>
          <Segment
            label="How the maps are compared (D)"
            choices={VIEWS}
            value={view}
            onChange={(compareView) => screen.setState({ compareView })}
          />
        </div>
      </div>
      <ChangedNotices scenarios={compared} />
      <div className="map-slot">
        {view === 'panes' && compared.length > 1 ? (
          <Panes scenarios={compared} />
        ) : view === 'swipe' && sides ? (
          <Swipe {...sides} />
        ) : (
          <DifferenceMap
            before={sides ? sides.before : null}
            after={after}
            differenceId={DIFFERENCE_IDS[view === 'needMet' ? view : 'difference']}
          />
        )}
      </div>
    </>
  )
}

type Sides = { readonly before: Scenario; readonly after: Scenario }

/** Beside such names the title has no room; the legend on the map has it too. */
function areNamesLong(sides: Sides | null): boolean {
  return sides !== null && sides.before.name.length + sides.after.name.length > 22
}

/** Who is compared with whom; in panes all are, with the current posture. */
function WhoIsCompared(props: {
  readonly view: keyof typeof TITLES
  readonly sides: Sides | null
}) {
  const document = useDocument((state) => state.document)
  const { view, sides } = props
  if (!sides || view === 'panes') return null
  return (
    <>
      <span className="light compare-who-name" title={nameUnder(document, sides.after)}>
        {sides.after.name}
      </span>{' '}
      <span className="light">{view === 'swipe' ? 'beside' : 'against'}</span>
      <AgainstPick />
    </>
  )
}

/** The difference; while X is held the other side's own surface, with Shift this side's. */
function DifferenceMap(props: {
  readonly before: Scenario | null
  readonly after: Scenario | null
  readonly differenceId: string
}) {
  const { before, after } = props
  const stores = useStores()
  const held = useHeldKey('x')
  const flipped = held === null || !before ? null : held.isShift ? after : before
  const scenario = flipped ?? after
  const shown = useShown()
  const surfaceId = flipped ? RESPONSE_ID : props.differenceId
  const layers = useMemo(() => comparedLayers(LAYER_TYPES, shown, surfaceId), [shown, surfaceId])
  const common = useComparedMap()
  const two = useTwo()
  const changes = useMemo(() => (two ? changeMarksOf(two) : NO_CHANGES), [two])
  useWarmSurfaces(stores, { before, surfaceId: props.differenceId })
  if (!scenario) return null
  const againstId = flipped ? null : (before?.id ?? null)
  const scene = comparedScene(stores, scenario.id, againstId, flipped ? NO_CHANGES : changes)
  return (
    <>
      <MapView
        {...common}
        scene={scene}
        shown={layers}
        label={`Map of differences, ${scenario.name}`}
      />
      {before && after ? <FlipChip before={before} after={after} shown={flipped} /> : null}
      <SurfaceLegend scene={scene} surfaceId={surfaceId} isDifference={flipped === null} />
    </>
  )
}

const NO_CHANGES: readonly ChangeMark[] = []

function FlipChip(props: {
  readonly before: Scenario
  readonly after: Scenario
  readonly shown: Scenario | null
}) {
  const { before, after, shown } = props
  const document = useDocument((state) => state.document)
  const nameOf = (scenario: Scenario) => shortNameUnder(document, scenario)
  const name = (scenario: Scenario) => (
    <span className="flip-name" data-shown={shown?.id === scenario.id || undefined}>
      {nameOf(scenario)}
    </span>
  )
  return (
    <p className="flip-chip" role="status">
      <kbd>X</kbd> {shown ? 'showing' : 'hold to flip:'} {name(before)} / {name(after)}{' '}
      <kbd>Shift X</kbd>
    </p>
  )
}
