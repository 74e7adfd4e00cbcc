"""What the model knows: tags, ends, links, statuses, modes. Written into the card, read by the TypeScript side."""

TYPES = 'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split()
STATUSES = ['happened', 'alleged', 'denied', 'intended', 'called-for', 'hypothetical']
RELATIONS = ['member_of', 'leads', 'speaks_for', 'backs', 'allied_with', 'opposes']
MODES = {
    'CONSULT': 'visit third-party multilateral phone',
    'RETREAT': 'withdraw release disarm ceasefire access resign',
    'REQUEST': 'assist change yield meet',
    'ACCUSE': 'disapprove investigate allege',
    'REJECT': 'assist change yield meet',
    'THREATEN': 'restrict coerce assault territory arrest relations expel violence',
    'PROTEST': 'demo riot strike hunger boycott obstruct vandalize',
    'SANCTION': 'convict expel withdraw discontinue',
    'MOBILIZE': 'troops weapons police militia',
    'COERCE': 'seize restrict censor curfew martial-law arrest deport withhold misinformation cyber',
    'ASSAULT': 'abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional',
}
# One output a type's "no mode", then one a mode.
MODE_LIST = [f'{t}:' for t in TYPES] + [f'{t}:{m}' for t in TYPES for m in MODES.get(t, '').split()]
MODE_ID = {m: i for i, m in enumerate(MODE_LIST)}

# tag -> (end kind, layer)
TAGS = {
    'source': ('source', 'attribution'), 'cue': ('cue', 'attribution'), 'content': ('content', 'attribution'),
    **{t: ('trigger', 'event') for t in TYPES},
    'party': ('party', 'event'), 'place': ('place', 'event'), 'time': ('time', 'event'),
    'mention-person': ('mention', 'mention'), 'mention-organization': ('mention', 'mention'), 'mention-place': ('mention', 'mention'),
    'name-person': ('name', 'mention'), 'name-organization': ('name', 'mention'), 'name-place': ('name', 'mention'),
    're3d-Person': ('re3d', 're3d'), 're3d-Organisation': ('re3d', 're3d'), 're3d-Location': ('re3d', 're3d'), 're3d-Nationality': ('re3d', 're3d'),
}
TAG_LIST = list(TAGS)
TAG_ID = {t: i for i, t in enumerate(TAG_LIST)}
# end kind -> widest span in pieces
ENDS = {'source': 64, 'cue': 20, 'content': 256, 'trigger': 8, 'party': 48, 'place': 32, 'time': 20, 'mention': 64, 'name': 24, 're3d': 40}
END_LIST = list(ENDS)
END_ID = {e: i for i, e in enumerate(END_LIST)}
LINKS = ['source', 'content', 'actor', 'recipient', 'place', 'time', *RELATIONS, 'same']
LINK_ID = {n: i for i, n in enumerate(LINKS)}
LAYERS = ['attribution', 'event', 'mention', 're3d']


def link_kinds(name):
    """The end kinds that a link goes between."""
    if name in ('source', 'content'):
        return 'cue', name
    if name in ('actor', 'recipient'):
        return 'trigger', 'party'
    if name in ('place', 'time'):
        return 'trigger', name
    return ('mention', 'mention') if name == 'same' else ('party', 'party')
