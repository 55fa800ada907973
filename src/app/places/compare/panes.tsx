import { useMemo } from 'react'
import { besideShown } from '#analysis/compare/measure-text.ts'
import { baselineOf, operationOf } from '#core/document.ts'
import { durationText, grouped } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { MapView } from '#map/map-view.tsx'
import type { Scene } from '#map/scene.ts'
import { ChangedMark } from '#panels/scenarios/changed-notice.tsx'
import { CoaName } from '#panels/scenarios/coa-name.tsx'
import { UnderChip } from '#panels/scenarios/under-chip.tsx'
import { useComparedScenarios } from '#panels/scenarios/use-compared.ts'
import { useDocument, useResults, useScreen } from '#ui/room.tsx'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { comparedScene } from '../scenes.ts'
import { useShown } from '../use-shown.ts'
import { useStores } from '../use-stores.ts'
import { comparedLayers, RESPONSE_ID } from './compared-layers.ts'
import { useCrossAt, useCrossText, usePointedPane } from './crosshair.ts'
import { paneFigures } from './pane-figures.ts'
import { useComparedMap } from './use-compared-map.ts'

/** Two to four sides as maps that move together, the pointer of one a crosshair on all. */
export function Panes({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const stores = useStores()
  return (
    <div className="panes" data-count={scenarios.length}>
      {scenarios.map((scenario, at) => (
        <Pane
          key={scenario.id}
          scenario={scenario}
          scene={comparedScene(stores, scenario.id, null)}
          isFirst={at === 0}
        />
      ))}
      {scenarios.length === 3 ? (
        <p className="pane pane-empty light">
          A fourth COA would stand here: take it in above, or make one in Plan.
        </p>
      ) : null}
    </div>
  )
}

function Pane(props: {
  readonly scenario: Scenario
  readonly scene: Scene
  /** It alone takes flights and tells where the maps are: the others come along. */
  readonly isFirst: boolean
}) {
  const { scenario, scene, isFirst } = props
  const { actions, flight, ...common } = useComparedMap()
  const isProposed = useScreen((state) => state.scenarioId === scenario.id)
  const isOwn = usePointedPane((state) => state.scenarioId === scenario.id)
  const at = useCrossAt()
  const textAt = useCrossText(scene)
  const said = at && textAt(at.position)
  const shown = useShown()
  const layers = useMemo(() => comparedLayers(LAYER_TYPES, shown, RESPONSE_ID), [shown])
  const ownActions = useMemo(
    () => (isFirst ? actions : { ...actions, onView: () => {} }),
    [actions, isFirst],
  )
  const cross = at && {
    position: at.position,
    text: said?.text ?? null,
    note: said?.from ? `from ${said.from}` : null,
    isOwn: isOwn && at.isPointer,
  }
  return (
    <section
      className="pane"
      aria-label={scenario.name}
      data-proposed={isProposed || undefined}
      onPointerMove={() => {
        if (!isOwn) usePointedPane.setState({ scenarioId: scenario.id })
      }}
    >
      <PaneHead scenario={scenario} />
      <div className="pane-map">
        <MapView
          {...common}
          actions={ownActions}
          flight={isFirst ? flight : null}
          tool="pan"
          scene={scene}
          shown={layers}
          cross={cross}
          syncName="panes"
          label={`Map of ${scenario.name}`}
        />
      </div>
    </section>
  )
}

/** Mark, name and title; need met with its difference from the current posture; communities beyond. */
function PaneHead({ scenario }: { readonly scenario: Scenario }) {
  const compared = useComparedScenarios()
  return (
    <p className="pane-head">
      <CoaMark scenario={scenario} />{' '}
      <b title={scenario.name}>
        <CoaName name={scenario.name} among={compared.map(({ name }) => name)} />
      </b>{' '}
      <ChangedMark scenario={scenario} />
      <UnderChip scenarioId={scenario.id} />
      <span className="light pane-title" title={scenario.title}>
        {scenario.isBaseline ? 'baseline' : scenario.title}
      </span>
      <Headline scenario={scenario} />
    </p>
  )
}

function Headline({ scenario }: { readonly scenario: Scenario }) {
  const standard = useDocument(({ document }) => operationOf(document).responseStandardMinutes)
  const baselineId = useDocument(({ document }) => baselineOf(document)?.id ?? '')
  const ground = useResults((state) => state.ground.value)
  const situation = useResults((state) => state.situations[scenario.id]?.value ?? null)
  const baseline = useResults((state) => state.situations[baselineId]?.value ?? null)
  if (!ground || !situation) return <span className="light">being worked out …</span>
  const { needMetShare, beyondCount, communityCount } = paneFigures(ground, situation, standard)
  const now = baseline ? paneFigures(ground, baseline, standard).needMetShare : Number.NaN
  const beyond = `${grouped(beyondCount)} of ${grouped(communityCount)} communities beyond ${durationText(standard)}`
  const known = (share: number) => (Number.isNaN(share) ? null : share)
  const shown = besideShown(known(needMetShare), known(now), 'share')
  return (
    <>
      <span className="pane-figure">
        <b>{shown.value.value} %</b> <span className="light">of need met</span>
      </span>
      {scenario.isBaseline || Number.isNaN(now) ? null : (
        <b className="pane-figure" title="Points more than under the current posture">
          {shown.difference.value}
        </b>
      )}
      <span className="pane-figure light" title={beyond}>
        {beyond}
      </span>
    </>
  )
}
