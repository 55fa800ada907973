import { counted } from '#core/figures.ts'
import type { Issue } from '#core/issue.ts'
import { type Status, StatusMark } from '#ui/widgets/marks.tsx'
import './issues.css'

const STATUS: Readonly<Record<Issue['severity'], Status>> = {
  error: 'bad',
  warning: 'watch',
  note: 'unknown',
}

/** Issues of one kind, with how many there are: ten thousand bad rows must not be ten thousand lines. */
export type IssueGroup = { readonly first: Issue; readonly count: number }

/** Groups issues by code and file, keeping the first of each; errors first. */
export function issueGroups(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, { first: Issue; count: number }>()
  for (const issue of issues) {
    const key = `${issue.severity}/${issue.code}/${issue.file}`
    const group = groups.get(key)
    if (group) group.count += 1
    else groups.set(key, { first: issue, count: 1 })
  }
  const order = ['error', 'warning', 'note']
  return [...groups.values()].sort(
    (a, b) =>
      order.indexOf(a.first.severity) - order.indexOf(b.first.severity) || b.count - a.count,
  )
}

/** What there is to tell, one line a kind; the lines concerned open below it. */
export function IssueList({ issues }: { readonly issues: readonly Issue[] }) {
  return (
    <ul className="issues">
      {issueGroups(issues).map(({ first, count }) => {
        const same = issues.filter(
          ({ severity, code, file }) =>
            severity === first.severity && code === first.code && file === first.file,
        )
        return (
          <li key={`${first.severity}/${first.code}/${first.file}`} className="issue">
            <StatusMark status={STATUS[first.severity]} word={first.severity} />
            {count === 1 ? (
              <span>{first.message}</span>
            ) : (
              <details>
                <summary>
                  {first.message}{' '}
                  <span className="light">
                    and {counted(count - 1, 'more like it', 'more like it')}
                  </span>
                </summary>
                <ul>
                  {same.slice(1, 100).map((issue, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: issues have no identity
                    <li key={i}>{issue.message}</li>
                  ))}
                </ul>
                {count > 100 ? (
                  <p className="light">{counted(count - 100, 'more')} not listed.</p>
                ) : null}
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}
