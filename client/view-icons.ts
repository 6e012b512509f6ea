/** Icons, colours of the theme, and words for the states of tree nodes, so that none is told by colour alone. */

const STATES: Readonly<
  Record<string, { readonly icon: string; readonly color: string | null; readonly words: string }>
> = {
  good: { icon: 'pass', color: 'testing.iconPassed', words: 'whole' },
  broken: { icon: 'warning', color: 'list.warningForeground', words: 'chain broken' },
  gap: { icon: 'error', color: 'list.errorForeground', words: 'gap' },
  draft: { icon: 'edit', color: 'charts.blue', words: 'draft' },
  accepted: { icon: 'bookmark', color: 'charts.purple', words: 'accepted' },
  unknown: { icon: 'circle-outline', color: 'descriptionForeground', words: 'not checkable' },
  error: { icon: 'error', color: 'problemsErrorIcon.foreground', words: 'error' },
  warning: { icon: 'warning', color: 'problemsWarningIcon.foreground', words: 'warning' },
  information: { icon: 'info', color: 'problemsInfoIcon.foreground', words: 'information' },
};

const SORTS: Readonly<Record<string, string>> = {
  clause: 'law',
  document: 'file',
  process: 'type-hierarchy',
  role: 'organization',
  person: 'person',
  group: 'list-tree',
  date: 'calendar',
};

/** The codicon and theme colour of a node; in: its state and sort. Null for no colour of its own. */
export function stateIcons(state: string, sort: string): { readonly icon: string; readonly color: string | null } {
  return STATES[state] ?? { icon: SORTS[sort] ?? 'circle-small', color: null };
}

/** What a screen reader says: label, state in words, and the rest. */
export function accessibleLabel(node: {
  readonly label: string;
  readonly description: string;
  readonly state: string;
}): string {
  return [node.label, STATES[node.state]?.words ?? '', node.description].filter((part) => part !== '').join(', ');
}
