import { useEffect, useRef } from 'react'
import { editRestriction } from '#core/commands/restrictions/edit-restriction.ts'
import { operationOf } from '#core/document.ts'
import { counted, perCentOf } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import { RESTRICTION_KINDS, type Restriction } from '#core/records/restriction.ts'
import { doubtsOf, RESTRICTION_KIND_NAMES } from '#core/restriction-text.ts'
import type { RestrictionTool } from '#state/screen-store.ts'
import { useDocument, useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'
import { VoicePick } from '../voice/voice-field.tsx'
import { EffectFields, Labelled } from './effect-fields.tsx'
import { InstantField, WhenFields } from './when-fields.tsx'

const KINDS = RESTRICTION_KINDS.map((id) => ({ id, name: RESTRICTION_KIND_NAMES[id] }))
const SEVERITIES = [
  { id: '1', name: 'Moderate' },
  { id: '2', name: 'High' },
  { id: '3', name: 'Extreme' },
] as const

/** Everything about one restriction; each field is kept as it is left, one step each. */
export function RestrictionSheet({ restriction }: { readonly restriction: Restriction }) {
  const run = useRun()
  const planningAt = useDocument(({ document }) => operationOf(document).planningAt)
  const set = (fields: Parameters<typeof editRestriction.change>[1]['fields']) =>
    run(editRestriction, { id: restriction.id, fields })
  const doubts = doubtsOf(restriction, planningAt)
  return (
    <>
      <Section title="What">
        <div className="access-fields">
          <div className="access-wide">
            <NameField label="Name" value={restriction.name} onSettle={(name) => set({ name })} />
          </div>
          <VoicePick
            label="Kind"
            choices={KINDS}
            value={restriction.kind}
            onChange={(kind) => set({ kind })}
          />
          <div className="field">
            <span className="field-label" aria-hidden>
              Severity
            </span>
            <Segment
              label="Severity"
              choices={SEVERITIES}
              value={SEVERITIES[restriction.severity - 1]?.id ?? null}
              onChange={(severity) => set({ severity: Number(severity) })}
            />
          </div>
          <EffectFields effect={restriction.effect} onChange={(effect) => set({ effect })} />
        </div>
      </Section>
      <Section title="Where" aside={<Lies geometry={restriction.geometry} />}>
        <WhereFields restriction={restriction} onChange={(geometry) => set({ geometry })} />
      </Section>
      <Section title="When">
        <div className="access-fields">
          <WhenFields when={restriction} onChange={set} />
        </div>
        {restriction.validFrom === planningAt ? (
          <p className="access-note">
            It holds from the planning time on, as a new one does. Empty From if it was always
            there.
          </p>
        ) : null}
      </Section>
      <Section title="How sure" aside={doubts.join(' ')}>
        <div className="access-fields">
          <Labelled label="Confidence, per cent">
            {(label) => (
              <Stepper
                label={label}
                value={perCentOf(restriction.confidenceShare)}
                min={0}
                max={100}
                step={5}
                onChange={(share) => set({ confidenceShare: share / 100 })}
              />
            )}
          </Labelled>
          <NameField
            label="Source"
            value={restriction.source}
            placeholder="not given"
            isOptional
            onSettle={(source) => set({ source })}
          />
          <InstantField
            label="Last verified"
            value={restriction.lastVerifiedAt}
            none="never"
            onSettle={(lastVerifiedAt) => set({ lastVerifiedAt })}
          />
          <Button
            look="text"
            isDisabled={restriction.lastVerifiedAt === planningAt}
            onPress={() => set({ lastVerifiedAt: planningAt })}
          >
            Verified at the planning time
          </Button>
        </div>
      </Section>
    </>
  )
}

function Lies({ geometry }: Pick<Restriction, 'geometry'>) {
  switch (geometry.type) {
    case 'area':
      return counted((geometry.polygon[0]?.length ?? 1) - 1, 'corner')
    case 'segment':
      return counted(geometry.line.length, 'point')
    case 'point':
      return <span className="mono">{gridReference(geometry.position) ?? ''}</span>
  }
}

const REDRAWN_BY: Readonly<
  Record<'area' | 'segment', { readonly tool: RestrictionTool; readonly name: string }>
> = {
  area: { tool: 'restrictionArea', name: 'Draw the area again' },
  segment: { tool: 'restrictionStretch', name: 'Draw the stretch again' },
}

/** Moves its corners on the map, draws it again, or sets how wide a point reaches. */
function WhereFields(props: {
  readonly restriction: Restriction
  readonly onChange: (geometry: Restriction['geometry']) => boolean
}) {
  const { screen } = useRoom()
  const tool = useScreen((state) => state.tool)
  const { id, geometry } = props.restriction
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const isLost = document.activeElement === document.body
    if (isLost) first.current?.closest('.paper')?.querySelector<HTMLElement>('button')?.focus()
  }, [])
  const use = (next: RestrictionTool | 'edit') =>
    screen.setState({
      tool: tool === next ? 'select' : next,
      selection: { type: 'row', table: 'restrictions', id },
    })
  const again = geometry.type === 'point' ? null : REDRAWN_BY[geometry.type]
  return (
    <div ref={first}>
      <div className="draw-buttons">
        <Button look={tool === 'edit' ? 'filled' : 'plain'} onPress={() => use('edit')}>
          {tool === 'edit' ? 'Done moving' : 'Move on the map'}
        </Button>
        {again ? (
          <Button look={tool === again.tool ? 'filled' : 'plain'} onPress={() => use(again.tool)}>
            {again.name}
          </Button>
        ) : (
          <span className="access-radius">
            <Stepper
              label="Radius in metres"
              value={geometry.type === 'point' ? geometry.radiusMetres : 0}
              min={1}
              step={100}
              onChange={(radiusMetres) => {
                if (geometry.type === 'point') props.onChange({ ...geometry, radiusMetres })
              }}
            />
            <span className="light">m about it</span>
          </span>
        )}
      </div>
      {tool === 'edit' ? (
        <p className="access-note">
          Drag a corner; the small dots between become corners. With the keys: Tab chooses a corner
          on the map, arrows move it, Enter keeps it, Delete takes it out; figures begin an exact
          position.
        </p>
      ) : null}
    </div>
  )
}
