import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64Of } from '#products/markup/base64.ts'
import { escaped, html } from '#products/markup/html.ts'
import { HOSTILE } from '../html/hostile.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 4 }).map((parts) => parts.join(' ')),
)

describe('html`…`', () => {
  it('lets no text end its element or its attribute', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const text = String(html`<p title="${a}">${b}</p>`)
        expect(text).toMatch(/^<p title="[^"<>]*">[^<>]*<\/p>$/)
      }),
    )
  })

  it('says what was there: every letter comes back', () => {
    const back = (text: string) =>
      text.replace(/&(amp|lt|gt|quot|#39|#96);/g, (_, name: string) =>
        String.fromCharCode({ amp: 38, lt: 60, gt: 62, quot: 34, '#39': 39, '#96': 96 }[name] ?? 0),
      )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\r\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text))
        expect(back(escaped(text))).toBe(text)
      }),
    )
  })

  it('keeps what no file may hold, and what turns text about, out of it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const safe = escaped(text)
        expect(safe).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u2028\u2029\ufffe\uffff]/)
        expect(
          [...safe].every((letter) => letter === '\n' || letter === '\t' || letter >= ' '),
        ).toBe(true)
        expect(new TextDecoder().decode(new TextEncoder().encode(safe))).toBe(safe)
      }),
    )
    expect(escaped('a\u0000b\u202ec\u2028d')).toBe('a\ufffdbc\nd')
  })

  it('takes markup that it made itself and no thing that only looks like it', () => {
    expect(String(html`<p>${html`<b>${'<i>'}</b>`}</p>`)).toBe('<p><b>&lt;i&gt;</b></p>')
    const forged = JSON.parse('{"toString":"<script>","text":"<script>"}') as never
    expect(() => String(html`${forged}`)).toThrow()
    expect(String(html`${['a', null, false, 3, ['<']]}`)).toBe('a3&lt;')
  })

  it('refuses a template whose value would be an attribute without quotes, or a tag', () => {
    expect(() => html`<p title=${'x'}></p>`).toThrow(TypeError)
    expect(() => html`<${'script'}>`).toThrow(TypeError)
  })
})

describe('base64Of', () => {
  it('is the Base64 of Node', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      }),
    )
    const long = Uint8Array.from({ length: 100_001 }, (_, i) => (i * 31) % 256)
    expect(base64Of(long)).toBe(Buffer.from(long).toString('base64'))
  })
})
