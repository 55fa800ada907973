import { useState } from 'react'
import {
  type Future,
  MOST_FUTURES,
  STRESS_MEASURES,
  type StressAnswer,
  type StressMeasureId,
} from '#analysis/compare/stress/stress.ts'
import { stressMeasure } from '#analysis/compare/stress/stress-measures.ts'
import { counted } from '#core/figures.ts'
import { useResults } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Failed, Progress } from '#ui/widgets/states.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'
import { useStressDesk } from './stress-desk.ts'

const DRAWS = [
  { id: '0', name: 'None: as measured' },
  { id: '50', name: '50 draws' },
  { id: '200', name: '200 draws' },
  { id: '1000', name: '1 000 draws' },
] as const

const GROUPS: readonly { readonly kind: Future['kind']; readonly name: string }[] = [
  { kind: 'shock', name: 'Shocks' },
  { kind: 'baseLost', name: 'A base or place lost' },
  { kind: 'unitLost', name: 'A unit lost' },
  { kind: 'surge', name: 'A surge of incidents' },
]

/** By what courses are tried, in how many draws, and in which futures; nothing runs until it is asked. */
export function StressSettingsForm({ answer }: { readonly answer: StressAnswer }) {
  const { request, stop } = useStressDesk()
  const work = useResults((state) => state.stress)
  const [settings, setSettings] = useState(answer.settings)
  const [ids, setIds] = useState<readonly string[]>(answer.futures.map(({ id }) => id))
  const put = (part: Partial<typeof settings>) => setSettings({ ...settings, ...part })
  const isUsual = settings.futureIds === null
  const shocksLeft = answer.options.filter(
    ({ kind, id }) => kind === 'shock' && answer.futures.every((each) => each.id !== id),
  )
  const isShort = answer.settings.futureIds === null && shocksLeft.length > 0
  const choose = (id: string, isOn: boolean) => {
    const next = isOn ? [...ids, id] : ids.filter((each) => each !== id)
    setIds(next)
    put({ futureIds: next })
  }
  return (
    <div className="stress-form">
      <div className="stress-fields">
        <Pick<StressMeasureId>
          label="Measure"
          choices={STRESS_MEASURES.map((id) => ({ id, name: stressMeasure(id).name }))}
          value={settings.measureId}
          onChange={(measureId) => put({ measureId })}
        />
        <Pick
          label="Draws"
          choices={drawChoices(settings.drawCount)}
          value={String(settings.drawCount)}
          onChange={(count) => put({ drawCount: Number(count) })}
        />
        <span className="stress-field">
          Seed
          <Stepper
            label="Seed of the draws"
            value={settings.seed}
            min={1}
            onChange={(seed) => put({ seed })}
          />
        </span>
        <span className="stress-field">
          Surge ×
          <Stepper
            label="Times its need in a surge"
            value={settings.surgeFactor}
            min={1.5}
            max={10}
            step={0.5}
            onChange={(surgeFactor) => put({ surgeFactor })}
          />
        </span>
      </div>
      {GROUPS.map(({ kind, name }) => (
        <FutureGroup
          key={kind}
          name={name}
          futures={answer.options.filter((future) => future.kind === kind)}
          ids={ids}
          onChoose={choose}
        />
      ))}
      <div className="stress-state">
        {work.status === 'running' ? (
          <>
            <Progress what="Trying the COAs …" share={work.progressShare} />
            <Button onPress={stop}>Stop</Button>
          </>
        ) : (
          <>
            <p>
              {isUsual
                ? `The usual futures: ${isShort ? 'as many shocks as fit' : 'all shocks'}, the base that hurts each COA most, the strongest unit that leaves a place empty, and a surge where most happens.`
                : `${counted(ids.length - 1, 'future')} chosen, beside the present.`}
              {ids.length > MOST_FUTURES ? ' So many take longer than the usual ten seconds.' : ''}
            </p>
            {isUsual ? null : (
              <Button look="text" onPress={() => put({ futureIds: null })}>
                The usual ones
              </Button>
            )}
            <Button look="filled" onPress={() => request(settings)}>
              Try
            </Button>
          </>
        )}
      </div>
      {work.status === 'failed' ? (
        <Failed sentence={work.error ?? 'The COAs could not be tried.'} />
      ) : null}
    </div>
  )
}

function drawChoices(count: number): { readonly id: string; readonly name: string }[] {
  if (DRAWS.some(({ id }) => id === String(count))) return [...DRAWS]
  return [...DRAWS, { id: String(count), name: counted(count, 'draw') }]
}

function FutureGroup(props: {
  readonly name: string
  readonly futures: readonly Future[]
  readonly ids: readonly string[]
  readonly onChoose: (id: string, isOn: boolean) => void
}) {
  const { futures, ids } = props
  const onCount = futures.filter(({ id }) => ids.includes(id)).length
  if (futures.length === 0) return null
  return (
    <details className="stress-group" open={futures.length <= 6}>
      <summary>
        {props.name}: {onCount} of {futures.length}
      </summary>
      {futures.map(({ id, name, detail }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={ids.includes(id)}
            onChange={(event) => props.onChoose(id, event.currentTarget.checked)}
          />
          <span>
            {name} <small>{detail}</small>
          </span>
        </label>
      ))}
    </details>
  )
}
