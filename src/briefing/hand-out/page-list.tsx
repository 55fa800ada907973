import { Snowflake } from 'lucide-react'
import { StatusMark } from '#ui/widgets/marks.tsx'
import type { ToldPage } from './told-pages.ts'

/** Every page that would leave: what is wrong with it, what to know of it, what its readers do not see. */
export function PageList({ pages }: { readonly pages: readonly ToldPage[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className="hand-out-list" tabIndex={0} aria-label="Pages">
      <ol className="hand-out-pages">
        {pages.map(({ slideId, headline, faults, cautions, leftOut }, at) => (
          <li key={slideId} className="hand-out-page">
            <span className="deck-number">{at + 1}</span>
            <div>
              <p className="hand-out-headline">{headline}</p>
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
          </li>
        ))}
      </ol>
    </section>
  )
}
