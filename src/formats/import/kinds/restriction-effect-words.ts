import type { RestrictionEffect } from '#core/records/restriction.ts'
import { folded } from '../cells/clean-text.ts'
import { isMissing } from '../cells/read-number.ts'

export type EffectType = RestrictionEffect['type']

/** What a word for an effect says: which one, that it holds as usual, that nothing is restricted. */
export type Said = EffectType | 'asUsual' | 'open' | 'unread'

const CLOSED = /closed|impass|blocked|ferme|bloque|cerrad|fechad|مغلق/u.source
const ESCORT = /\besco(rt|lt)/.source
const FEET =
  /(on foot|by foot|foot|pedestrians?|walking|a pied|pietons?|a pie|peatones|a pe|pedestres|peoes|سيرا علي الاقدام|مشاه|للمشاه)/u
    .source
const ONLY = /(only|seulement|uniquement|solo|solamente|unicamente|so|somente|apenas|فقط)/u.source
const PASSABLE = /(passable|accessible|praticable|transitable|transitavel)/.source
const TONNES = /(?<tonnes>\d+([.,]\d{1,2})?) ?(t|tons?|tonnes?|toneladas?)/.source

/** A limit of mass in the words themselves: "closed to vehicles over 5 tonnes", "max 3,5 t". */
const MASSES: readonly RegExp[] = [
  new RegExp(
    `^(closed (to|for)|no|fermee? aux|cerrad[oa] a|fechad[oa] a) (all )?((vehicles?|trucks?|lorries|traffic|vehicules|camions|vehiculos|camiones|veiculos|camioes) )?(over|above|heavier than|(of )?more than|exceeding|(de )?plus de|de mas de|(com |de )?mais de) ${TONNES}$`,
  ),
  new RegExp(`^(max\\.?|maximum|up to|(weight|mass|load) limit)( of|:)? ${TONNES}$`),
]

/**
 * Of folded text, the first that fits. What might open what is closed must fit whole; what has a doubt
 * in it comes before what it is a doubt of: "partly closed" is not closed, nor "no escort" an escort.
 */
const SAID: readonly (readonly [Said, RegExp])[] = [
  [
    'asUsual',
    /^(active|in force|in effect|confirmed|current|ongoing|valid|verified|actif|en vigueur|en cours|activ[oa]|vigente|confirmad[oa]|ativ[oa]|em vigor|ساري?)$/u,
  ],
  [
    'open',
    /^(open(ed)?|re-?opened|passable|clear(ed)?|unrestricted|no restrictions?|free|normal|ouverte?|praticable|abiert[oa]|transitable|abert[oa]|transitavel|مفتوحه?)$/u,
  ],
  ['closed', new RegExp(`^(not|non|no|nao) ${PASSABLE}$`)],
  [
    'closed',
    new RegExp(
      `^(?=.*${FEET})(not|non|no|nao) ${PASSABLE}( even)?(( (or|nor|ou|ni|o|nem))?( (on|by|to|for|en|em))? (${FEET}|vehicles?|cars?|vehicule|vehiculo|veiculo)){1,4}$`,
      'u',
    ),
  ],
  [
    'closed',
    /^no (vehicles? or )?(foot|pedestrian)( or vehicles?)? (access|traffic|passage|crossing)$/,
  ],
  ['footOnly', /^(closed (to|for) (all )?vehicles|no vehicles)$/],
  [
    'footOnly',
    new RegExp(
      `^((closed (to|for) (all )?vehicles|no vehicles)[,;:] (but )?(?=.*(\\b${ONLY}\\b|open|passable)))?((open|ouverte?|abiert[oa]|abert[oa]|${PASSABLE}|(restricted|limited|reserved?|reservad[oa])(?= (to|for|aux|a|para) )) )?(${ONLY} )?((to|for|aux|a|para) )?${FEET}( (traffic|access|passage|crossing))?( ?${ONLY})?$`,
      'u',
    ),
  ],
  [
    'unread',
    /\b(not|part(ly|ial|ially)|half|some|sometimes|occasional(ly)?|intermittent(ly)?|at times|mostly|nearly|if|when|except|unless|re-?open\w*|no longer|soon|parfois|partiel\w*|sauf|a veces|parcial\w*|salvo|as vezes|exceto)\b/,
  ],
  [
    'unread',
    new RegExp(
      `(${CLOSED}).*\\b(by day|day ?time|daylight|jour|dia|trucks?|lorries|heavy|camions?|camiones|camioes|only|but|open|passable|over|above|exceeding|more than|plus|mais|mas|pero)\\b`,
      'u',
    ),
  ],
  [
    'unread',
    new RegExp(
      `(${CLOSED}|\\b(no|without|sans|sin|sem|day|night|jour|nuit|dia|noche|noite)\\b).*${ESCORT}|${ESCORT}.*(${CLOSED}|\\b(no|unavailable|suspended|cancelled|day|night|jour|nuit|dia|noche|noite)\\b)`,
      'u',
    ),
  ],
  [
    'dayOnly',
    /day(light)?([ -]?time)?( hours)?[ -]?only|^(open |passable )?by day$|de jour( seulement)?$|de dia$|(closed|impassable) (at|by|after) (night|dark)|fermee? la nuit|cerrad[oa] de noche|fechad[oa] (a|de) noite/,
  ],
  ['escortOnly', new RegExp(ESCORT)],
  ['closed', new RegExp(CLOSED, 'u')],
  ['massLimit', /\b(mass|weight|tonn?e?s?|poids|peso)\b/],
  ['classLimit', /load class|class limit|\bmlc\b/],
  ['speedFactor', /speed|slow|vitesse|velocidad/],
  ['delay', /delay|retard|demora|retraso|atraso/],
]

/** Null: nothing is said. */
export function saidIn(text: string): Said | null {
  if (isMissing(text)) return null
  if (tonnesIn(text) !== null) return 'massLimit'
  const plain = plainOf(text)
  return SAID.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'unread'
}

/** The tonnes above which nothing passes, where the words say so and no more; null: they do not. */
export function tonnesIn(text: string): number | null {
  const plain = plainOf(text)
  for (const pattern of MASSES) {
    const tonnes = Number(pattern.exec(plain)?.groups?.['tonnes']?.replace(',', '.') ?? 0)
    if (tonnes > 0) return tonnes
  }
  return null
}

function plainOf(text: string): string {
  return folded(text).replace(/\s+/g, ' ')
}
