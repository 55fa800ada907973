import type { PageStatus } from '#core/records/page.ts'

/** A status by its shape, and its colour: ● good, ▲ watch, ■ bad, ◌ unknown. */
export function WallMark(props: {
  readonly status: PageStatus
  /** What it says here, where it is not simply good or bad. */
  readonly word?: string
}) {
  const { status, word } = props
  return (
    <svg className="wall-mark" viewBox="0 0 10 10" role="img" aria-label={word ?? WORDS[status]}>
      {status === 'good' ? <circle cx="5" cy="5" r="4.3" fill="var(--good)" /> : null}
      {status === 'watch' ? <path d="M5 .6 9.7 9.4H.3z" fill="var(--watch)" /> : null}
      {status === 'bad' ? <rect x=".6" y=".6" width="8.8" height="8.8" fill="var(--bad)" /> : null}
      {status === 'unknown' ? (
        <circle
          cx="5"
          cy="5"
          r="3.9"
          fill="none"
          stroke="var(--unknown)"
          strokeWidth="1.3"
          strokeDasharray="2 1.6"
        />
      ) : null}
    </svg>
  )
}

const WORDS = { good: 'good', watch: 'watch', bad: 'bad', unknown: 'not known' } as const
