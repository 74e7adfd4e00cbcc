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

/** By what a text says something was said: "on Twitter", "by a post"; a word for how one speaks is kept as it stands. */
export function carrierInWords(text: string): string {
  return /^(?:on|in|at|by|through|via|to|from|during|over|according|citing|as|for|with)\b/i.test(text)
    ? text
    : `by ${text}`
}
