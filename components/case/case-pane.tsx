'use client';

import { type DragEvent, type ReactNode, useState } from 'react';
import type { CaseDraft } from '@/components/case/case-draft';
import { CaseEditor } from '@/components/case/case-editor';
import { CaseFacts } from '@/components/case/case-facts';
import { CaseText } from '@/components/case/case-text';
import { OptionList } from '@/components/case/option-list';
import { SAMPLE_CASES, type SampleCase } from '@/components/case/sample-cases';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Menu, MenuAction } from '@/components/ui/menu';
import { FaultNotice, Hint } from '@/components/ui/notice';
import { Pane } from '@/components/ui/pane';
import type { CaseFaultCode, CaseReading } from '@/lib/case/case';
import type { Fault } from '@/lib/text/outcome';
import type { Span } from '@/lib/text/span';

export interface CasePaneProps {
  readonly draft: CaseDraft;
  /** The case as read; `undefined` while it is being written. */
  readonly reading: CaseReading | undefined;
  /** Why the draft is no case, or could not be taken in. */
  readonly fault: Fault | undefined;
  /** What was done to the draft by rule or by one press, and can be taken back. */
  readonly replaced: string | undefined;
  /** Nothing can be changed while a run is under way. */
  readonly locked: boolean;
  /** What share of the case the chosen model reads, where that is not all of it. */
  readonly coverage: ReactNode;
  /** How words of the case are drawn, where not plainly. */
  readonly words: ((stretch: Span) => ReactNode) | undefined;
  readonly footer: ReactNode;
  readonly onChange: (draft: CaseDraft) => void;
  readonly onReplace: (draft: CaseDraft, because: string) => void;
  readonly onSample: (sample: SampleCase) => void;
  readonly onUndo: () => void;
  readonly onEdit: () => void;
  readonly onRead: () => void;
  readonly onFile: (file: File) => void;
  readonly onDismissFault: () => void;
}

const CASE_FAULTS: readonly CaseFaultCode[] = [
  'case-empty',
  'case-binary',
  'case-too-long',
  'options-without-question',
  'option-letter-repeated',
  'option-empty',
];

/** The case: numbered sentences to read against, or fields to write it in. */
export function CasePane(props: CasePaneProps) {
  const { draft, reading, fault, replaced, locked } = props;
  const [dropping, setDropping] = useState(false);

  const drop = (event: DragEvent) => {
    setDropping(false);
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    if (!locked) props.onFile(file);
  };

  return (
    <Pane
      id="case"
      title="Case"
      actions={<CaseActions {...props} />}
      footer={props.footer}
      onDrop={drop}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      className={classNames(
        dropping && !locked && 'outline-2 -outline-offset-4 outline-accent outline-dashed',
      )}
    >
      <div className="grid grid-cols-1 gap-3">
        {fault === undefined ? null : (
          <FaultNotice fault={fault} onDismiss={props.onDismissFault} />
        )}
        {replaced === undefined ? null : (
          <Hint action={<Button onClick={props.onUndo}>Undo</Button>}>{replaced}</Hint>
        )}
        {reading === undefined ? (
          <CaseEditor
            draft={draft}
            fault={CASE_FAULTS.find((code) => code === fault?.code)}
            onChange={props.onChange}
            onReplace={props.onReplace}
            onFile={props.onFile}
          />
        ) : (
          <>
            <CaseFacts reading={reading} />
            {props.coverage}
            <CaseText reading={reading} words={props.words} />
            <OptionList given={reading.case} />
          </>
        )}
      </div>
    </Pane>
  );
}

function CaseActions({ reading, locked, onSample, onEdit, onRead }: CasePaneProps) {
  return (
    <>
      <Menu label="Samples" disabled={locked} width="w-64">
        {SAMPLE_CASES.map((sample) => (
          <MenuAction
            key={sample.title}
            label={sample.title}
            note={sample.note}
            onClick={() => onSample(sample)}
          />
        ))}
      </Menu>
      {reading === undefined ? (
        <Button icon="supported" shortcut="E" title="Read the case" onClick={onRead}>
          Done
        </Button>
      ) : (
        <Button icon="edit" shortcut="E" title="Edit the case" disabled={locked} onClick={onEdit}>
          Edit
        </Button>
      )}
    </>
  );
}
