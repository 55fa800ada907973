type PolicyMaker = {
  createPolicy(
    name: string,
    rules: {
      readonly createScriptURL: (url: string) => string
      readonly createHTML: (text: string) => string
    },
  ): unknown
}

/** Characters that begin a tag or an entity: what passes without them is text, whatever it is put into. */
const MARKUP = /[<>]/

/**
 * Lets libraries start our own workers and put plain text where they set HTML; anything else throws.
 * Does nothing where the browser does not know trusted types.
 */
export function installTrustedTypes(scope: typeof globalThis = globalThis): void {
  const { trustedTypes } = scope as { trustedTypes?: PolicyMaker }
  trustedTypes?.createPolicy('default', { createScriptURL: ownScriptUrl, createHTML: plainHtml })
}

/**
 * The address, if it is one of ours.
 *
 * @throws TypeError for scripts from anywhere else.
 */
export function ownScriptUrl(url: string): string {
  const { origin, protocol } = new URL(url, document.baseURI)
  if (origin === location.origin && protocol === location.protocol) return url
  throw new TypeError(`no script may come from ${url}`)
}

/**
 * The text, with links left as their words and every other tag refused.
 *
 * @throws TypeError for text with any markup but links.
 */
export function plainHtml(text: string): string {
  const withoutLinks = text.replace(/<a\s[^<>]*>([^<>]*)<\/a>/g, '$1')
  if (MARKUP.test(withoutLinks)) throw new TypeError('markup may not be put on the page')
  return withoutLinks
}
