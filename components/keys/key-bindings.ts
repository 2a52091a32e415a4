/** Everything that a key does. */
export type KeyAction =
  | 'reason'
  | 'continue'
  | 'stop'
  | 'edit'
  | 'new'
  | 'unread'
  | 'runs'
  | 'raw'
  | 'print'
  | 'export'
  | 'theme'
  | 'keys'
  | 'next-step'
  | 'previous-step'
  | 'next-fault'
  | 'pane-case'
  | 'pane-reasoning'
  | 'pane-explanation';

export interface KeyBinding {
  readonly action: KeyAction;
  /** As `KeyboardEvent.key` gives it, lower case. */
  readonly key: string;
  /** Together with Ctrl, or ⌘ on a Mac; works inside fields too. */
  readonly command?: true;
  readonly label: string;
  readonly group: 'Run' | 'Case' | 'Move' | 'Page';
}

export const KEY_BINDINGS: readonly KeyBinding[] = [
  {
    action: 'reason',
    key: 'enter',
    command: true,
    label: 'Reason about the case, or check a reasoning',
    group: 'Run',
  },
  {
    action: 'stop',
    key: 'escape',
    label: 'Stop, keeping what was said; or let go of a choice',
    group: 'Run',
  },
  {
    action: 'continue',
    key: 'c',
    label: 'Continue thinking, where a run was stopped or used up its tokens',
    group: 'Run',
  },
  { action: 'raw', key: 'r', label: 'Raw text, token by token, or steps', group: 'Run' },
  { action: 'runs', key: 'l', label: 'Earlier runs', group: 'Run' },
  { action: 'export', key: 'x', label: 'Export', group: 'Run' },
  { action: 'print', key: 'p', label: 'Print', group: 'Run' },
  { action: 'edit', key: 'e', label: 'Edit the case, or read it', group: 'Case' },
  { action: 'new', key: 'n', label: 'New case', group: 'Case' },
  {
    action: 'unread',
    key: 'm',
    label: 'Mark what the embedded model does not read',
    group: 'Case',
  },
  { action: 'next-step', key: 'j', label: 'Next step', group: 'Move' },
  { action: 'previous-step', key: 'k', label: 'Previous step', group: 'Move' },
  {
    action: 'next-fault',
    key: 'u',
    label: 'Next statement the case does not support',
    group: 'Move',
  },
  { action: 'pane-case', key: '1', label: 'Case', group: 'Move' },
  { action: 'pane-reasoning', key: '2', label: 'Reasoning', group: 'Move' },
  { action: 'pane-explanation', key: '3', label: 'Explanation', group: 'Move' },
  { action: 'theme', key: 't', label: 'Light or dark', group: 'Page' },
  { action: 'keys', key: '?', label: 'This list', group: 'Page' },
];

/** What a key press asks for; `undefined` where the key belongs to the field it was pressed in, or to the browser. */
export function actionOfKey(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly inField: boolean;
  /** Whether keys without Ctrl or ⌘ are switched on (WCAG 2.1.4). */
  readonly singleKeys: boolean;
}): KeyAction | undefined {
  if (event.altKey) return undefined;
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const binding = KEY_BINDINGS.find(
    (candidate) => candidate.key === key && (candidate.command ?? false) === command,
  );
  if (binding === undefined) return undefined;
  if (binding.command || key === 'escape') return binding.action;
  return event.inField || !event.singleKeys ? undefined : binding.action;
}
