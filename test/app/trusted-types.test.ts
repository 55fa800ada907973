// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://example.test/app/" }
import { describe, expect, it } from 'vitest'
import { installTrustedTypes, ownScriptUrl, plainHtml } from '#app/trusted-types.ts'

describe('trusted types', () => {
  it('let our own scripts start, wherever the app is served from, and no others', () => {
    const own = new URL('assets/worker.js', document.baseURI).href
    expect(ownScriptUrl(own)).toBe(own)
    expect(ownScriptUrl('./assets/worker.js')).toBe('./assets/worker.js')
    for (const url of [
      'https://elsewhere.test/a.js',
      'http://example.test/app/a.js',
      'data:text/javascript,alert(1)',
      'blob:https://elsewhere.test/1',
      '//elsewhere.test/a.js',
      'javascript:alert(1)',
    ]) {
      expect(() => ownScriptUrl(url), url).toThrow(TypeError)
    }
  })

  it('let text through, links as their words, and refuse every other markup', () => {
    expect(plainHtml('5 km')).toBe('5 km')
    expect(plainHtml('<a href="https://x.test">© OpenStreetMap</a> contributors')).toBe(
      '© OpenStreetMap contributors',
    )
    for (const text of [
      '<img src=x onerror=alert(1)>',
      '<a href="x"><img src=x></a>',
      'a < b',
      '<script>1</script>',
      '</a>',
    ]) {
      expect(() => plainHtml(text), text).toThrow(TypeError)
    }
  })

  it('are installed once under the name that the policy of the page allows', () => {
    const made: { name: string; rules: object }[] = []
    const trustedTypes = {
      createPolicy: (name: string, rules: object) => made.push({ name, rules }),
    }
    installTrustedTypes({ trustedTypes } as never)
    expect(made.map(({ name }) => name)).toEqual(['default'])
    expect(Object.keys(made[0]!.rules).sort()).toEqual(['createHTML', 'createScriptURL'])
    expect(() => installTrustedTypes({} as never)).not.toThrow()
  })
})
