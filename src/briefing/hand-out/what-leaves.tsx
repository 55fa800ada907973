import type { Slide } from '#core/records/slide.ts'
import { NOT_SAID } from '#products/frame.ts'
import type { Product } from '#products/product.ts'
import { productStem } from '#products/product-stem.ts'
import { PageList } from './page-list.tsx'
import { pagesText, toldPages } from './told-pages.ts'
import type { HandOutWay } from './ways.ts'

/** Marking, file and pages of what would leave. */
export function WhatLeaves(props: {
  readonly product: Product
  readonly slides: readonly Slide[]
  readonly way: HandOutWay | null
}) {
  const { product, slides, way } = props
  const { frame } = product
  const pages = toldPages(product, slides)
  return (
    <>
      <dl className="hand-out-frame">
        <dt>Leaves</dt>
        <dd>
          <b>{pagesText(pages)}</b>
        </dd>
        <dt>Marking</dt>
        <dd>
          {frame.marking} <span className="light">{frame.release}, on every page</span>
        </dd>
        {way?.ending ? (
          <>
            <dt>File</dt>
            <dd className="mono">
              {productStem(frame)}
              {way.ending}
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
      <PageList pages={pages} />
    </>
  )
}
