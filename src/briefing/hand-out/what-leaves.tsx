import { NOT_SAID } from '#products/frame.ts'
import type { ProductFrame } from '#products/product.ts'
import { productStem } from '#products/product-stem.ts'
import { PageList } from './page-list.tsx'
import { pagesText, type ToldPage } from './told-pages.ts'
import type { HandOutWay } from './ways.ts'

/** Marking, file and pages of what would leave. */
export function WhatLeaves(props: {
  readonly frame: ProductFrame
  readonly pages: readonly ToldPage[]
  /** Ids of the pages that leave. */
  readonly leaving: readonly string[]
  readonly takenOut: ReadonlySet<string>
  readonly onTake: (slideId: string, isIn: boolean) => void
  readonly way: HandOutWay | null
}) {
  const { frame, pages, leaving, takenOut, onTake, way } = props
  return (
    <>
      <dl className="hand-out-frame">
        <dt>Leaves</dt>
        <dd>
          <b>{pagesText(pages, leaving)}</b>
        </dd>
        <dt>Marking</dt>
        <dd>
          {frame.marking} <span className="light">{frame.release}, on every page</span>
        </dd>
        {way && leaving.length > 0 ? (
          <>
            <dt>File</dt>
            <dd className="mono">
              {productStem(frame)}
              {way.ending(leaving.length)}
              {holdsText(way, leaving.length)}
            </dd>
          </>
        ) : null}
        <dt>Data</dt>
        <dd>{frame.dataAsOf}</dd>
        {frame.level === 'internal' && frame.author === NOT_SAID ? (
          <>
            <dt>Drafted by</dt>
            <dd className="light">nobody is said: set it under Deck</dd>
          </>
        ) : null}
      </dl>
      <PageList pages={pages} takenOut={takenOut} onTake={onTake} />
    </>
  )
}

/** Of a file with several in it. */
function holdsText({ ending }: HandOutWay, pageCount: number): string {
  return ending(pageCount) === '.zip' ? ` (1 file with ${pageCount} pictures)` : ''
}
