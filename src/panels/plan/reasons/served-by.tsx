import { percent } from '#core/figures.ts'
import type { Contribution } from '#planner/reasons/unserved/contributions.ts'
import { useResults } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { Failed } from '#ui/widgets/states.tsx'
import { usePlanDesk } from '../plan-desk.ts'

const SHOWN_COUNT = 6

/** Who serves one county under the plan: what each counts for, and what falls away with it alone. */
export function ServedBy({ stratum }: { readonly stratum: number }) {
  const answer = useResults((state) => state.reasons.servedBy[stratum])
  const { askWhy } = usePlanDesk()
  if (answer?.status === 'failed') {
    const onRetry = () => askWhy({ kind: 'servedBy', stratum })
    return <Failed sentence={answer.error ?? 'This failed.'} onRetry={onRetry} />
  }
  const rows = answer?.value
  if (!rows) {
    return (
      <p className="reason-about">
        {answer?.status === 'running' ? 'Looking …' : 'Not worked out.'}{' '}
        {answer?.status === 'running' ? null : (
          <Button look="text" onPress={() => askWhy({ kind: 'servedBy', stratum })}>
            Look again
          </Button>
        )}
      </p>
    )
  }
  if (rows.length === 0)
    return <p className="reason-about">No unit of the plan reaches it in time.</p>
  return <Rows rows={rows} />
}

function Rows({ rows }: { readonly rows: readonly Contribution[] }) {
  const more = rows.slice(SHOWN_COUNT)
  return (
    <table className="served-by">
      <thead>
        <tr>
          <th scope="col">What covers it</th>
          <th scope="col">serves</th>
          <th scope="col">it alone</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, SHOWN_COUNT).map((row) => (
          <tr key={`${row.placeId}/${row.typeId}`}>
            <th scope="row">
              {row.count > 1 ? `${row.count} × ` : ''}
              {row.typeName}, {row.placeName}
              {row.isPosted ? <span className="light"> posted</span> : null}
            </th>
            <td>
              <Figure value={percent(row.countedShare)} unit="%" />
            </td>
            <td>
              <Figure value={percent(row.aloneShare)} unit="%" />
            </td>
          </tr>
        ))}
        {more.length > 0 ? (
          <tr>
            <th scope="row" className="light">
              {more.length} more
            </th>
            <td>
              <Figure
                value={percent(more.reduce((sum, { countedShare }) => sum + countedShare, 0))}
                unit="%"
              />
            </td>
            <td />
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}
