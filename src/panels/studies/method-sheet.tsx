import type { MethodCard } from '#analysis/studies/study.ts'

/** How the figures above came about, folded until somebody asks. */
export function MethodSheet({ method }: { readonly method: MethodCard }) {
  return (
    <details className="section method">
      <summary>How this is worked out</summary>
      <p>{method.formula}</p>
      <dl className="facts">
        {method.parameters.map(({ name, value }) => (
          <div key={name} className="method-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h4>What it cannot say</h4>
      <ul>
        {method.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      <p className="method-source">{method.source}</p>
    </details>
  )
}
