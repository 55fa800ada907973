import type { Chart } from '#products/charts/chart.ts'
import type { Template } from '#products/templates/template.ts'
import type { Topic } from '#products/topics/topic.ts'

/** What decks and slides are made from here. */
export const TEMPLATES: readonly Template[] = []
export const CHARTS: readonly Chart[] = []
export const TOPICS: readonly Topic[] = []
