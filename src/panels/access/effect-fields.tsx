import { perCentOf } from '#core/figures.ts'
import type { RestrictionEffect } from '#core/records/restriction.ts'
import { Stepper } from '#ui/widgets/stepper.tsx'
import { VoicePick } from '../voice/voice-field.tsx'

type EffectType = RestrictionEffect['type']

const EFFECTS: readonly { readonly id: EffectType; readonly name: string }[] = [
  { id: 'closed', name: 'Closed: nobody passes' },
  { id: 'escortOnly', name: 'With escort only' },
  { id: 'speedFactor', name: 'Slower' },
  { id: 'delay', name: 'Delay on entering' },
  { id: 'massLimit', name: 'Mass limit' },
  { id: 'classLimit', name: 'Load class limit' },
  { id: 'footOnly', name: 'On foot only' },
  { id: 'dayOnly', name: 'By day only' },
]

/** What each begins with. */
const FIRST: { readonly [T in EffectType]: Extract<RestrictionEffect, { readonly type: T }> } = {
  closed: { type: 'closed' },
  escortOnly: { type: 'escortOnly', delayMinutes: 60 },
  speedFactor: { type: 'speedFactor', factor: 0.5 },
  delay: { type: 'delay', delayMinutes: 15 },
  massLimit: { type: 'massLimit', maxTonnes: 10 },
  classLimit: { type: 'classLimit', maxLoadClass: 12 },
  footOnly: { type: 'footOnly' },
  dayOnly: { type: 'dayOnly' },
}

/** A week: whoever has to wait longer does not pass. */
const MOST_DELAY_MINUTES = 7 * 24 * 60

/** What it does, and the number that goes with it. */
export function EffectFields(props: {
  readonly effect: RestrictionEffect
  readonly onChange: (effect: RestrictionEffect) => void
}) {
  const { effect, onChange } = props
  return (
    <>
      <VoicePick
        label="Effect"
        choices={EFFECTS}
        value={effect.type}
        onChange={(type) => {
          if (type !== effect.type) onChange(FIRST[type])
        }}
      />
      <EffectNumber effect={effect} onChange={onChange} />
    </>
  )
}

function EffectNumber({ effect, onChange }: Parameters<typeof EffectFields>[0]) {
  switch (effect.type) {
    case 'escortOnly':
      return (
        <Labelled label="Minutes to assemble the escort">
          {(label) => (
            <Stepper
              label={label}
              value={effect.delayMinutes}
              min={0}
              max={MOST_DELAY_MINUTES}
              step={5}
              onChange={(delayMinutes) => onChange({ ...effect, delayMinutes })}
            />
          )}
        </Labelled>
      )
    case 'delay':
      return (
        <Labelled label="Minutes of delay">
          {(label) => (
            <Stepper
              label={label}
              value={effect.delayMinutes}
              min={0}
              max={MOST_DELAY_MINUTES}
              step={5}
              onChange={(delayMinutes) => onChange({ ...effect, delayMinutes })}
            />
          )}
        </Labelled>
      )
    case 'speedFactor':
      return (
        <Labelled label="Per cent of the usual speed">
          {(label) => (
            <Stepper
              label={label}
              value={perCentOf(effect.factor)}
              min={1}
              max={100}
              step={5}
              onChange={(share) => onChange({ ...effect, factor: share / 100 })}
            />
          )}
        </Labelled>
      )
    case 'massLimit':
      return (
        <Labelled label="Up to so many tonnes">
          {(label) => (
            <Stepper
              label={label}
              value={effect.maxTonnes}
              min={0}
              step={0.5}
              onChange={(maxTonnes) => onChange({ ...effect, maxTonnes })}
            />
          )}
        </Labelled>
      )
    case 'classLimit':
      return (
        <Labelled label="Up to load class (MLC)">
          {(label) => (
            <Stepper
              label={label}
              value={effect.maxLoadClass}
              min={0}
              isWhole
              onChange={(maxLoadClass) => onChange({ ...effect, maxLoadClass })}
            />
          )}
        </Labelled>
      )
    default:
      return null
  }
}

/** A stepper with its label above. */
export function Labelled(props: {
  readonly label: string
  readonly children: (label: string) => React.ReactNode
}) {
  return (
    <div className="field">
      <span className="field-label" aria-hidden>
        {props.label}
      </span>
      {props.children(props.label)}
    </div>
  )
}
