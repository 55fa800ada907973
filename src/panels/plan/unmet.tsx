import { percent } from '#core/figures.ts'
import type { Plan } from '#planner/plan.ts'
import { type Status, StatusMark } from '#ui/widgets/marks.tsx'
import { Figure, Section } from '#ui/widgets/paper.tsx'

/** What the plan leaves unmet, county by county with the reason, and what would help. */
export function Unmet({ plan }: { readonly plan: Plan }) {
  const left = plan.unmet
    .filter(({ cause }) => cause !== 'met')
    .sort((a, b) => b.shortfallShare - a.shortfallShare || a.coveredShare - b.coveredShare)
  const helps = [
    ...plan.limitPrices.map(({ sentence }) => sentence),
    ...plan.shadowPrices
      .filter(({ gainPoints }) => gainPoints >= 0.1)
      .map(({ sentence }) => sentence),
  ]
  const back = plan.withdrawals.map(
    ({ count, typeName, fromName }) =>
      `${count} ${typeName} at ${fromName} to stock: that place may not hold them.`,
  )
  return (
    <>
      {left.length > 0 ? (
        <Section title="Still unmet, and why" aside="covered">
          <ul>
            {left.map(({ stratum, name, sentence, coveredShare, shortfallShare }) => {
              const status: Status = shortfallShare > 0 ? 'bad' : 'watch'
              return (
                <li key={stratum} className="unmet-row">
                  <StatusMark
                    status={status}
                    word={shortfallShare > 0 ? 'under its floor' : 'not all'}
                  />
                  <span title={name}>{sentence}</span>
                  <span className="number">
                    <Figure value={percent(coveredShare)} unit="%" />
                  </span>
                </li>
              )
            })}
          </ul>
        </Section>
      ) : null}
      {helps.length > 0 ? <Sentences title="What would help" sentences={helps} /> : null}
      {back.length > 0 ? <Sentences title="Goes back to stock" sentences={back} /> : null}
    </>
  )
}

function Sentences(props: { readonly title: string; readonly sentences: readonly string[] }) {
  return (
    <Section title={props.title}>
      <ul className="sentences">
        {props.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  )
}
