import { Snowflake } from 'lucide-react'
import { StatusMark } from '#ui/widgets/marks.tsx'
import type { ToldPage } from './told-pages.ts'

type PageListProps = {
  readonly pages: readonly ToldPage[]
  /** Ids of pages that somebody took out. */
  readonly takenOut: ReadonlySet<string>
  readonly onTake: (slideId: string, isIn: boolean) => void
}

/** Every page: whether it leaves, what is wrong with it, what to know of it, what its readers do not see. */
export function PageList({ pages, takenOut, onTake }: PageListProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className="hand-out-list" tabIndex={0} aria-label="Pages">
      <ol className="hand-out-pages">
        {pages.map((page, at) => {
          const { slideId, headline, whyNot } = page
          const isIn = whyNot === null && !takenOut.has(slideId)
          return (
            <li key={slideId} className="hand-out-page" data-out={!isIn || undefined}>
              <input
                type="checkbox"
                checked={isIn}
                disabled={whyNot !== null}
                aria-label={`Page ${at + 1} leaves: ${headline}`}
                onChange={({ target }) => onTake(slideId, target.checked)}
              />
              <span className="deck-number">{at + 1}</span>
              <PageWords page={page} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function PageWords({ page }: { readonly page: ToldPage }) {
  const { headline, whyNot, faults, cautions, leftOut } = page
  return (
    <div>
      <p className="hand-out-headline">{headline}</p>
      {whyNot === null ? null : (
        <p>
          <StatusMark status="watch" word="to know" /> <b>Does not leave.</b> {whyNot}
        </p>
      )}
      {faults.map((fault) => (
        <p key={fault}>
          <StatusMark status="bad" word="wrong" /> {fault}
        </p>
      ))}
      {cautions.map((caution) => (
        <p key={caution}>
          {caution.startsWith('Frozen') ? (
            <Snowflake size={11} aria-hidden />
          ) : (
            <StatusMark status="watch" word="to know" />
          )}{' '}
          {caution}
        </p>
      ))}
      {leftOut.length > 0 ? <p className="light">Left out: {leftOut.join(' ')}</p> : null}
    </div>
  )
}
