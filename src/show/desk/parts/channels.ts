const CHANNELS: Readonly<Record<string, string>> = {
  outlet: 'to an outlet',
  press: 'to the press',
  broadcast: 'on air',
  social: 'in a post',
  speech: 'in a speech',
  document: 'in a document',
  interview: 'in an interview',
  unknown: 'channel not told',
  'own words': 'in the outlet’s own words',
}

/** By which channel something was said, in words: "in a post", "to the press". */
export function channelInWords(channel: string): string {
  return CHANNELS[channel] ?? channel
}
