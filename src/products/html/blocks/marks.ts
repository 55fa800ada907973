import { TIE } from '#core/figures.ts'
import type { PageCoa, PageStatus } from '#core/records/page.ts'
import { type Html, html } from '../../markup/html.ts'
import { statusSvg } from '../../svg/looks.ts'
import { STATUS_WORDS } from '../../tones.ts'

const STATUSES: readonly PageStatus[] = ['good', 'watch', 'bad', 'unknown']

/** The shape of a status before what it is of. */
export function statusMark(status: PageStatus | null): Html | null {
  return status === null ? null : html`${statusSvg(status)}${TIE}`
}

/** What the shapes mean, of those that are there. */
export function statusKey(shown: Iterable<PageStatus | null>): Html | null {
  const there = new Set(shown)
  const keys = STATUSES.filter((status) => there.has(status)).map(
    (status) =>
      html`<span class="key-item" aria-hidden="true">${statusSvg(status)} ${STATUS_WORDS[status]}</span>`,
  )
  return keys.length === 0 ? null : html`<p class="status-key">${keys}</p>`
}

/** The numbered square of a course of action; a dash for the current posture. */
export function coaSquare({ number }: Pick<PageCoa, 'number'>): Html {
  const look = number === null ? 'current' : 'abc'[(number - 1) % 3]
  const round = number === null ? 0 : Math.min(2, Math.floor((number - 1) / 3))
  return html`<span class="coa coa-${look ?? 'a'} round-${round}" aria-hidden="true">${number ?? '–'}</span>`
}

export function coaName(coa: PageCoa): Html {
  return html`<span class="coa-name">${coaSquare(coa)} <bdi>${coa.name}</bdi></span>`
}

/** Read out, not seen. */
export const heard = (text: string): Html => html`<span class="heard">${text}</span>`
