import type { Page } from '#core/records/page.ts'
import type { Product, ProductPage } from '../product.ts'

/** The last page: where the figures come from, how old they are, and how far the file may travel. */
export function sourcesPage({ frame, pages }: Product): ProductPage {
  const undrawn = pages.filter(
    ({ page, picture }) => picture === null && page.blocks.some(({ type }) => type === 'map'),
  ).length
  const attributions = [...new Set(pages.flatMap(({ picture }) => picture?.attributions ?? []))]
  const sources =
    frame.sources.length > 0 ? frame.sources : ['No source is named in the operation.']
  const page: Page = {
    slideId: 'sources',
    headline: 'Sources, ages of data and release',
    coas: [],
    window: null,
    stale: null,
    under: null,
    withheld: [],
    blocks: [
      {
        type: 'points',
        title: null,
        points: [
          point('Marking', frame.marking),
          point('Release', frame.release),
          point('Operation', `${frame.operation}, ${frame.theatre}`),
          point('Made', `${frame.madeDtg}, for the picture at ${frame.planningDtg}`),
          point('Data', frame.dataAsOf),
          point('Drafted by', frame.author),
          point('Distribution', frame.distribution),
          point('Edition', String(frame.edition)),
          point('Datum', frame.datum),
          ...(undrawn > 0 ? [point('Maps', `Not drawn on ${undrawn} of the pages.`)] : []),
          ...(attributions.length > 0 ? [point('Maps by', attributions.join('; '))] : []),
          point('Disclaimer', frame.disclaimer),
        ],
      },
      {
        type: 'points',
        title: 'Sources: title, licence, date',
        points: sources.map((text) => point('', text)),
      },
    ],
  }
  return { page, frozenDtg: null, notes: '', missing: null, picture: null }
}

function point(lead: string, text: string) {
  return { lead, text, status: null }
}
