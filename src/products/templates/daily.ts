import { operationOf } from '#core/document.ts'
import { epochMinutesOf, instantOf } from '#core/time/instant.ts'
import { countedDatasets } from '../levels/counted-datasets.ts'
import { slideMaker } from './slide-maker.ts'
import type { Template } from './template.ts'

const DAY_MINUTES = 1440
const WEEK_DAYS = 7

/** What happened in the last day, and what comes in the next three. */
export const DAILY_UPDATE: Template = {
  id: 'daily',
  title: 'Daily operations update',
  about:
    'The last 24 hours and the next 72: incidents and their trend, access, patrols, units, decisions needed.',
  make(document, newId) {
    const deck = {
      id: newId(),
      name: 'Daily operations update',
      templateId: 'daily',
      level: 'internal' as const,
      periodDays: 1,
      isLooping: false,
      author: '',
      distribution: '',
      edition: 1,
    }
    const slides = slideMaker(document, deck, newId)
    const at = epochMinutesOf(operationOf(document).planningAt)
    slides.topic('incidents')
    if (countedDatasets(document, 'incidents').length > 0) {
      slides.map(
        'Map of the last week',
        ['county-borders', 'roads', 'restrictions', 'incidents', 'towns'],
        {
          windowFrom: instantOf(at - WEEK_DAYS * DAY_MINUTES),
          windowTo: instantOf(at),
          headline: 'Incidents of the last seven days',
        },
      )
    }
    slides.chart('incidentsByWeek')
    slides.topic('access')
    slides.topic('patrols')
    slides.chart('patrolsByWeek')
    slides.topic('units')
    slides.topic('next')
    slides.topic('decisions')
    return slides.made()
  },
}
