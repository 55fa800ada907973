import type { ReactNode } from 'react'

/** A paper beside the map: a head that says what, of when and how sure; a body that scrolls; a foot. */
export function Paper(props: {
  readonly side?: 'left' | 'right'
  readonly title: string
  readonly about?: ReactNode
  readonly action?: ReactNode
  readonly foot?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className="paper" data-side={props.side ?? 'right'}>
      <div className="paper-head">
        <div className="paper-head-row">
          <h2 className="paper-title">{props.title}</h2>
          {props.action}
        </div>
        {props.about ? <div className="paper-about">{props.about}</div> : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className="paper-body" tabIndex={0} aria-label={props.title}>
        {props.children}
      </section>
      {props.foot ? <div className="paper-foot">{props.foot}</div> : null}
    </div>
  )
}

export function Section(props: {
  readonly title: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="section">
      <div className="section-head">
        <h3 className="section-title">{props.title}</h3>
        <div className="section-aside">{props.aside}</div>
      </div>
      {props.children}
    </section>
  )
}

/** A figure with its unit in a lighter weight. */
export function Figure({ value, unit }: { readonly value: string; readonly unit?: string }) {
  return (
    <>
      {value}
      {unit ? <span className="unit">{unit}</span> : null}
    </>
  )
}
