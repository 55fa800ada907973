import type { Page } from '#core/records/page.ts'
import type { Product, ProductPage } from '../product.ts'
import { ABOUT_TITLE, aboutProduct, METHOD_TITLE, SOURCES_TITLE } from '../words/about-product.ts'

/** The last page: where the figures come from, how old they are, and how far the file may travel. */
export function sourcesPage(product: Product): ProductPage {
  const { facts, method, dataAsOf, sources } = aboutProduct(product)
  const page: Page = {
    slideId: 'sources',
    headline: ABOUT_TITLE,
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
          ...facts.map(([name, value]) => point(name, value)),
          ...(method.length > 0 ? [point(METHOD_TITLE, method.join(' '))] : []),
        ],
      },
      {
        type: 'points',
        title: SOURCES_TITLE,
        points: [dataAsOf, ...sources].map((text) => point('', text)),
      },
    ],
  }
  return { page, frozenDtg: null, notes: '', missing: null, picture: null }
}

function point(lead: string, text: string) {
  return { lead, text, status: null }
}
