'use client';

import { KEY_BINDINGS, type KeyBinding } from '@/components/keys/key-bindings';
import { Dialog } from '@/components/ui/dialog';
import { Keycap } from '@/components/ui/keycap';

const GROUPS: readonly KeyBinding['group'][] = ['Run', 'Case', 'Move', 'Page'];

/** Every key and what it does, and a switch for those that need no Ctrl or ⌘. */
export function KeysDialog({
  singleKeys,
  onSingleKeys,
  onClose,
}: {
  singleKeys: boolean;
  onSingleKeys: (on: boolean) => void;
  onClose: () => void;
}) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <div className="grid gap-x-8 gap-y-4 split:grid-cols-2">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className="pb-1 text-xs font-semibold text-ink-2">{group}</h3>
            <dl className="grid gap-1 text-xs">
              {KEY_BINDINGS.filter((binding) => binding.group === group).map((binding) => (
                <div key={binding.action} className="flex items-center justify-between gap-4">
                  <dt>{binding.label}</dt>
                  <dd className="flex gap-1">
                    {keysOf(binding).map((key) => (
                      <Keycap key={key}>{key}</Keycap>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="mt-4 text-xs text-ink-2">
        In the raw text, the arrow keys move from token to token. Tab reaches everything else.
      </p>
      <label className="mt-3 flex min-h-8 items-center gap-2 border-t border-line pt-3 text-xs">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => onSingleKeys(event.target.checked)}
          className="size-4 accent-accent"
        />
        Single keys work without Ctrl or ⌘. Switch this off when a voice or switch control types
        letters.
      </label>
    </Dialog>
  );
}

function keysOf({ key, command }: KeyBinding): readonly string[] {
  const name = key === 'escape' ? 'Esc' : key === 'enter' ? 'Enter' : key.toUpperCase();
  return command ? ['Ctrl / ⌘', name] : [name];
}
