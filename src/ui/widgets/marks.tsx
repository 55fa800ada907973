import type { CSSProperties } from 'react'
import type { Scenario } from '#core/records/scenario.ts'
import type { Freshness } from '#core/time/freshness.ts'

export type Status = 'good' | 'watch' | 'bad' | 'unknown'

const WORDS: Readonly<Record<Status, string>> = {
  good: 'good',
  watch: 'watch',
  bad: 'bad',
  unknown: 'not known',
}

/** Status by shape and colour: ● good, ▲ watch, ■ bad, ◌ unknown. */
export function StatusMark({ status, word }: { readonly status: Status; readonly word?: string }) {
  return (
    <svg className="mark" viewBox="0 0 10 10" role="img" aria-label={word ?? WORDS[status]}>
      {status === 'good' ? <circle cx="5" cy="5" r="4" fill="var(--good)" /> : null}
      {status === 'watch' ? (
        <path d="M5 .8 9.4 9H.6z" fill="var(--watch)" stroke="var(--watch-edge)" strokeWidth=".7" />
      ) : null}
      {status === 'bad' ? <rect x="1" y="1" width="8" height="8" fill="var(--bad)" /> : null}
      {status === 'unknown' ? (
        <circle
          cx="5"
          cy="5"
          r="3.8"
          fill="none"
          stroke="var(--unknown)"
          strokeWidth="1.6"
          strokeDasharray="1.6 1.6"
        />
      ) : null}
    </svg>
  )
}

/** Ageing ▲, stale ■, unknown ◌; fresh needs no mark. */
export function FreshnessMark({ freshness }: { readonly freshness: Freshness }) {
  if (freshness === 'fresh') return null
  const status: Status =
    freshness === 'ageing' ? 'watch' : freshness === 'stale' ? 'bad' : 'unknown'
  return <StatusMark status={status} word={freshness} />
}

const COA_TOKENS = ['--coa-a', '--coa-b', '--coa-c'] as const

type CoaId = Pick<Scenario, 'number' | 'isBaseline'>

/** The colour of a course of action, by its number; more than three begin again, drawn in outline (`coaRound`). */
export function coaColor({ number, isBaseline }: CoaId): string {
  if (isBaseline) return 'var(--coa-current)'
  return `var(${COA_TOKENS[(number - 1 + COA_TOKENS.length) % COA_TOKENS.length] ?? '--coa-a'})`
}

/** 0: its mark is filled; 1: in outline; 2: in a broken outline. So no two of nine have the same mark. */
export function coaRound({ number, isBaseline }: CoaId): 0 | 1 | 2 {
  const round = isBaseline ? 0 : Math.floor((number - 1) / COA_TOKENS.length)
  return round < 1 ? 0 : round === 1 ? 1 : 2
}

/** What its square is drawn by: the colour, and whether it is filled. */
export function coaLook(scenario: CoaId) {
  return {
    'data-round': coaRound(scenario) || undefined,
    style: { '--coa': coaColor(scenario) } as CSSProperties,
  }
}

/** The numbered square of a course of action; a dash for the current posture. */
export function CoaMark({ scenario }: { readonly scenario: CoaId }) {
  return (
    <span className="coa" {...coaLook(scenario)} aria-hidden>
      {scenario.isBaseline ? '–' : scenario.number}
    </span>
  )
}
