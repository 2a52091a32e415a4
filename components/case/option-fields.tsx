import { useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import { type CaseDraft, nextLetter } from '@/components/case/case-draft';
import { Button } from '@/components/ui/button';
import type { CaseFaultCode, Option } from '@/lib/case/case';

const FIELD =
  'h-8 min-w-0 rounded-md border border-control-line bg-pane px-2 text-sm aria-invalid:border-contradicted';

/** One of each kind that the embedded model answers. */
const EXAMPLE_QUESTIONS = [
  'What is the most likely diagnosis?',
  'What is the most appropriate initial treatment?',
  'Which test should be done next?',
  'How urgent is this, and what is its usual course?',
  'Which further finding would tell most?',
];

/** The question and its answer options as fields. */
export function OptionFields({
  draft,
  fault,
  onChange,
}: {
  draft: CaseDraft;
  fault: CaseFaultCode | undefined;
  onChange: (draft: CaseDraft) => void;
}) {
  const question = useId();
  const examples = useId();
  const repeated = fault === 'option-letter-repeated' ? repeatedLetters(draft.options) : undefined;
  const list = useRef<HTMLFieldSetElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const change = (position: number, option: Option) =>
    onChange({ ...draft, options: draft.options.with(position, option) });

  // Drawn at once, so that no key that follows the press is heard by the page in place of a field.
  const changeNow = (options: readonly Option[]) =>
    flushSync(() => onChange({ ...draft, options }));
  const control = (name: 'text' | 'remove', position: number) =>
    list.current?.querySelector<HTMLElement>(`[data-option-${name}="${position}"]`);
  const add = () => {
    changeNow([...draft.options, { letter: nextLetter(draft.options), text: '' }]);
    control('text', draft.options.length)?.focus();
  };
  const remove = (position: number) => {
    changeNow(draft.options.toSpliced(position, 1));
    const next = Math.min(position, draft.options.length - 2);
    (control('remove', next) ?? adder.current)?.focus();
  };

  return (
    <div className="grid gap-3">
      <div className="grid gap-1">
        <label htmlFor={question} className="text-xs font-medium text-ink-2">
          Question <span className="font-normal text-ink-3">(optional)</span>
        </label>
        <input
          id={question}
          value={draft.question}
          list={examples}
          placeholder="For example: How urgent is this?"
          autoComplete="off"
          aria-invalid={fault === 'options-without-question'}
          onChange={(event) => onChange({ ...draft, question: event.target.value })}
          className={`${FIELD} placeholder:text-ink-3`}
        />
        <datalist id={examples}>
          {EXAMPLE_QUESTIONS.map((example) => (
            <option key={example} value={example} />
          ))}
        </datalist>
      </div>
      <fieldset ref={list} className="grid gap-1.5">
        <legend className="pb-1 text-xs font-medium text-ink-2">
          Answer options <span className="font-normal text-ink-3">(optional)</span>
        </legend>
        {draft.options.map((option, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option has no identity but its place; letters may repeat while typing
          <div key={position} className="grid grid-cols-[2.5rem_minmax(0,1fr)_2rem] gap-1.5">
            <input
              value={option.letter}
              aria-label={`Letter of option ${position + 1}`}
              autoComplete="off"
              maxLength={1}
              aria-invalid={repeated?.has(option.letter.toUpperCase()) ?? false}
              onChange={(event) =>
                change(position, { ...option, letter: event.target.value.toUpperCase() })
              }
              className={`${FIELD} text-center font-mono`}
            />
            <input
              value={option.text}
              data-option-text={position}
              aria-label={`Text of option ${option.letter}`}
              autoComplete="off"
              aria-invalid={fault === 'option-empty' && option.text.trim() === ''}
              onChange={(event) => change(position, { ...option, text: event.target.value })}
              className={FIELD}
            />
            <Button
              icon="close"
              iconOnly
              aria-label={`Remove option ${option.letter}`}
              data-option-remove={position}
              onClick={() => remove(position)}
            />
          </div>
        ))}
        <Button
          ref={adder}
          icon="add"
          className="justify-self-start"
          disabled={draft.options.length >= 26}
          onClick={add}
        >
          Add an option
        </Button>
      </fieldset>
    </div>
  );
}

function repeatedLetters(options: readonly Option[]): ReadonlySet<string> {
  const letters = options.map((option) => option.letter.toUpperCase());
  return new Set(letters.filter((letter, position) => letters.indexOf(letter) !== position));
}
