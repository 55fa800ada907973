import { expect, it } from 'vitest'
import { newRestriction } from '#app/places/restriction-actions.ts'
import { operationOf } from '#core/document.ts'
import { anOperation, aRestriction } from '#support/build.ts'

it('a drawn restriction holds from the planning time on, so that nothing before it is put down to it', () => {
  const document = anOperation({ restrictions: [aRestriction({ name: 'Checkpoint 1' })] })
  const geometry = { type: 'point', position: [-9.3, 6.6], radiusMetres: 500 } as const
  const row = newRestriction(document, { id: 'new', geometry })
  expect(row).toMatchObject({
    name: 'Checkpoint 2',
    validFrom: operationOf(document).planningAt,
    validTo: null,
  })
})
