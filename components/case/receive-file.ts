import type { CaseDraft } from '@/components/case/case-draft';
import { draftFromJson } from '@/components/case/draft-from-json';
import { failure, type Outcome, success } from '@/lib/text/outcome';

type FileFaultCode = 'file-too-large' | 'file-unreadable' | 'file-not-a-case';

/** Bytes above which a file is not read at all: far above any case, far below what would stall the page. */
const LARGEST_FILE = 2_000_000;

/**
 * Reads a dropped or picked file as a case: plain text as it is, or JSON `{ text, question?, options? }`. What the text
 * says is not judged here; only that there is a text.
 */
export async function receiveCaseFile(file: File): Promise<Outcome<CaseDraft, FileFaultCode>> {
  if (file.size > LARGEST_FILE) {
    return failure(
      'file-too-large',
      `“${file.name}” has ${(file.size / 1e6).toFixed(1)} MB; a case is a few pages of text.`,
      'Cut it down to the part that describes this patient, or paste that part into the field.',
    );
  }
  let content: string;
  try {
    content = await file.text();
  } catch {
    return failure(
      'file-unreadable',
      `“${file.name}” could not be read.`,
      'Check that it still exists and that it may be opened, or paste its text into the field.',
    );
  }
  if (!file.name.toLowerCase().endsWith('.json')) {
    return success({ text: content, question: '', options: [] });
  }
  const draft = draftFromJson(content);
  if (draft !== undefined) return success(draft);
  return failure(
    'file-not-a-case',
    `“${file.name}” is not a case in JSON.`,
    'Expected { "text": "…", "question": "…", "options": [{ "letter": "A", "text": "…" }] }; only "text" is needed.',
  );
}
